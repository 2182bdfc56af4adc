import { actorOf, aStranger, aUser, createTestDb, testDeps, type TestDb, testPassword } from "@cml/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callerFor, type Told } from "../caller";
import { adminRouter, publicRouter } from "..";

let database: TestDb;
beforeAll(async () => {
  database = await createTestDb();
});
afterAll(() => database.drop());

const deps = () => testDeps({ db: database.db });
const asStranger = (locale: "en" | "fr" = "en") => callerFor(publicRouter, { deps: deps(), actor: aStranger({ locale }) });
const asAdmin = async () => callerFor(adminRouter, { deps: deps(), actor: actorOf(await aUser(database.db, { role: "SUPER_ADMIN" })) });

const refused = (told: Told): Extract<Told, { ok: false }> => {
  if (told.ok) throw new Error("the call was answered");
  return told;
};
const rows = async () => ({
  users: await database.db.prisma.user.count(),
  sessions: await database.db.prisma.session.count(),
  tokens: await database.db.prisma.oneTimeToken.count(),
  mails: await database.db.prisma.templateMail.count(),
});

const person = { name: "Noor Haddad", email: "noor@example.org", password: testPassword };
const long = "x".repeat(100_000);
const nested = JSON.parse(`${"[".repeat(2000)}${"]".repeat(2000)}`) as unknown;

describe("what is sent to the doors of accounts", () => {
  it.each<[string, string, unknown, string]>([
    ["nothing", "auth.sessions.signIn", undefined, ""],
    ["a text instead of fields", "auth.sessions.signIn", "hello", ""],
    ["a list instead of fields", "auth.sessions.signIn", [], ""],
    ["no password", "auth.sessions.signIn", { email: person.email }, "password"],
    ["a number as password", "auth.sessions.signIn", { email: person.email, password: 12 }, "password"],
    ["an object as e-mail (an operator of some databases)", "auth.sessions.signIn", { email: { $ne: "" }, password: "x" }, "email"],
    ["a very long password", "auth.sessions.signIn", { email: person.email, password: long }, "password"],
    ["a very long e-mail", "auth.sessions.signIn", { email: `${long}@example.org`, password: "x" }, "email"],
    ["a header smuggled into the e-mail", "auth.sessions.signIn", { email: "a@example.org\r\nBcc: b@example.org", password: "x" }, "email"],
    ["remember as a text", "auth.sessions.signIn", { ...person, remember: "yes" }, "remember"],
    ["a header smuggled into a name", "auth.users.signUp", { ...person, name: "Noor\r\nBcc: everyone@example.org" }, "name"],
    ["a line separator in a name", "auth.users.signUp", { ...person, name: "Noor\u2028Haddad" }, "name"],
    ["a NUL in a name", "auth.users.signUp", { ...person, name: "Noor\u0000" }, "name"],
    ["a name of blanks", "auth.users.signUp", { ...person, name: "   " }, "name"],
    ["a weak password", "auth.users.signUp", { ...person, password: "aaaaaaaaaaaa" }, "password"],
    ["a password of 73 bytes", "auth.users.signUp", { ...person, password: `Aa1${"x".repeat(70)}` }, "password"],
    ["a phone that is a script", "auth.users.signUp", { ...person, phone: "<script>" }, "phone"],
    ["a token that is a path", "auth.users.verifyEmail", { token: "../../../../../../etc/passwd" }, "token"],
    ["a token that is a query", "auth.users.verifyEmail", { token: "' OR '1'='1' -- aaaaaaaaaaaa" }, "token"],
    ["a very long token", "auth.users.resetPassword", { token: long, password: testPassword }, "token"],
    ["a very deep list", "auth.users.requestPasswordReset", { email: nested }, "email"],
  ])("%s is bad input, and writes nothing", async (_name, path, input, field) => {
    const before = await rows();
    const told = refused(await asStranger()(path, input));
    expect(told).toMatchObject({ code: "BAD_REQUEST", data: { messageKey: "input.invalid" } });
    expect(told.data.fields.map((issue) => issue.path)).toContain(field);
    expect(told.cookie).toBeUndefined();
    expect(await rows()).toEqual(before);
  });

  it("is told in the person's language, field by field, without stack, SQL or what was typed", async () => {
    const told = refused(await asStranger("fr")("auth.users.signUp", { ...person, email: "no", password: "My-S3cret" }));
    expect(told.message).toBe("Certains champs sont à revoir.");
    expect(told.data.fields).toEqual([
      { path: "email", message: "Entrez une adresse courriel comme nom@exemple.org." },
      { path: "password", message: "Au moins 12 caractères, dont une majuscule, une minuscule et un chiffre." },
    ]);
    expect(JSON.stringify(told)).not.toMatch(/My-S3cret|stack|node_modules|SELECT|prisma/i);
  });

  it("may not name fields that only administrators set", async () => {
    await database.db.prisma.siteSettings.update({ where: { id: "default" }, data: { signUpEnabled: true } });
    const wish = { ...person, role: "SUPER_ADMIN", status: "ACTIVE", emailVerified: true, permissions: { areas: { auth: "edit" } } };
    expect(await asStranger()("auth.users.signUp", wish)).toMatchObject({ ok: true, data: {} });
    expect(await database.db.prisma.user.findUniqueOrThrow({ where: { email: person.email } })).toMatchObject({
      role: "USER",
      emailVerified: false,
      permissions: {},
    });
  });
});

describe("another person's account", () => {
  it("is not changed by naming its id among one's own", async () => {
    const [one, other] = [await aUser(database.db), await aUser(database.db)];
    const call = callerFor(adminRouter, { deps: deps(), actor: actorOf(one) });
    expect(await call("auth.sessions.updateProfile", { id: other.id, userId: other.id, name: "Mine" })).toMatchObject({ ok: true });
    expect(await database.db.prisma.user.findUniqueOrThrow({ where: { id: other.id } })).toMatchObject({ name: other.name });
    for (const path of ["auth.users.get", "auth.users.update"])
      expect(refused(await call(path, { id: other.id, name: "Mine" }))).toMatchObject({
        code: "FORBIDDEN",
        data: { messageKey: "auth.notAllowed" },
      });
  });

  it.each([
    ["no id", {}],
    ["an id that is none", { id: "1" }],
    ["a list of ids", { id: ["x"] }],
    ["a query as id", { id: "x' OR 1=1" }],
  ])("is not found by %s", async (_name, input) => {
    expect(refused(await (await asAdmin())("auth.users.get", input))).toMatchObject({ code: "BAD_REQUEST" });
  });

  it("that does not exist is told as such", async () => {
    const told = refused(await (await asAdmin())("auth.users.get", { id: crypto.randomUUID() }));
    expect(told).toMatchObject({ code: "NOT_FOUND", message: "There is no such account." });
  });

  it.each([
    ["a role nobody has", { role: "ROOT" }],
    ["an area nobody knows", { permissions: { areas: { everything: "edit" } } }],
    ["a cut that is no id", { permissions: { areas: {}, cutIds: ["all"] } }],
    ["a date that is a text", { expiresAt: "tomorrow" }],
    ["an impossible date", { expiresAt: new Date("never") }],
  ])("is not given %s", async (_name, changes) => {
    const user = await aUser(database.db);
    expect(refused(await (await asAdmin())("auth.users.update", { id: user.id, ...changes }))).toMatchObject({ code: "BAD_REQUEST" });
    expect(await database.db.prisma.user.findUniqueOrThrow({ where: { id: user.id } })).toMatchObject({ role: "USER", expiresAt: null });
  });
});

describe("the cookie", () => {
  it("is set by a sign-in alone, and its token stands nowhere in the answer", async () => {
    const user = await aUser(database.db);
    const told = await asStranger()("auth.sessions.signIn", { email: user.email, password: testPassword, remember: true });
    expect(told).toMatchObject({ ok: true, data: { id: user.id }, cookie: { token: expect.stringMatching(/^r[\w-]{43}$/) as unknown } });
    expect(JSON.stringify(told.ok && told.data)).not.toContain(told.cookie?.token);
    expect(refused(await asStranger()("auth.sessions.signIn", { email: user.email, password: "Wrong-Horse-77" }))).toMatchObject({
      code: "UNAUTHORIZED",
      cookie: undefined,
    });
  });

  it("is cleared by signing out, even for who was not signed in", async () => {
    expect(await asStranger()("auth.sessions.signOut")).toMatchObject({ ok: true, cookie: null });
  });
});
