import { findUser } from "@cml/db/auth";
import { createUserInput, listUsersInput, type Permissions, type UserRole } from "@cml/domain/auth";
import { systemActor } from "@cml/domain/kernel";
import { actorOf, aStranger, aUser, createTestDb, testDeps, type TestDb, testPassword } from "@cml/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { signIn } from "../sessions/sign-in";
import { createUser } from "./create-user";
import { getUser } from "./get-user";
import { listUsers } from "./list-users";
import { updateUser } from "./update-user";

// One database each: who is the last administrator is a question about all of them.
let database: TestDb;
beforeEach(async () => {
  database = await createTestDb();
});
afterEach(() => database.drop());

const setUp = async (role: UserRole = "SUPER_ADMIN", areas: Permissions["areas"] = {}) => {
  const deps = testDeps({ db: database.db });
  const manager = await aUser(database.db, { role, permissions: { areas, cutIds: null } });
  return { deps, manager, actor: actorOf(manager) };
};
const aWish = (given: Record<string, unknown> = {}) =>
  createUserInput.parse({ email: "New.Person@Example.org", name: "Noor Haddad", role: "USER", ...given });
const beyond = { code: "FORBIDDEN", messageKey: "auth.aboveOwnRole" };
const lastOne = { code: "CONFLICT", messageKey: "auth.lastAdministrator" };

describe("making an account", () => {
  it("invites the person by mail to choose a password", async () => {
    const { deps, actor, manager } = await setUp();
    const user = await createUser(deps, actor, aWish());
    expect(user).toMatchObject({ email: "new.person@example.org", role: "USER", createdVia: "ADMIN", mustChangePassword: false });
    const [mail] = await database.db.prisma.templateMail.findMany();
    expect(mail).toMatchObject({ templateKey: "account-invitation", toEmail: "new.person@example.org", toName: "Noor Haddad" });
    expect(mail?.variables).toMatchObject({ INVITED_BY: manager.name, RESET_URL: expect.stringContaining("/reset/") as unknown });
    expect(deps.jobs.added).toHaveLength(1);
  });

  it("may give a first password, which has to be changed", async () => {
    const { deps, actor } = await setUp();
    await createUser(deps, actor, aWish({ password: testPassword }));
    expect(await database.db.prisma.templateMail.count()).toBe(0);
    const { me } = await signIn(deps, aStranger(), { email: "new.person@example.org", password: testPassword, remember: false });
    expect(me.mustChangePassword).toBe(true);
  });

  it("is refused for an address that has one, and writes nothing", async () => {
    const { deps, actor } = await setUp();
    await createUser(deps, actor, aWish());
    await expect(createUser(deps, actor, aWish({ email: "NEW.person@example.ORG" }))).rejects.toMatchObject({
      messageKey: "auth.emailTaken",
    });
    expect(await database.db.prisma.user.count()).toBe(2);
    expect(await database.db.prisma.templateMail.count()).toBe(1);
  });

  it("is refused above the own role, and to a stranger", async () => {
    const { deps, actor } = await setUp("MAP_ADMIN", { auth: "edit" });
    for (const given of [{ role: "SUPER_ADMIN" }, { role: "INFLUENCE_ADMIN" }, { permissions: { areas: { settings: "edit" } } }])
      await expect(createUser(deps, actor, aWish(given))).rejects.toMatchObject(beyond);
    await expect(createUser(deps, aStranger(), aWish())).rejects.toMatchObject(beyond);
    await expect(createUser(deps, actor, aWish({ role: "MAP_ADMIN" }))).resolves.toMatchObject({ role: "MAP_ADMIN" });
  });

  it("is open to the command line", async () => {
    const { deps } = await setUp();
    await expect(createUser(deps, systemActor(), aWish({ role: "SUPER_ADMIN" }))).resolves.toMatchObject({ role: "SUPER_ADMIN" });
  });
});

describe("changing an account", () => {
  it("changes what is given, and says so to every process", async () => {
    const { deps, actor } = await setUp();
    const user = await aUser(database.db);
    const permissions = { areas: { influence: "view" as const }, cutIds: null };
    expect(await updateUser(deps, actor, { id: user.id, role: "MAP_ADMIN", permissions })).toMatchObject({
      role: "MAP_ADMIN",
      permissions,
      name: user.name,
    });
    expect(deps.events.published).toEqual([{ type: "user.changed", userId: user.id }]);
  });

  it("makes an address unverified when it changes, and its mailed links void", async () => {
    const { deps, actor } = await setUp();
    const user = await createUser(deps, actor, aWish());
    await updateUser(deps, actor, { id: user.id, email: "other@example.org" });
    expect(await findUser(database.db, user.id)).toMatchObject({ email: "other@example.org", emailVerified: false });
    expect(await database.db.prisma.oneTimeToken.count({ where: { userId: user.id, usedAt: null } })).toBe(0);
    await expect(
      updateUser(deps, actor, { id: user.id, email: actor.userId ? ((await getUser(deps, actor, { id: actor.userId })).email ?? "") : "" }),
    ).rejects.toMatchObject({
      code: "CONFLICT",
      messageKey: "auth.emailTaken",
    });
  });

  it("does not reach whoever may do more, nor raise anybody above oneself", async () => {
    const { deps, actor, manager } = await setUp("MAP_ADMIN", { auth: "edit" });
    const admin = await aUser(database.db, { role: "SUPER_ADMIN" });
    const organiser = await aUser(database.db, { role: "INFLUENCE_ADMIN" });
    const volunteer = await aUser(database.db);
    for (const { id } of [admin, organiser])
      await expect(updateUser(deps, actor, { id, status: "SUSPENDED" })).rejects.toMatchObject(beyond);
    await expect(updateUser(deps, actor, { id: volunteer.id, role: "SUPER_ADMIN" })).rejects.toMatchObject(beyond);
    await expect(updateUser(deps, actor, { id: manager.id, role: "SUPER_ADMIN" })).rejects.toMatchObject(beyond);
    await expect(updateUser(deps, actorOf(volunteer), { id: admin.id, status: "SUSPENDED" })).rejects.toMatchObject(beyond);
    await expect(updateUser(deps, actor, { id: volunteer.id, status: "SUSPENDED" })).resolves.toMatchObject({ status: "SUSPENDED" });
    expect(await findUser(database.db, admin.id)).toMatchObject({ status: "ACTIVE", role: "SUPER_ADMIN" });
  });

  it.each([
    ["demote", { role: "USER" }],
    ["suspend", { status: "SUSPENDED" }],
    ["switch off", { status: "INACTIVE" }],
    ["end", { expiresAt: new Date("2020-01-01T00:00:00Z") }],
  ] as const)("does not %s the last administrator, oneself or another", async (_name, changes) => {
    const { deps, actor, manager } = await setUp();
    await aUser(database.db, { role: "SUPER_ADMIN", status: "SUSPENDED" });
    await expect(updateUser(deps, actor, { id: manager.id, ...changes })).rejects.toMatchObject(lastOne);
    const second = await aUser(database.db, { role: "SUPER_ADMIN" });
    await expect(updateUser(deps, actor, { id: second.id, ...changes })).resolves.toMatchObject({ id: second.id });
    await expect(updateUser(deps, actor, { id: manager.id, ...changes })).rejects.toMatchObject(lastOne);
  });

  it("leaves one administrator when two demote each other at the same moment", async () => {
    const { deps, actor, manager } = await setUp();
    const second = await aUser(database.db, { role: "SUPER_ADMIN" });
    const ended = await Promise.allSettled([
      updateUser(deps, actor, { id: second.id, role: "USER" }),
      updateUser(deps, actorOf(second), { id: manager.id, role: "USER" }),
    ]);
    expect(ended.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await database.db.prisma.user.count({ where: { role: "SUPER_ADMIN", status: "ACTIVE" } })).toBe(1);
  });

  it("answers for an account that is not there", async () => {
    const { deps, actor } = await setUp();
    const missing = { code: "NOT_FOUND", messageKey: "auth.userNotFound" };
    await expect(updateUser(deps, actor, { id: deps.newId(), name: "x" })).rejects.toMatchObject(missing);
    await expect(getUser(deps, actor, { id: deps.newId() })).rejects.toMatchObject(missing);
  });
});

describe("the list", () => {
  it("finds by name, e-mail, role and status, a page at a time, and never shows a hash", async () => {
    const { deps, actor } = await setUp();
    await aUser(database.db, { name: "Zoé 100%_Noël", email: "zoe@example.org" });
    for (let index = 0; index < 3; index += 1) await aUser(database.db, { name: `Volunteer ${index}`, status: "INACTIVE" });
    const list = async (given: Record<string, unknown>) =>
      (await listUsers(deps, actor, listUsersInput.parse(given))).items.map(({ name }) => name);
    expect(await list({ search: "zoé" })).toEqual(["Zoé 100%_Noël"]);
    expect(await list({ search: "%_" })).toEqual(["Zoé 100%_Noël"]);
    expect(await list({ search: "ZOE@" })).toEqual(["Zoé 100%_Noël"]);
    expect(await list({ status: "INACTIVE", pageSize: 2, page: 2 })).toEqual(["Volunteer 2"]);
    expect(await list({ role: "MAP_ADMIN" })).toEqual([]);
    const page = await listUsers(deps, actor, listUsersInput.parse({}));
    expect(page.total).toBe(5);
    expect(JSON.stringify(page)).not.toContain("$2b$");
  });
});
