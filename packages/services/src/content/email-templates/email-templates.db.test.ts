import { createTestDb, anActor, actorOf, aUser, testDeps, type TestDb } from "@cml/testing";
import { transaction } from "@cml/db";
import { listEmailTemplatesInput, systemTemplateKeys } from "@cml/domain/content";
import { isAppError, systemActor } from "@cml/domain/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { queueTemplateMail } from "../../platform/queue-template-mail";
import { sendTemplateMail } from "../template-mails/send-template-mail";
import { sweepTemplateMails } from "../template-mails/sweep-template-mails";
import {
  getEmailTemplate,
  getEmailTemplateVersions,
  listEmailTemplates,
  listPageBlocks,
  previewEmailTemplate,
  sendTestEmailTemplate,
  updateEmailTemplate,
} from "../index";

let test: TestDb;
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.drop());
const setUp = () => testDeps({ db: test.db });
const staff = anActor("SUPER_ADMIN");
const system = systemActor();
const keyOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  return isAppError(error) ? `${error.code} ${error.messageKey}` : error;
};
const idOf = async (key: string) => (await test.db.prisma.emailTemplate.findUniqueOrThrow({ where: { key } })).id;

describe("the seeded templates", () => {
  it.each(systemTemplateKeys)("%s can be filled with its samples in both languages", async (key) => {
    const id = await idOf(key);
    for (const locale of ["en", "fr"] as const) {
      const mail = await previewEmailTemplate(setUp(), staff, { id, locale });
      expect(mail.subject).not.toBe("");
      expect(`${mail.subject}${mail.html}${mail.text}`).not.toContain("{{");
    }
  });

  it("are listed, and so are the page blocks", async () => {
    expect((await listEmailTemplates(setUp(), staff, listEmailTemplatesInput.parse({}))).total).toBe(systemTemplateKeys.length);
    expect((await listPageBlocks(setUp(), staff)).length).toBeGreaterThanOrEqual(7);
  });
});

describe("a change of wording", () => {
  it("is a version of its own, after the one it replaces", async () => {
    const deps = setUp();
    const actor = actorOf(await aUser(test.db, { role: "INFLUENCE_ADMIN" }));
    const template = await getEmailTemplate(deps, actor, { id: await idOf("letter-confirmation") });
    const { id, htmlContent, textContent, translations } = template;
    const change = { id, htmlContent, textContent, translations, changeNotes: null };
    await updateEmailTemplate(deps, actor, { ...change, subjectLine: "First {{USER_NAME}}" });
    await updateEmailTemplate(deps, actor, { ...change, subjectLine: "Second {{USER_NAME}}", changeNotes: "shorter" });
    const versions = await getEmailTemplateVersions(deps, actor, { id });
    expect(versions.map((one) => [one.versionNumber, one.subjectLine])).toEqual([
      [3, "Second {{USER_NAME}}"],
      [2, "First {{USER_NAME}}"],
      [1, template.subjectLine],
    ]);
    expect(versions[0]).toMatchObject({ changeNotes: "shorter", createdByUserId: actor.userId });
  });

  it.each([
    ["an unknown variable", "{{PASSWORD}}", "INVALID template.unknownVariable"],
    ["an open block", "{{#if USER_NAME}}", "INVALID template.syntax"],
    ["an unescaped variable", "{{{USER_NAME}}}", "INVALID template.notAllowed"],
  ])("is refused with %s", async (_what, htmlContent, key) => {
    const template = await getEmailTemplate(setUp(), staff, { id: await idOf("password-reset") });
    expect(await keyOf(updateEmailTemplate(setUp(), staff, { ...template, htmlContent, changeNotes: null }))).toBe(key);
    expect((await getEmailTemplate(setUp(), staff, { id: template.id })).htmlContent).toBe(template.htmlContent);
  });

  it("of a template that is not there says so", async () => {
    expect(await keyOf(getEmailTemplate(setUp(), staff, { id: "0199aaaa-0000-7000-8000-000000000001" }))).toBe(
      "NOT_FOUND template.notFound",
    );
  });
});

it("sends a test with samples and logs it as such", async () => {
  const deps = setUp();
  const actor = actorOf(await aUser(test.db));
  expect(await sendTestEmailTemplate(deps, actor, { id: await idOf("mail-test"), locale: "fr", to: "me@example.org" })).toMatchObject({
    success: true,
  });
  expect(deps.mailer.handedOver[0]?.mail.to.address).toBe("me@example.org");
  expect(await test.db.prisma.emailLog.findMany({ where: { recipientEmail: "me@example.org" } })).toMatchObject([{ status: "previewed" }]);
});

describe("a mail from a template", () => {
  const request = {
    templateKey: "password-reset",
    locale: "fr" as const,
    to: { name: "Zoé", address: "zoe@example.org" },
    variables: { USER_NAME: "Zoé <b>", RESET_URL: "https://act.example.org/r/1", EXPIRES_AT: "demain" },
  };

  it("is queued only when the transaction commits", async () => {
    const deps = setUp();
    await transaction(test.db, async (db) => {
      await queueTemplateMail(deps, db, request);
      throw new Error("no");
    }).catch(() => undefined);
    expect(deps.jobs.added).toEqual([]);
    expect(await test.db.prisma.templateMail.count()).toBe(0);
  });

  it("leaves once in its reader's language, and its secrets go with it", async () => {
    const deps = setUp();
    await queueTemplateMail(deps, test.db, { ...request, onceKey: "only-once" });
    await queueTemplateMail(deps, test.db, { ...request, onceKey: "only-once" });
    const [payload, ...more] = deps.jobs.payloadsOf("email.send-template-mail");
    expect(more).toEqual([]);
    await Promise.all([1, 2, 3].map(() => sendTemplateMail(deps, system, { mailId: payload?.mailId ?? "" })));
    expect(deps.mailer.handedOver).toHaveLength(1);
    expect(deps.mailer.handedOver[0]?.mail.html).toContain("Zoé &lt;b&gt;");
    const row = await test.db.prisma.templateMail.findUniqueOrThrow({ where: { id: payload?.mailId ?? "" } });
    expect(row).toMatchObject({ status: "SENT", variables: {} });
  });

  it("comes back after a soft refusal, never after an uncertain end, and a lost job is found again", async () => {
    const deps = setUp();
    deps.mailer.willAnswer({ outcome: "REFUSED", temporary: true, response: "451 later" }, { outcome: "UNCERTAIN", response: "gone" });
    await queueTemplateMail(deps, test.db, request);
    const run = () => deps.jobs.run("email.send-template-mail", (payload) => sendTemplateMail(deps, system, payload));
    await run();
    expect(await sweepTemplateMails(deps, system)).toBe(0);
    deps.clock.advance(31_000);
    expect(await sweepTemplateMails(deps, system)).toBe(1);
    await run();
    deps.clock.advance(3_600_000);
    expect(await sweepTemplateMails(deps, system)).toBe(0);
    await queueTemplateMail(deps, test.db, { ...request, to: { name: "", address: "lost@example.org" } });
    deps.jobs.clear();
    deps.clock.advance(21_000);
    expect(await sweepTemplateMails(deps, system)).toBe(1);
    await run();
    expect(deps.mailer.handedOver.map(({ mail }) => mail.to.address)).toEqual(["zoe@example.org", "zoe@example.org", "lost@example.org"]);
  });

  it("fails in the open when a variable is missing", async () => {
    const deps = setUp();
    await queueTemplateMail(deps, test.db, { ...request, variables: { USER_NAME: "Zoé" } });
    await deps.jobs.run("email.send-template-mail", (payload) => sendTemplateMail(deps, system, payload));
    expect(deps.mailer.handedOver).toEqual([]);
    expect(await test.db.prisma.templateMail.findFirst({ where: { status: "FAILED" } })).toMatchObject({
      status: "FAILED",
      smtpResponse: expect.stringContaining("missingVariable"),
    });
  });
});
