import { aStranger, aUser, createTestDb, fakeClock, testDeps, type TestDb, testPassword } from "@cml/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findUser, listSessions } from "@cml/db/auth";
import { changePassword } from "../users/change-password";
import { resolveActor } from "./resolve-actor";
import { signIn } from "./sign-in";

let database: TestDb;
beforeAll(async () => {
  database = await createTestDb();
});
afterAll(() => database.drop());

const setUp = () => {
  const clock = fakeClock("2026-05-01T10:00:00Z");
  return { clock, deps: testDeps({ db: database.db, clock }) };
};
const from = (ipHash: string) => aStranger({ ipHash });
let addresses = 0;
const anywhere = () => from(`address-${(addresses += 1)}`);
const withPassword = (email: string | null, password = testPassword) => ({ email: email ?? "", password, remember: false });

describe("signing in", () => {
  it("opens a session that is this person's, and notes when", async () => {
    const { deps, clock } = setUp();
    const user = await aUser(database.db, { role: "MAP_ADMIN" });
    const { me, session } = await signIn(deps, anywhere(), withPassword(user.email));
    expect(me).toMatchObject({ id: user.id, role: "MAP_ADMIN", granted: expect.arrayContaining(["cut.edit"]) as unknown });
    expect(JSON.stringify(me)).not.toContain("$2b$");
    expect(await resolveActor(deps, anywhere(), { sessionToken: session.token })).toMatchObject({ kind: "user", userId: user.id });
    expect((await findUser(database.db, user.id))?.lastLoginAt).toEqual(clock.now());
  });

  it("answers unknown e-mail, wrong password and an account without a password with the same words", async () => {
    const { deps } = setUp();
    const user = await aUser(database.db);
    const walkUp = await aUser(database.db, { passwordHash: null });
    const refused = { code: "UNAUTHENTICATED", messageKey: "auth.wrongCredentials", params: {} };
    await expect(signIn(deps, anywhere(), withPassword(user.email, "Wrong-Horse-77"))).rejects.toMatchObject(refused);
    await expect(signIn(deps, anywhere(), withPassword("nobody@example.org"))).rejects.toMatchObject(refused);
    await expect(signIn(deps, anywhere(), withPassword(walkUp.email))).rejects.toMatchObject(refused);
    expect(await listSessions(database.db, user.id)).toEqual([]);
  });

  it.each([
    ["INACTIVE", { status: "INACTIVE" }],
    ["SUSPENDED", { status: "SUSPENDED" }],
    ["EXPIRED", { status: "EXPIRED" }],
    ["EXPIRED", { expiresAt: new Date("2026-05-01T10:00:00Z") }],
    ["UNVERIFIED", { createdVia: "STANDARD", emailVerified: false }],
  ] as const)("refuses an account that is %s, and says so only to who knows the password", async (lapse, given) => {
    const { deps } = setUp();
    const user = await aUser(database.db, given);
    await expect(signIn(deps, anywhere(), withPassword(user.email))).rejects.toMatchObject({
      code: "FORBIDDEN",
      messageKey: `auth.lapsed.${lapse}`,
    });
    await expect(signIn(deps, anywhere(), withPassword(user.email, "Wrong-Horse-77"))).rejects.toMatchObject({
      messageKey: "auth.wrongCredentials",
    });
    expect(await listSessions(database.db, user.id)).toEqual([]);
  });

  it("leaves an entry for a refused attempt and for an opened session, without the e-mail", async () => {
    const { deps } = setUp();
    const user = await aUser(database.db);
    await signIn(deps, anywhere(), withPassword(user.email, "Wrong-Horse-77")).catch(() => undefined);
    await signIn(deps, anywhere(), withPassword(user.email));
    const items = await database.db.prisma.auditEntry.findMany({ where: { entity: "User", entityId: user.id } });
    expect(items.map(({ action }) => action).sort()).toEqual(["session.open", "session.refuse"]);
    expect(JSON.stringify(items)).not.toContain(user.email);
  });

  it("opens nothing with a password that was changed while it was being checked", async () => {
    const { deps } = setUp();
    const user = await aUser(database.db);
    const { session } = await signIn(deps, anywhere(), withPassword(user.email));
    const actor = await resolveActor(deps, anywhere(), { sessionToken: session.token });
    if (actor.kind !== "user") throw new Error("not signed in");
    const [, late] = await Promise.allSettled([
      changePassword(deps, actor, { currentPassword: testPassword, newPassword: "Another-Horse-8" }),
      signIn(deps, anywhere(), withPassword(user.email)),
    ]);
    // Whoever came first: a session opened with the old password does not outlive the change.
    if (late.status === "fulfilled")
      expect(await resolveActor(deps, anywhere(), { sessionToken: late.value.session.token })).toMatchObject({ kind: "anonymous" });
    await expect(signIn(deps, anywhere(), withPassword(user.email))).rejects.toMatchObject({ messageKey: "auth.wrongCredentials" });
  });
});

describe("guessing", () => {
  it("is stopped after ten attempts a minute from one address, whichever account is tried", async () => {
    const { deps, clock } = setUp();
    const attempt = (index: number) => signIn(deps, from("one-address"), withPassword(`nobody-${index}@example.org`));
    for (let index = 0; index < 10; index += 1) await expect(attempt(index)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(attempt(10)).rejects.toMatchObject({ code: "RATE_LIMITED", messageKey: "rateLimited" });
    clock.advance(61_000);
    await expect(attempt(11)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("is stopped after ten attempts a minute on one account, from wherever they come", async () => {
    const { deps, clock } = setUp();
    const user = await aUser(database.db);
    const attempt = (password: string) => signIn(deps, anywhere(), withPassword(user.email, password));
    for (let index = 0; index < 10; index += 1) await expect(attempt("Wrong-Horse-77")).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(attempt(testPassword)).rejects.toMatchObject({ code: "RATE_LIMITED" });
    clock.advance(61_000);
    await expect(attempt(testPassword)).resolves.toMatchObject({ me: { id: user.id } });
  });

  it("stops on an address nobody has in the same way", async () => {
    const { deps } = setUp();
    const attempt = () => signIn(deps, anywhere(), withPassword("nobody@nowhere.example"));
    for (let index = 0; index < 10; index += 1) await attempt().catch(() => undefined);
    await expect(attempt()).rejects.toMatchObject({ code: "RATE_LIMITED" });
  });

  it("does not lock an account by attempts that were refused by their address", async () => {
    const { deps } = setUp();
    const user = await aUser(database.db);
    for (let index = 0; index < 30; index += 1)
      await signIn(deps, from("a-bully"), withPassword("x@example.org", "no")).catch(() => undefined);
    for (let index = 0; index < 30; index += 1) await signIn(deps, from("a-bully"), withPassword(user.email, "no")).catch(() => undefined);
    await expect(signIn(deps, anywhere(), withPassword(user.email))).resolves.toMatchObject({ me: { id: user.id } });
  });

  it("is forgotten for an account whose owner got in", async () => {
    const { deps } = setUp();
    const user = await aUser(database.db);
    for (let round = 0; round < 3; round += 1) {
      for (let index = 0; index < 5; index += 1) await signIn(deps, anywhere(), withPassword(user.email, "no")).catch(() => undefined);
      await expect(signIn(deps, anywhere(), withPassword(user.email))).resolves.toMatchObject({ me: { id: user.id } });
    }
  });
});
