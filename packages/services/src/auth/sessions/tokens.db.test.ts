import { updateUser } from "@cml/db/auth";
import { aStranger, aUser, createTestDb, fakeClock, testDeps, type TestDb, testPassword } from "@cml/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { expireCredentials } from "./expire-credentials";
import { issueTokens } from "./issue-tokens";
import { refreshTokens } from "./refresh-tokens";
import { resolveActor } from "./resolve-actor";

let database: TestDb;
beforeAll(async () => {
  database = await createTestDb();
});
afterAll(() => database.drop());

const facts = { requestId: "request-1", ipHash: "address", locale: "en" as const };
const ended = { code: "UNAUTHENTICATED", messageKey: "auth.sessionEnded" };

const setUp = async () => {
  const clock = fakeClock("2026-05-01T10:00:00Z");
  const deps = testDeps({ db: database.db, clock });
  const user = await aUser(database.db);
  const tokens = await issueTokens(deps, aStranger(), { email: user.email ?? "", password: testPassword, label: "typed client" });
  const refresh = (refreshToken: string) => refreshTokens(deps, aStranger({ ipHash: refreshToken }), { refreshToken });
  const whoIs = async (bearerToken: string) => {
    const actor = await resolveActor(deps, facts, { bearerToken });
    return actor.kind === "user" ? actor.userId : actor.kind;
  };
  return { clock, deps, user, tokens, refresh, whoIs };
};

it("signs a program in for fifteen minutes, and on with each refresh", async () => {
  const { clock, user, tokens, refresh, whoIs } = await setUp();
  expect(tokens.expiresAt).toEqual(new Date("2026-05-01T10:15:00Z"));
  expect(await whoIs(tokens.accessToken)).toBe(user.id);
  clock.advance(15 * 60_000 + 1000);
  await expect(whoIs(tokens.accessToken)).rejects.toMatchObject({ messageKey: "auth.tokenInvalid" });
  const next = await refresh(tokens.refreshToken);
  expect(next.refreshToken).not.toBe(tokens.refreshToken);
  expect(await whoIs(next.accessToken)).toBe(user.id);
});

it("throws everybody of a family out when a spent token comes back, at once and on the record", async () => {
  const { deps, user, tokens, refresh, whoIs } = await setUp();
  const second = await refresh(tokens.refreshToken);
  const third = await refresh(second.refreshToken);
  expect(await whoIs(third.accessToken)).toBe(user.id);
  await expect(refresh(tokens.refreshToken)).rejects.toMatchObject(ended);
  await expect(refresh(third.refreshToken)).rejects.toMatchObject(ended);
  await expect(whoIs(third.accessToken)).rejects.toMatchObject({ messageKey: "auth.tokenInvalid" });
  const items = await deps.db.prisma.auditEntry.findMany({ where: { entityId: user.id } });
  expect(items.map(({ action }) => action)).toContain("tokens.reuse");
});

it("refuses tokens that were made up, cut or are of another kind", async () => {
  const { tokens, refresh } = await setUp();
  for (const token of ["x".repeat(43), tokens.refreshToken.slice(0, 42), tokens.accessToken])
    await expect(refresh(token)).rejects.toMatchObject(ended);
});

it("refreshes nothing for an account that may not act, but lets it go on when it may again", async () => {
  const { deps, user, tokens, refresh } = await setUp();
  await updateUser(deps.db, user.id, { status: "SUSPENDED" });
  await expect(refresh(tokens.refreshToken)).rejects.toMatchObject({ code: "FORBIDDEN", messageKey: "auth.lapsed.SUSPENDED" });
  await updateUser(deps.db, user.id, { status: "ACTIVE" });
  await expect(refresh(tokens.refreshToken)).resolves.toMatchObject({ refreshToken: expect.any(String) as unknown });
});

it("limits how often one token and one address are tried", async () => {
  const { deps } = await setUp();
  const attempt = (ipHash: string, index: number) =>
    refreshTokens(deps, aStranger({ ipHash }), { refreshToken: `made-up-${index}-${"x".repeat(30)}` });
  for (let index = 0; index < 10; index += 1) await expect(attempt("guesser", index)).rejects.toMatchObject(ended);
  await expect(attempt("guesser", 11)).rejects.toMatchObject({ code: "RATE_LIMITED" });
});

it("forgets what ran out and writes EXPIRED where a date has passed", async () => {
  const { clock, deps, user, tokens, refresh } = await setUp();
  const guest = await aUser(database.db, { role: "TEMP", expiresAt: new Date("2026-05-02T00:00:00Z") });
  clock.advance(8 * 86_400_000);
  await expireCredentials(deps, aStranger());
  await expect(refresh(tokens.refreshToken)).rejects.toMatchObject(ended);
  expect(await database.db.prisma.refreshToken.count({ where: { userId: user.id } })).toBe(0);
  expect(await database.db.prisma.user.findUniqueOrThrow({ where: { id: guest.id } })).toMatchObject({ status: "EXPIRED" });
  expect(await database.db.prisma.user.findUniqueOrThrow({ where: { id: user.id } })).toMatchObject({ status: "ACTIVE" });
  expect(deps.events.published).toContainEqual({ type: "user.changed", userId: guest.id });
});
