import {
  createTestDb,
  aCampaign,
  aStranger,
  fakeClock,
  smtpStages,
  startSmtpSink,
  testConfig,
  testDeps,
  type SmtpSink,
  type TestDb,
} from "@cml/testing";
import type { Campaign } from "@cml/domain/influence";
import { representAnswerSchema, submitLettersInput } from "@cml/domain/influence";
import { isAppError, systemActor } from "@cml/domain/kernel";
import { createMailer } from "@cml/integrations/email";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import toronto from "../../../../../tooling/fixtures/represent/M5V3L9.json" with { type: "json" };
import { sendTemplateMail } from "../../content/template-mails/send-template-mail";
import {
  confirmLetters, findCampaignTargets, getPendingLetters, getReceipt, pauseCampaign, prepareLetters, releaseLetters, sendLetters, submitLetters,
} from "../index"; // prettier-ignore

let test: TestDb;
let sink: SmtpSink;
beforeAll(async () => {
  test = await createTestDb();
  sink = await startSmtpSink();
});
afterAll(async () => {
  await sink.stop();
  await test.drop();
});
beforeEach(() => {
  sink.received.length = 0;
  sink.misbehave(null);
  // Idle connections would skip the greeting of the next test.
  mailer.close();
});

const mailer = createMailer({ timeouts: { connectMs: 1_000, replyMs: 1_000 } });
afterAll(() => mailer.close());
const system = systemActor();

/** A house whose mail really leaves, over SMTP, to the sink. */
const house = (config = {}) => {
  const clock = fakeClock(new Date());
  const deps = testDeps({
    db: test.db,
    clock,
    config: { ...testConfig, embeddedMail: false, mail: { target: sink.target, fromAddress: "letters@example.org" }, ...config },
  });
  deps.represent.answers.set("M5V3L9", representAnswerSchema.parse(toronto));
  const real = { ...deps, mailer };
  const sendAll = async () => {
    await releaseLetters(real, system);
    let letters = 0;
    await real.jobs.run("email.send-letters", async (payload) => {
      letters += payload.letterIds.length;
      await sendLetters(real, system, payload);
    });
    return letters;
  };
  const mailAll = () => real.jobs.run("email.send-template-mail", (payload) => sendTemplateMail(real, system, payload));
  return { deps: real, clock, sendAll, mailAll };
};
type House = ReturnType<typeof house>;

const letterOf = async ({ deps }: House, campaign: Campaign, given: object = {}) => {
  const { targets } = await findCampaignTargets(deps, aStranger(), {
    campaignSlug: campaign.slug,
    postalCode: "M5V3L9",
    locale: "en",
    districts: [],
  });
  return submitLettersInput.parse({
    submissionId: deps.newId(),
    campaignSlug: campaign.slug,
    postalCode: "m5v 3l9",
    targetIds: targets.map(({ id }) => id),
    name: "Ana Supporter",
    email: `ana-${deps.newId()}@example.com`,
    locale: "en",
    ...given,
  });
};
const keyOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  return isAppError(error) ? `${error.code} ${error.messageKey}` : error;
};
const rowsOf = (campaign: Campaign) =>
  test.db.prisma.campaignEmail.findMany({ where: { campaignId: campaign.id }, orderBy: { id: "asc" } });
const exactCount = async (campaign: Campaign) =>
  (await test.db.prisma.counterDelta.aggregate({ where: { entityId: campaign.id, counter: "emailCount" }, _sum: { delta: true } }))._sum
    .delta ?? 0;
const tokenIn = (text: string) => /\/confirm\/([\w-]+)/.exec(text.replace(/=\r\n/g, ""))?.[1] ?? "";

describe("a supporter's letter", () => {
  it("goes from the postal code over the confirmation mail to the representatives, and the receipt tells the truth", async () => {
    const here = house();
    const campaign = await aCampaign(test.db);
    const input = await letterOf(here, campaign, { consents: { tellHowItEnds: true } });
    expect(await submitLetters(here.deps, aStranger(), input)).toMatchObject({ state: "CONFIRM" });
    expect(await rowsOf(campaign)).toEqual([]);
    await here.mailAll();
    expect(sink.received.map(({ to }) => to)).toEqual([input.email]);
    const token = tokenIn(sink.received[0]?.raw ?? "");

    const pending = await getPendingLetters(here.deps, aStranger(), { token });
    expect(pending).toMatchObject({ state: "WAITING", name: "Ana Supporter" });
    // Each letter as it will leave, and of its recipient no more than the writer chose her by.
    expect(pending.letters).toHaveLength(3);
    for (const { recipientName, message } of pending.letters) expect(message).toContain(recipientName);
    expect(Object.keys(pending.letters[0] ?? {}).sort()).toEqual(["message", "recipientName", "recipientTitle", "subject"]);
    expect(await rowsOf(campaign)).toEqual([]);
    const { receiptToken, letters } = await confirmLetters(here.deps, aStranger(), { token });
    expect(letters).toBe(3);
    expect(await confirmLetters(here.deps, aStranger(), { token })).toMatchObject({ receiptToken, letters: 3 });
    expect(await test.db.prisma.consent.findMany({ where: { email: input.email } })).toMatchObject([
      { kind: "tellHowItEnds", wordingVersion: "2026-11" },
    ]);

    sink.received.length = 0;
    expect(await here.sendAll()).toBe(3);
    expect(sink.received.map(({ to }) => to).sort()).toEqual(["mayor@example.org", "mp2@example.org", "ward10@example.org"]);
    const [first] = sink.received;
    expect(first?.from).toBe("letters@example.org");
    const headers = (first?.raw ?? "").replace(/\r\n\s/g, " ");
    expect(headers).toContain("From: Ana Supporter <letters@example.org>");
    expect(headers).toContain(`Reply-To: Ana Supporter <${input.email}>`);
    expect(await here.sendAll()).toBe(0);
    expect(await exactCount(campaign)).toBe(3);
    const receipt = await getReceipt(here.deps, aStranger(), { token: receiptToken ?? "" });
    expect(receipt.letters.map(({ timeline }) => timeline.at(-1)?.step)).toEqual(["HANDED_OVER", "HANDED_OVER", "HANDED_OVER"]);
    expect(await test.db.prisma.emailLog.count({ where: { senderEmail: input.email, status: "sent" } })).toBe(3);
    expect(await keyOf(getReceipt(here.deps, aStranger(), { token: "x".repeat(40) }))).toBe("NOT_FOUND letter.linkUnknown");
  });

  it("is one for each recipient, whatever is clicked twice", async () => {
    const here = house();
    const campaign = await aCampaign(test.db);
    const input = await letterOf(here, campaign);
    const answers = await Promise.all([1, 2, 3].map(() => submitLetters(here.deps, aStranger(), input)));
    expect(answers.map(({ state }) => state)).toEqual(["CONFIRM", "CONFIRM", "CONFIRM"]);
    await here.mailAll();
    expect(sink.received).toHaveLength(1);
    const token = tokenIn(sink.received[0]?.raw ?? "");
    await Promise.all([1, 2, 3].map(() => confirmLetters(here.deps, aStranger(), { token })));
    expect(await rowsOf(campaign)).toHaveLength(3);

    // A second form of the same person, confirmed too: the recipients are named, nothing is written again.
    await submitLetters(here.deps, aStranger(), { ...input, submissionId: here.deps.newId() });
    await here.mailAll();
    const again = await confirmLetters(here.deps, aStranger(), { token: tokenIn(sink.received[1]?.raw ?? "") });
    expect(again).toMatchObject({ letters: 0, alreadyWritten: ["Pat Ridings", "Sam Mayorson", "Kim Wardley"] });
    expect(await rowsOf(campaign)).toHaveLength(3);
  });

  it("may be repeated where the campaign says so, once for each submission", async () => {
    const here = house();
    const campaign = await aCampaign(test.db, { verifySender: false, allowRepeatLetters: true });
    const input = await letterOf(here, campaign);
    await submitLetters(here.deps, aStranger(), input);
    await submitLetters(here.deps, aStranger(), input);
    await submitLetters(here.deps, aStranger(), { ...input, submissionId: here.deps.newId() });
    expect(await rowsOf(campaign)).toHaveLength(6);
  });

  it("is never markup, and keeps its variables to itself", async () => {
    const here = house();
    const campaign = await aCampaign(test.db, { verifySender: false, allowEmailEditing: true });
    const input = await letterOf(here, campaign, {
      name: "{{SENDER_CITY}} <b>",
      message: "<script>alert(1)</script> Dear {{REPRESENTATIVE_NAME}}, {{nobody}} from {{SENDER_NAME}}",
    });
    await submitLetters(here.deps, aStranger(), input);
    await here.sendAll();
    const mine = sink.received.find(({ raw }) => raw.includes(input.email ?? ""));
    const html = (mine?.raw ?? "").replace(/=\r\n/g, "").replaceAll("=3D", "=");
    expect(html).toContain("&lt;script&gt;");
    expect(html.split("text/html")[1] ?? "").not.toContain("<script>");
    expect((await rowsOf(campaign))[0]?.message).toContain("from {{SENDER_CITY}} <b>");
  });
});

describe("what is refused", () => {
  it.each([
    ["a recipient nobody looked up", { targetIds: ["0199aaaa-0000-7000-8000-000000000001"] }, "INVALID letter.recipientUnknown"],
    ["a changed text where editing is off", { message: "My own words, quite other ones." }, "INVALID letter.editingOff"],
    ["a campaign that is not there", { campaignSlug: "nowhere" }, "NOT_FOUND campaign.notFound"],
  ])("%s", async (_what, given, key) => {
    const here = house();
    const campaign = await aCampaign(test.db);
    expect(await keyOf(submitLetters(here.deps, aStranger(), await letterOf(here, campaign, given)))).toBe(key);
    expect(here.deps.jobs.added).toEqual([]);
  });

  it("letters to a level the campaign does not aim at", async () => {
    const here = house();
    const wide = await aCampaign(test.db, { targetGovernmentLevels: ["PROVINCIAL"] });
    const narrow = await aCampaign(test.db, { targetGovernmentLevels: ["FEDERAL"] });
    expect(await keyOf(submitLetters(here.deps, aStranger(), { ...(await letterOf(here, wide)), campaignSlug: narrow.slug }))).toBe(
      "INVALID letter.recipientUnknown",
    );
  });

  it("a closed campaign, an expired link and a forged one", async () => {
    const here = house();
    const campaign = await aCampaign(test.db);
    const input = await letterOf(here, campaign);
    await submitLetters(here.deps, aStranger(), input);
    await here.mailAll();
    const token = tokenIn(sink.received[0]?.raw ?? "");
    here.clock.advance(8 * 86_400_000);
    expect(await keyOf(confirmLetters(here.deps, aStranger(), { token }))).toBe("CONFLICT letter.linkExpired");
    expect(await keyOf(confirmLetters(here.deps, aStranger(), { token: "f".repeat(43) }))).toBe("NOT_FOUND letter.linkUnknown");
    await pauseCampaign(here.deps, system, campaign);
    expect(await keyOf(submitLetters(here.deps, aStranger(), { ...input, submissionId: here.deps.newId() }))).toBe(
      "CONFLICT campaign.closed",
    );
    expect(await rowsOf(campaign)).toEqual([]);
  });

  it("more than six submissions of one address in an hour", async () => {
    const here = house();
    const campaign = await aCampaign(test.db);
    const input = await letterOf(here, campaign);
    const states: string[] = [];
    for (let n = 0; n < 6; n += 1)
      states.push((await submitLetters(here.deps, aStranger(), { ...input, submissionId: here.deps.newId() })).state);
    expect(states).toEqual(["CONFIRM", "CONFIRM", "PROVE", "PROVE", "PROVE", "PROVE"]);
    expect(await keyOf(submitLetters(here.deps, aStranger(), { ...input, submissionId: here.deps.newId() }))).toBe(
      "RATE_LIMITED rateLimited",
    );
  });

  const good = {
    submissionId: "0199aaaa-0000-7000-8000-000000000001",
    campaignSlug: "a",
    postalCode: "M5V3L9",
    targetIds: ["0199aaaa-0000-7000-8000-000000000002"],
    name: "Ana",
    email: "a@example.com",
    locale: "en",
  };
  it.each([
    ["a line break in the name", { name: "Ana\r\nBcc: all@example.org" }],
    ["a line break in the subject", { subject: "Hello\nX-Evil: 1" }],
    ["an address with a line break", { email: "a@example.com\r\nRCPT TO:<b@example.org>" }],
    ["a null byte in the text", { message: "twenty characters and \u0000 more" }],
    ["a text of 20,001 characters", { message: "x".repeat(20_001) }],
    ["no recipient", { targetIds: [] }],
    ["121 recipients", { targetIds: Array.from({ length: 121 }, () => "0199aaaa-0000-7000-8000-000000000002") }],
    ["an address of its own choosing", { recipientEmail: "pm@example.org" }],
    ["a postal code of another country", { postalCode: "90210" }],
    ["a language we do not have", { locale: "de" }],
    ["a box that is not a yes or no", { consents: { newsletter: "yes" } }],
    ["a foreign id", { submissionId: "1; DROP TABLE" }],
  ])("%s", (_what, bad) => {
    expect(submitLettersInput.safeParse(good).success).toBe(true);
    expect(submitLettersInput.safeParse({ ...good, ...bad }).success).toBe(false);
  });
});

describe("sending", () => {
  const oneLetter = async (here: House, given: Partial<Campaign> = {}) => {
    const campaign = await aCampaign(test.db, { verifySender: false, targetGovernmentLevels: ["FEDERAL"], ...given });
    await submitLetters(here.deps, aStranger(), await letterOf(here, campaign));
    return campaign;
  };

  it.each(smtpStages)("a connection dropped at %s never makes two letters", async (at) => {
    const here = house();
    const campaign = await oneLetter(here);
    sink.misbehave({ at, answer: "drop" });
    await here.sendAll();
    const known = at !== "body" && at !== "reply";
    expect((await rowsOf(campaign))[0]?.status).toBe(known ? "QUEUED" : "UNCERTAIN");
    sink.misbehave(null);
    here.clock.advance(31_000);
    await here.sendAll();
    expect((await rowsOf(campaign))[0]?.status).toBe(known ? "SENT" : "UNCERTAIN");
    expect(sink.received.length).toBeLessThanOrEqual(1);
  });

  it("keeps the server's words of a refusal for good, and tries a soft one for a day", async () => {
    const here = house();
    const hard = await oneLetter(here);
    sink.misbehave({ at: "rcpt", answer: "550 5.1.1 no such person" });
    await here.sendAll();
    expect((await rowsOf(hard))[0]).toMatchObject({ status: "FAILED", smtpResponse: expect.stringContaining("550 5.1.1 no such person") });
    const soft = await oneLetter(here);
    sink.misbehave({ at: "reply", answer: "451 4.3.0 later" });
    for (let n = 0; n < 12; n += 1) {
      await here.sendAll();
      here.clock.advance(9 * 3_600_000);
    }
    expect((await rowsOf(soft))[0]).toMatchObject({
      status: "FAILED",
      attempts: 10,
      smtpResponse: expect.stringContaining("451 4.3.0 later"),
    });
    expect(await exactCount(soft)).toBe(0);
  });

  it("waits while its campaign is paused, and within the hourly rate", async () => {
    const here = house();
    const campaign = await aCampaign(test.db, { verifySender: false, lettersPerHour: 2 });
    await submitLetters(here.deps, aStranger(), await letterOf(here, campaign));
    expect(await here.sendAll()).toBe(2);
    expect(await here.sendAll()).toBe(0);
    here.clock.advance(3_600_001);
    expect(await here.sendAll()).toBe(1);
    const paused = await oneLetter(here);
    await pauseCampaign(here.deps, system, paused);
    expect(await here.sendAll()).toBe(0);
    expect((await rowsOf(paused))[0]?.status).toBe("QUEUED");
  });

  it("puts letters of a dead process right: back to the queue before DATA, uncertain after", async () => {
    const here = house();
    const before = await oneLetter(here);
    const after = await oneLetter(here);
    const claimed = { status: "SENDING" as const, claimedBy: "dead", claimedAt: here.clock.now(), queuedAt: here.clock.now() };
    await test.db.prisma.campaignEmail.updateMany({ where: { campaignId: before.id }, data: claimed });
    await test.db.prisma.campaignEmail.updateMany({
      where: { campaignId: after.id },
      data: { ...claimed, handOverStartedAt: here.clock.now() },
    });
    expect(await here.sendAll()).toBe(0);
    here.clock.advance(241_000);
    expect(await here.sendAll()).toBe(1);
    expect((await rowsOf(before))[0]?.status).toBe("SENT");
    expect((await rowsOf(after))[0]?.status).toBe("UNCERTAIN");
  });

  it("does not let a process that slept past its claim send after all", async () => {
    const here = house();
    const campaign = await oneLetter(here);
    const asleep = {
      ...mailer,
      handOver: async (...args: Parameters<typeof mailer.handOver>) => {
        here.clock.advance(241_000);
        await releaseLetters(here.deps, system);
        return mailer.handOver(...args);
      },
    };
    const [row] = await rowsOf(campaign);
    await sendLetters({ ...here.deps, mailer: asleep }, system, { letterIds: [row?.id ?? ""] });
    expect(sink.received).toEqual([]);
    expect((await rowsOf(campaign))[0]?.status).toBe("QUEUED");
  });

  it("is sent once when ten workers take the same job", async () => {
    const here = house();
    const campaign = await oneLetter(here);
    const [row] = await rowsOf(campaign);
    await Promise.all(Array.from({ length: 10 }, () => sendLetters(here.deps, system, { letterIds: [row?.id ?? ""] })));
    expect(sink.received).toHaveLength(1);
    expect(await exactCount(campaign)).toBe(1);
  });

  it("is marked as kept, and not counted, while mail stays on this computer", async () => {
    const here = house({ embeddedMail: true });
    const campaign = await oneLetter(here);
    await here.sendAll();
    expect((await rowsOf(campaign))[0]).toMatchObject({ status: "SENT", keptLocally: true });
    expect(await exactCount(campaign)).toBe(0);
  });

  it("of a demo campaign never reaches an SMTP server", async () => {
    const here = house();
    const campaign = await oneLetter(here, { isDemo: true });
    await here.sendAll();
    expect(sink.received).toEqual([]);
    expect((await rowsOf(campaign))[0]).toMatchObject({ status: "SENT", keptLocally: true });
    expect(await exactCount(campaign)).toBe(0);
  });
});

it("shows the letters as they would leave, without writing anything", async () => {
  const here = house();
  const campaign = await aCampaign(test.db);
  const { targetIds } = await letterOf(here, campaign);
  const { letters } = await prepareLetters(here.deps, aStranger(), {
    campaignSlug: campaign.slug,
    postalCode: "M5V3L9",
    districts: [],
    targetIds,
    name: "Ana",
    street: null,
    personal: null,
    locale: "en",
  });
  expect(letters[0]).toMatchObject({ recipientName: "Pat Ridings", subject: "Safe streets in Spadina—Harbourfront" });
  expect(letters[0]?.message).toContain("I live in Toronto");
  expect(await rowsOf(campaign)).toEqual([]);
});
