import { findUser, findUserByEmail } from "@cml/db/auth";
import { updateSiteSettings } from "@cml/db/settings";
import { actorOf, aStranger, aUser, createTestDb, fakeClock, testDeps, type TestDb, testPassword } from "@cml/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSession } from "@cml/auth";
import { resolveActor } from "../sessions/resolve-actor";
import { signIn } from "../sessions/sign-in";
import { changePassword } from "./change-password";
import { requestPasswordReset } from "./request-password-reset";
import { resetPassword } from "./reset-password";
import { signUp } from "./sign-up";
import { updateProfile } from "./update-profile";
import { verifyEmail } from "./verify-email";

let database: TestDb;
beforeAll(async () => {
  database = await createTestDb();
  await updateSiteSettings(database.db, { signUpEnabled: true });
});
afterAll(() => database.drop());

let count = 0;
const unique = () => (count += 1);
const newPassword = "Another-Horse-8";
const linkUsedUp = { code: "NOT_FOUND", messageKey: "auth.linkUsedUp" };
const wrong = { messageKey: "auth.wrongCredentials" };

const setUp = () => {
  const clock = fakeClock("2026-05-01T10:00:00Z");
  const deps = testDeps({ db: database.db, clock });
  const stranger = () => aStranger({ ipHash: `address-${unique()}` });
  const tryPassword = (email: string | null, password: string) =>
    signIn(deps, stranger(), { email: email ?? "", password, remember: false });
  return { clock, deps, stranger, tryPassword };
};

/** The mails waiting for an address, with the token of each link. */
const mailsTo = async (email: string | null) => {
  const rows = await database.db.prisma.templateMail.findMany({ where: { toEmail: email ?? "" }, orderBy: { createdAt: "asc" } });
  return rows.map(({ templateKey, locale, toName, variables }) => {
    const given = variables as Record<string, string>;
    const link = given["VERIFY_URL"] ?? given["RESET_URL"] ?? "";
    return { templateKey, locale, toName, link, token: link.slice(link.lastIndexOf("/") + 1) };
  });
};
const lastMailTo = async (email: string | null) => {
  const mail = (await mailsTo(email)).at(-1);
  if (mail === undefined) throw new Error(`no mail to ${String(email)}`);
  return mail;
};

describe("signing up", () => {
  const wish = () => ({ name: "Émilie Roy", email: `new-${unique()}@example.org`, password: testPassword });

  it("makes a volunteer's account that works once its address is verified", async () => {
    const { deps, stranger, tryPassword } = setUp();
    const input = wish();
    await signUp(deps, { ...stranger(), locale: "fr" }, input);
    expect(await findUserByEmail(database.db, input.email)).toMatchObject({ role: "USER", createdVia: "STANDARD", emailVerified: false });
    await expect(tryPassword(input.email, testPassword)).rejects.toMatchObject({ messageKey: "auth.lapsed.UNVERIFIED" });
    const mail = await lastMailTo(input.email);
    expect(mail).toMatchObject({ templateKey: "email-verification", locale: "fr", toName: "Émilie Roy" });
    expect(mail.link).toMatch(/^https:\/\/act\.example\.org\/fr\/verify\/[\w-]{43}$/);
    await verifyEmail(deps, stranger(), { token: mail.token, password: testPassword });
    await expect(tryPassword(input.email, testPassword)).resolves.toMatchObject({ me: { role: "USER" } });
    await expect(verifyEmail(deps, stranger(), { token: mail.token, password: testPassword })).rejects.toMatchObject(linkUsedUp);
  });

  it("answers for a known address as for a new one, and tells only its owner", async () => {
    const { deps, stranger, tryPassword } = setUp();
    const owner = await aUser(database.db);
    await expect(signUp(deps, stranger(), { ...wish(), email: owner.email ?? "", password: newPassword })).resolves.toBeUndefined();
    expect((await mailsTo(owner.email)).map(({ templateKey }) => templateKey)).toEqual(["account-exists"]);
    expect(await findUser(database.db, owner.id)).toMatchObject({ name: owner.name });
    await expect(tryPassword(owner.email, newPassword)).rejects.toMatchObject(wrong);
  });

  it("lets the newest wish for an unverified address count, and voids the older link", async () => {
    const { deps, stranger, tryPassword } = setUp();
    const input = wish();
    await signUp(deps, stranger(), { ...input, password: "Somebody-Elses-1" });
    const older = await lastMailTo(input.email);
    await signUp(deps, stranger(), input);
    await expect(verifyEmail(deps, stranger(), { token: older.token, password: "Somebody-Elses-1" })).rejects.toMatchObject(linkUsedUp);
    await verifyEmail(deps, stranger(), { token: (await lastMailTo(input.email)).token, password: testPassword });
    await expect(tryPassword(input.email, "Somebody-Elses-1")).rejects.toMatchObject(wrong);
    await expect(tryPassword(input.email, testPassword)).resolves.toMatchObject({ me: { name: "Émilie Roy" } });
  });

  it("is not made usable by its address's owner for a stranger who chose the password", async () => {
    const { deps, stranger, tryPassword } = setUp();
    const input = { ...wish(), password: "Somebody-Elses-1" };
    await signUp(deps, stranger(), input);
    const { token } = await lastMailTo(input.email);
    const refused = { code: "INVALID", messageKey: "auth.wrongSignUpPassword" };
    await expect(verifyEmail(deps, stranger(), { token, password: testPassword })).rejects.toMatchObject(refused);
    await expect(tryPassword(input.email, "Somebody-Elses-1")).rejects.toMatchObject({ messageKey: "auth.lapsed.UNVERIFIED" });
    await verifyEmail(deps, stranger(), { token, password: "Somebody-Elses-1" });
    await expect(tryPassword(input.email, "Somebody-Elses-1")).resolves.toMatchObject({ me: { role: "USER" } });
  });

  it("makes one account of two sign-ups that come together", async () => {
    const { deps, stranger } = setUp();
    const input = wish();
    await Promise.all([signUp(deps, stranger(), input), signUp(deps, stranger(), input)]);
    expect(await database.db.prisma.user.count({ where: { email: input.email } })).toBe(1);
  });

  it("is refused while it is switched off, whoever asks", async () => {
    const { deps, stranger } = setUp();
    await updateSiteSettings(database.db, { signUpEnabled: false });
    const input = wish();
    await expect(signUp(deps, stranger(), input)).rejects.toMatchObject({ code: "FORBIDDEN", messageKey: "auth.signUpClosed" });
    await updateSiteSettings(database.db, { signUpEnabled: true });
    expect(await findUserByEmail(database.db, input.email)).toBeNull();
    expect(await mailsTo(input.email)).toEqual([]);
  });

  it("is limited to ten a minute from one address", async () => {
    const { deps } = setUp();
    await updateSiteSettings(database.db, { signUpEnabled: false });
    const attempt = () => signUp(deps, aStranger({ ipHash: "eager" }), wish());
    for (let index = 0; index < 10; index += 1) await expect(attempt()).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(attempt()).rejects.toMatchObject({ code: "RATE_LIMITED" });
    await updateSiteSettings(database.db, { signUpEnabled: true });
  });
});

describe("a forgotten password", () => {
  const asked = async () => {
    const all = setUp();
    const user = await aUser(database.db);
    await requestPasswordReset(all.deps, all.stranger(), { email: user.email ?? "" });
    return { ...all, user, mail: await lastMailTo(user.email) };
  };

  it("is replaced by way of the mailed link, which ends every session", async () => {
    const { deps, stranger, user, mail, clock, tryPassword } = await asked();
    const { token } = await startSession({ db: database.db, now: clock.now() }, { userId: user.id, remember: true, deviceLabel: null });
    expect((await resolveActor(deps, stranger(), { sessionToken: token })).kind).toBe("user");
    await resetPassword(deps, stranger(), { token: mail.token, password: newPassword });
    expect((await resolveActor(deps, stranger(), { sessionToken: token })).kind).toBe("anonymous");
    await expect(tryPassword(user.email, testPassword)).rejects.toMatchObject(wrong);
    await expect(tryPassword(user.email, newPassword)).resolves.toMatchObject({ me: { id: user.id } });
  });

  it("is replaced once by each link, even when two come together", async () => {
    const { deps, stranger, mail } = await asked();
    const attempt = () => resetPassword(deps, stranger(), { token: mail.token, password: newPassword });
    const ended = await Promise.allSettled([attempt(), attempt()]);
    expect(ended.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("is not replaced by a link that is an hour old, that a newer one replaced, or that is for something else", async () => {
    const { clock, deps, stranger, user, mail, tryPassword } = await asked();
    await requestPasswordReset(deps, stranger(), { email: user.email ?? "" });
    await expect(resetPassword(deps, stranger(), { token: mail.token, password: newPassword })).rejects.toMatchObject(linkUsedUp);
    const newer = await lastMailTo(user.email);
    await expect(verifyEmail(deps, stranger(), { token: newer.token, password: testPassword })).rejects.toMatchObject(linkUsedUp);
    clock.advance(60 * 60_000);
    await expect(resetPassword(deps, stranger(), { token: newer.token, password: newPassword })).rejects.toMatchObject(linkUsedUp);
    await expect(tryPassword(user.email, testPassword)).resolves.toMatchObject({ me: { id: user.id } });
  });

  it("is stored only as a hash", async () => {
    const { user, mail } = await asked();
    const rows = await database.db.prisma.oneTimeToken.findMany({ where: { userId: user.id } });
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(mail.token);
  });

  it("brings no mail to an unknown address or to an account that may not act, with the same answer", async () => {
    const { deps, stranger } = setUp();
    const suspended = await aUser(database.db, { status: "SUSPENDED" });
    await expect(requestPasswordReset(deps, stranger(), { email: "nobody@example.org" })).resolves.toBeUndefined();
    await expect(requestPasswordReset(deps, stranger(), { email: suspended.email ?? "" })).resolves.toBeUndefined();
    expect([...(await mailsTo("nobody@example.org")), ...(await mailsTo(suspended.email))]).toEqual([]);
  });

  it("can be asked for ten times a minute for one account", async () => {
    const { deps, stranger } = setUp();
    const attempt = () => requestPasswordReset(deps, stranger(), { email: "often@example.org" });
    await Promise.all(Array.from({ length: 10 }, attempt));
    await expect(attempt()).rejects.toMatchObject({ code: "RATE_LIMITED" });
  });

  it("verifies the address of who opened the mail", async () => {
    const { deps, stranger } = setUp();
    const user = await aUser(database.db, { createdVia: "STANDARD", emailVerified: false });
    await requestPasswordReset(deps, stranger(), { email: user.email ?? "" });
    await resetPassword(deps, stranger(), { token: (await lastMailTo(user.email)).token, password: newPassword });
    expect(await findUser(database.db, user.id)).toMatchObject({ emailVerified: true });
  });
});

describe("the own account", () => {
  it("changes its password with the current one; this session goes on, the others end", async () => {
    const { deps, clock, stranger, tryPassword } = setUp();
    const user = await aUser(database.db, { mustChangePassword: true });
    const at = { db: database.db, now: clock.now() };
    const open = async () => (await startSession(at, { userId: user.id, remember: true, deviceLabel: null })).token;
    const [here, elsewhere] = [await open(), await open()];
    const actor = await resolveActor(deps, stranger(), { sessionToken: here });
    if (actor.kind !== "user") throw new Error("not signed in");
    await changePassword(deps, actor, { currentPassword: testPassword, newPassword });
    expect((await resolveActor(deps, stranger(), { sessionToken: here })).kind).toBe("user");
    expect((await resolveActor(deps, stranger(), { sessionToken: elsewhere })).kind).toBe("anonymous");
    await expect(tryPassword(user.email, newPassword)).resolves.toMatchObject({ me: { mustChangePassword: false } });
  });

  it("does not change its password with a wrong one, and not by trying often", async () => {
    const { deps } = setUp();
    const user = await aUser(database.db);
    const attempt = (currentPassword: string) =>
      changePassword(deps, actorOf(user, { ipHash: `address-${unique()}` }), { currentPassword, newPassword });
    for (let index = 0; index < 10; index += 1)
      await expect(attempt("Wrong-Horse-77")).rejects.toMatchObject({ code: "INVALID", messageKey: "auth.currentPasswordWrong" });
    await expect(attempt(testPassword)).rejects.toMatchObject({ code: "RATE_LIMITED" });
  });

  it("changes name, phone and language, and nobody else's", async () => {
    const { deps } = setUp();
    const user = await aUser(database.db);
    const other = await aUser(database.db);
    expect(await updateProfile(deps, actorOf(user), { name: "Noor", locale: "fr" })).toMatchObject({
      name: "Noor",
      locale: "fr",
      phone: null,
    });
    expect(await findUser(database.db, other.id)).toMatchObject({ name: other.name, locale: null });
  });
});
