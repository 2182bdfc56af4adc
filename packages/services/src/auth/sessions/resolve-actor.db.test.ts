import { signAccessToken, startSession, startTokenFamily } from "@cml/auth";
import { updateUser as updateRow } from "@cml/db/auth";
import { type User, type UserStatus, userStatuses } from "@cml/domain/auth";
import { actorOf, aStranger, aUser, createTestDb, fakeClock, testDeps, type TestDb } from "@cml/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { updateUser } from "../users/update-user";
import { createWorkerToken, revokeWorkerToken } from "../workers/worker-tokens";
import { resolveActor } from "./resolve-actor";
import { signOut } from "./sign-out";
import { signOutEverywhere } from "./sign-out-everywhere";

let database: TestDb;
beforeAll(async () => {
  database = await createTestDb();
});
afterAll(() => database.drop());

const facts = { requestId: "request-1", ipHash: "address", locale: "en" as const };

const setUp = async (given: Parameters<typeof aUser>[1] = {}) => {
  const clock = fakeClock("2026-05-01T10:00:00Z");
  const deps = testDeps({ db: database.db, clock });
  const user = await aUser(database.db, given);
  const at = { db: database.db, now: clock.now() };
  const cookie = async () => (await startSession(at, { userId: user.id, remember: true, deviceLabel: null })).token;
  const family = () => startTokenFamily(at, { userId: user.id, deviceLabel: null }, deps.newId);
  const bearerFor = async ({ familyId }: { familyId: string }, now = clock.now()) =>
    (await signAccessToken(deps.secrets.jwtKey, { userId: user.id, familyId }, now)).accessToken;
  const byCookie = (sessionToken: string) => resolveActor(deps, facts, { sessionToken });
  const byBearer = (bearerToken: string) => resolveActor(deps, facts, { bearerToken });
  return { clock, deps, user, cookie, family, bearerFor, byCookie, byBearer };
};
const withoutSignature = (token: string) => {
  const header = Buffer.from(JSON.stringify({ alg: "none", typ: "at+jwt" })).toString("base64url");
  return `${header}.${token.split(".")[1] ?? ""}.`;
};
const tokenRefused = { code: "UNAUTHENTICATED", messageKey: "auth.tokenInvalid" };

describe("who makes a request", () => {
  it("is nobody without a cookie or token, and with a cookie that opens nothing", async () => {
    const { deps, byCookie } = await setUp();
    expect(await resolveActor(deps, facts, {})).toEqual({ ...facts, kind: "anonymous" });
    for (const token of ["", "forged", `r${"x".repeat(43)}`, "x".repeat(100_000)])
      expect(await byCookie(token)).toEqual({ ...facts, kind: "anonymous" });
  });

  it("is the person of the session or of the token, with role and permissions as they are now", async () => {
    const permissions = { areas: { influence: "view" as const }, cutIds: null };
    const { user, cookie, family, bearerFor, byCookie, byBearer } = await setUp({ role: "MAP_ADMIN", permissions });
    const person = { ...facts, kind: "user", userId: user.id, role: "MAP_ADMIN", permissions };
    expect(await byCookie(await cookie())).toMatchObject({ ...person, sessionId: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown });
    const { familyId } = await family();
    expect(await byBearer(await bearerFor({ familyId }))).toMatchObject({ ...person, sessionId: null, familyId });
  });

  it("is the bearer where both are brought", async () => {
    const one = await setUp();
    const other = await setUp();
    const bearerToken = await one.bearerFor(await one.family());
    expect(await resolveActor(one.deps, facts, { bearerToken, sessionToken: await other.cookie() })).toMatchObject({ userId: one.user.id });
    await expect(resolveActor(one.deps, facts, { bearerToken: "forged", sessionToken: await one.cookie() })).rejects.toMatchObject(
      tokenRefused,
    );
  });

  it("is a worker with a worker's token until it is revoked", async () => {
    const { deps, user, byBearer } = await setUp({ role: "SUPER_ADMIN" });
    const worker = await createWorkerToken(deps, actorOf(user), { name: "basement-gpu" });
    expect(await byBearer(worker.token)).toEqual({ ...facts, kind: "worker", workerName: "basement-gpu" });
    await expect(byBearer(`${worker.token}x`)).rejects.toMatchObject(tokenRefused);
    expect(await resolveActor(deps, facts, { sessionToken: worker.token })).toMatchObject({ kind: "anonymous" });
    await revokeWorkerToken(deps, actorOf(user), { id: worker.id });
    await expect(byBearer(worker.token)).rejects.toMatchObject(tokenRefused);
  });
});

describe("a bearer token", () => {
  it("is refused when expired, forged, unsigned, of an unknown family or of somebody else's", async () => {
    const { clock, deps, user, family, bearerFor, byBearer } = await setUp();
    const mine = await family();
    const other = await setUp();
    const { familyId } = await other.family();
    const earlier = new Date(clock.now().getTime() - 16 * 60_000);
    const claims = { userId: user.id, familyId: mine.familyId };
    const forged: Record<string, string> = {
      expired: await bearerFor(mine, earlier),
      otherKey: (await signAccessToken(new TextEncoder().encode("somebody else's key of 32 bytes!"), claims, clock.now())).accessToken,
      algNone: withoutSignature(await bearerFor(mine)),
      unknownFamily: await bearerFor({ familyId: deps.newId() }),
      othersFamily: await bearerFor({ familyId }),
      refreshToken: mine.token,
      nothing: "",
    };
    for (const [name, token] of Object.entries(forged)) await expect(byBearer(token), name).rejects.toMatchObject(tokenRefused);
    expect(await byBearer(await bearerFor(mine))).toMatchObject({ userId: user.id });
  });

  it("ends with its family, even before its quarter of an hour", async () => {
    const { deps, family, bearerFor, byBearer } = await setUp();
    const bearer = await bearerFor(await family());
    const actor = await byBearer(bearer);
    await signOut(deps, actor);
    await expect(byBearer(bearer)).rejects.toMatchObject(tokenRefused);
  });
});

describe("an account that may not act any more", () => {
  const lapsed = (user: User, lapse: string) => ({ kind: "anonymous", lapsed: { userId: user.id, lapse } });

  it.each(userStatuses.filter((status): status is Exclude<UserStatus, "ACTIVE"> => status !== "ACTIVE"))(
    "is out with its next request on every open session when it becomes %s",
    async (status) => {
      const { deps, user, cookie, family, bearerFor, byCookie, byBearer } = await setUp();
      const admin = actorOf(await aUser(database.db, { role: "SUPER_ADMIN" }));
      const token = await cookie();
      const bearer = await bearerFor(await family());
      expect((await byCookie(token)).kind).toBe("user");
      expect((await byBearer(bearer)).kind).toBe("user");
      await updateUser(deps, admin, { id: user.id, status });
      expect(await byCookie(token)).toMatchObject(lapsed(user, status));
      expect(await byBearer(bearer)).toMatchObject(lapsed(user, status));
      await updateUser(deps, admin, { id: user.id, status: "ACTIVE" });
      expect((await byCookie(token)).kind).toBe("user");
    },
  );

  it("is out the moment its date passes, though nobody wrote it down", async () => {
    const { clock, user, cookie, byCookie } = await setUp({ role: "TEMP", expiresAt: new Date("2026-05-01T10:00:01Z") });
    const token = await cookie();
    expect((await byCookie(token)).kind).toBe("user");
    clock.advance(1000);
    expect(await byCookie(token)).toMatchObject(lapsed(user, "EXPIRED"));
  });

  it("is out within a second when the event that says so is lost", async () => {
    const { clock, user, cookie, byCookie } = await setUp();
    const token = await cookie();
    expect((await byCookie(token)).kind).toBe("user");
    await updateRow(database.db, user.id, { status: "SUSPENDED" });
    clock.advance(1001);
    expect(await byCookie(token)).toMatchObject(lapsed(user, "SUSPENDED"));
  });
});

it("takes a role away at once", async () => {
  const { deps, user, cookie, byCookie } = await setUp({ role: "INFLUENCE_ADMIN" });
  const admin = actorOf(await aUser(database.db, { role: "SUPER_ADMIN" }));
  const token = await cookie();
  expect(await byCookie(token)).toMatchObject({ role: "INFLUENCE_ADMIN" });
  await updateUser(deps, admin, { id: user.id, role: "USER" });
  expect(await byCookie(token)).toMatchObject({ role: "USER" });
});

it("signs out one session, or all of them with every token", async () => {
  const { deps, user, cookie, family, bearerFor, byCookie, byBearer } = await setUp();
  const [first, second, third] = [await cookie(), await cookie(), await cookie()];
  const bearer = await bearerFor(await family());
  await signOut(deps, await byCookie(first));
  expect((await byCookie(first)).kind).toBe("anonymous");
  expect((await byCookie(second)).kind).toBe("user");
  const stranger = await setUp();
  const strangersToken = await stranger.cookie();
  await signOutEverywhere(deps, actorOf(user));
  for (const token of [first, second, third]) expect((await byCookie(token)).kind).toBe("anonymous");
  await expect(byBearer(bearer)).rejects.toMatchObject(tokenRefused);
  expect((await stranger.byCookie(strangersToken)).kind).toBe("user");
});

it("leaves a stranger who signs out in peace", async () => {
  const { deps } = await setUp();
  await expect(signOut(deps, aStranger())).resolves.toBeUndefined();
});
