import { actorOf, aUser, createTestDb, testDeps, type TestDb } from "@cml/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { updateSiteSettings } from "../../settings/site-settings/update-site-settings";
import { sendTestMail } from "./send-test-mail";

let database: TestDb;
beforeEach(async () => {
  database = await createTestDb();
});
afterEach(() => database.drop());

const setUp = () => testDeps({ db: database.db });
const server = {
  smtpActiveProvider: "production",
  smtpHost: "smtp.example.org",
  smtpUser: "letters",
  smtpPass: "t0p-secret",
  smtpFromAddress: "letters@example.org",
} as const;
const signedAdmin = async () => actorOf(await aUser(database.db, { role: "SUPER_ADMIN", name: "Jo Singh" }));

describe("a test mail", () => {
  it("really leaves over the chosen server, and is written down", async () => {
    const deps = setUp();
    const admin = await signedAdmin();
    await updateSiteSettings(deps, admin, server);
    const result = await sendTestMail(deps, { ...admin, locale: "fr" }, { to: "me@example.org" });
    expect(result).toMatchObject({ outcome: "accepted", sentTo: "me@example.org", host: "smtp.example.org", port: 587 });
    const [handed] = deps.mailer.handedOver;
    expect(handed?.target).toMatchObject({ host: "smtp.example.org", pass: "t0p-secret" });
    expect(handed?.mail).toMatchObject({ to: { address: "me@example.org" }, from: { address: "letters@example.org" } });
    expect(handed?.mail.subject).toContain("essai");
    expect(handed?.mail.text).toContain("Jo Singh");
    expect(await database.db.prisma.emailLog.findMany()).toMatchObject([
      { status: "sent", recipientEmail: "me@example.org", templateKey: "mail-test" },
    ]);
  });

  it.each([
    ["refused", { outcome: "REFUSED", temporary: false, response: "535 5.7.8 wrong password" }],
    ["unreachable", { outcome: "REFUSED", temporary: true, response: "connect ECONNREFUSED 10.0.0.1:587" }],
    ["uncertain", { outcome: "UNCERTAIN", response: "connection closed" }],
  ] as const)("that is %s is called so, in the server's words", async (outcome, answer) => {
    const deps = setUp();
    const admin = await signedAdmin();
    await updateSiteSettings(deps, admin, server);
    deps.mailer.willAnswer(answer);
    expect(await sendTestMail(deps, admin, { to: "me@example.org" })).toMatchObject({ outcome, response: answer.response });
    expect(await database.db.prisma.emailLog.findMany()).toMatchObject([{ status: "failed", error: answer.response }]);
  });

  it("kept in the mailbox of this computer is not called delivered", async () => {
    const deps = setUp();
    expect(await sendTestMail(deps, await signedAdmin(), { to: "me@example.org" })).toMatchObject({
      outcome: "keptInMailbox",
      host: "localhost",
    });
  });

  it("goes where test mode sends everything", async () => {
    const deps = setUp();
    const admin = await signedAdmin();
    await updateSiteSettings(deps, admin, { ...server, emailTestMode: true, testEmailRecipient: "tests@example.org" });
    expect(await sendTestMail(deps, admin, { to: "me@example.org" })).toMatchObject({ sentTo: "tests@example.org" });
    expect(deps.mailer.handedOver[0]?.mail.to.address).toBe("tests@example.org");
  });

  it("can be sent ten times a minute", async () => {
    const deps = setUp();
    const admin = await signedAdmin();
    for (let index = 0; index < 10; index += 1) await sendTestMail(deps, admin, { to: "me@example.org" });
    await expect(sendTestMail(deps, admin, { to: "me@example.org" })).rejects.toMatchObject({ code: "RATE_LIMITED" });
  });
});
