import { buffer } from "node:stream/consumers";
import { requeueLetters } from "@cml/db/influence";
import { type Campaign, representAnswerSchema, type SubmitLettersInput, submitLettersInput } from "@cml/domain/influence";
import { isAppError, systemActor } from "@cml/domain/kernel";
import { aCampaign, aStranger, createTestDb, fakeClock, testDeps, type TestDb } from "@cml/testing";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import toronto from "../../../../../tooling/fixtures/represent/M5V3L9.json" with { type: "json" };
import {
  answerSent,
  confirmLetters,
  eraseMe,
  findCampaignTargets,
  getAboutMe,
  getReceipt,
  printLetters,
  releaseLetters,
  sendLetters,
  submitLetters,
} from "../index";

let test: TestDb;
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.drop());

const house = () => {
  const clock = fakeClock("2026-11-02T15:00:00Z");
  const deps = testDeps({ db: test.db, clock });
  deps.represent.answers.set("M5V3L9", representAnswerSchema.parse(toronto));
  return { deps, clock };
};
type House = ReturnType<typeof house>;
const place = { postalCode: "M5V3L9", locale: "en" as const, districts: [] };
const somebody = () => aStranger({ ipHash: crypto.randomUUID() });

const formOf = async ({ deps }: House, campaign: Campaign, given: object = {}): Promise<SubmitLettersInput> => {
  const { targets } = await findCampaignTargets(deps, somebody(), { campaignSlug: campaign.slug, ...place });
  return submitLettersInput.parse({
    submissionId: deps.newId(),
    campaignSlug: campaign.slug,
    postalCode: "M5V3L9",
    targetIds: targets.map(({ id }) => id),
    name: "Ana Supporter",
    email: `ana-${deps.newId()}@example.com`,
    locale: "en",
    ...given,
  });
};
const rowsOf = (campaign: Campaign) =>
  test.db.prisma.campaignEmail.findMany({ where: { campaignId: campaign.id }, orderBy: { id: "asc" } });
const countOf = async ({ id }: Campaign) =>
  (await test.db.prisma.counterDelta.aggregate({ where: { entityId: id, counter: "emailCount" }, _sum: { delta: true } }))._sum.delta ?? 0;
const keyOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  return isAppError(error) ? `${error.code} ${error.messageKey}` : error;
};
const opened = async (here: House, campaign: Campaign, given: object = {}) => {
  const answer = await submitLetters(here.deps, somebody(), await formOf(here, campaign, { method: "MAILTO", ...given }));
  if (answer.state !== "OPENED" && answer.state !== "PRINTED") throw new Error(answer.state);
  return { receiptToken: answer.receiptToken, letterIds: answer.letters.map(({ id }) => id) };
};
const confirmed = async (here: House, campaign: Campaign, given: object = {}): Promise<string> => {
  const input = await formOf(here, campaign, given);
  await submitLetters(here.deps, somebody(), input);
  const mail = await test.db.prisma.templateMail.findFirst({ where: { onceKey: `letter-confirmation:${input.submissionId}` } });
  const token = /\/confirm\/([\w-]+)/.exec(JSON.stringify(mail?.variables))?.[1] ?? "";
  const { receiptToken } = await confirmLetters(here.deps, somebody(), { token });
  return receiptToken ?? "";
};

describe("did you send it?", () => {
  it("counts a yes once, and only a yes", async () => {
    const here = house();
    const campaign = await aCampaign(test.db);
    const { receiptToken, letterIds } = await opened(here, campaign);
    expect(await answerSent(here.deps, somebody(), { receiptToken, letterIds, sent: false })).toEqual({ sent: 0, open: 3 });
    expect((await rowsOf(campaign)).map(({ status }) => status)).toEqual(["CLICKED", "CLICKED", "CLICKED"]);
    const yes = { receiptToken, letterIds: letterIds.slice(0, 2), sent: true };
    expect(await answerSent(here.deps, somebody(), yes)).toEqual({ sent: 2, open: 0 });
    expect(await answerSent(here.deps, somebody(), yes)).toEqual({ sent: 2, open: 0 });
    expect((await rowsOf(campaign)).map(({ status, claimedSentAt }) => [status, claimedSentAt])).toEqual([
      ["SENT", here.clock.now()],
      ["SENT", here.clock.now()],
      ["CLICKED", null],
    ]);
    expect(await countOf(campaign)).toBe(2);
    const receipt = await getReceipt(here.deps, somebody(), { token: receiptToken });
    expect(receipt.letters.map(({ canAnswer, saidSent, timeline }) => [canAnswer, saidSent, timeline.at(-1)?.step])).toEqual([
      [false, true, "SENT_BY_WRITER"],
      [false, true, "SENT_BY_WRITER"],
      [true, false, "OPENED"],
    ]);
  });

  it("may be taken back", async () => {
    const here = house();
    const campaign = await aCampaign(test.db);
    const { receiptToken, letterIds } = await opened(here, campaign);
    await answerSent(here.deps, somebody(), { receiptToken, letterIds, sent: true });
    expect(await answerSent(here.deps, somebody(), { receiptToken, letterIds, sent: false })).toEqual({ sent: 0, open: 3 });
    expect(await countOf(campaign)).toBe(0);
    expect(await answerSent(here.deps, somebody(), { receiptToken, letterIds, sent: true })).toEqual({ sent: 3, open: 0 });
    expect(await countOf(campaign)).toBe(3);
  });

  it("is one letter for each recipient when two tabs of one person say yes at once", async () => {
    const here = house();
    const campaign = await aCampaign(test.db);
    const email = "two-tabs@example.com";
    const tabs = [await opened(here, campaign, { email }), await opened(here, campaign, { email })];
    const answers = await Promise.all(tabs.map((tab) => answerSent(here.deps, somebody(), { ...tab, sent: true })));
    expect(answers.map(({ sent }) => sent).reduce((a, b) => a + b)).toBe(3);
    expect(await countOf(campaign)).toBe(3);
    expect((await rowsOf(campaign)).filter(({ status }) => status === "SENT")).toHaveLength(3);
  });

  it("cannot be answered for other people's letters, nor for letters we send", async () => {
    const here = house();
    const campaign = await aCampaign(test.db);
    const mine = await opened(here, campaign);
    const theirs = await opened(here, campaign);
    const cross = { receiptToken: mine.receiptToken, letterIds: theirs.letterIds, sent: true };
    expect(await keyOf(answerSent(here.deps, somebody(), cross))).toBe("NOT_FOUND letter.linkUnknown");
    expect(await keyOf(answerSent(here.deps, somebody(), { ...mine, receiptToken: "x".repeat(40), sent: true }))).toBe(
      "NOT_FOUND letter.linkUnknown",
    );
    const sent = await confirmed(here, campaign);
    const ids = (await getReceipt(here.deps, somebody(), { token: sent })).letters.map(({ id }) => id);
    expect(await keyOf(answerSent(here.deps, somebody(), { receiptToken: sent, letterIds: ids, sent: true }))).toBe(
      "NOT_FOUND letter.linkUnknown",
    );
    expect(await countOf(campaign)).toBe(0);
  });

  it("keeps a yes when another way is tried afterwards", async () => {
    const here = house();
    const campaign = await aCampaign(test.db, { verifySender: false });
    const input = await formOf(here, campaign, { method: "MAILTO" });
    const answer = await submitLetters(here.deps, somebody(), input);
    if (answer.state !== "OPENED") throw new Error(answer.state);
    await answerSent(here.deps, somebody(), {
      receiptToken: answer.receiptToken,
      letterIds: answer.letters.slice(0, 1).map(({ id }) => id),
      sent: true,
    });
    expect(await submitLetters(here.deps, somebody(), { ...input, method: "SMTP" })).toMatchObject({ state: "QUEUED", letters: 2 });
    const states = (await rowsOf(campaign)).map(({ emailMethod, status }) => `${emailMethod} ${status}`).sort();
    expect(states).toEqual(["MAILTO SENT", "SMTP QUEUED", "SMTP QUEUED"]);
  });
});

describe("what is kept about me", () => {
  it("is told plainly, then erased with what waits, and what was counted stays counted", async () => {
    const here = house();
    const [campaign, other] = [await aCampaign(test.db, { askStreet: true }), await aCampaign(test.db)];
    const email = `whole-${here.deps.newId()}@example.com`;
    const token = await confirmed(here, campaign, { email, street: "12 Main Street", consents: { newsletter: true, tellHowItEnds: true } });
    await releaseLetters(here.deps, systemActor());
    await here.deps.jobs.run("email.send-letters", (payload) => sendLetters(here.deps, systemActor(), payload));
    await confirmed(here, other, { email });
    // A third letter waits for its confirmation; three within an hour would be asked for a proof.
    here.clock.advance(3_600_001);
    await submitLetters(here.deps, somebody(), await formOf(here, await aCampaign(test.db), { email }));

    const about = await getAboutMe(here.deps, somebody(), { token });
    expect(about).toMatchObject({ email, scope: "ADDRESS", waiting: 4, handedOver: 3, erasedAt: null });
    const things = new Set(about.kept.map(({ thing }) => thing));
    expect([...things].sort()).toEqual(["CONSENT", "FOLLOW_UP", "LETTER", "REMEMBERED_BROWSER", "WAITING_LETTER"]);
    expect(about.kept.find(({ fields }) => fields.includes("street"))?.until).toEqual(new Date("2027-01-31T15:00:00Z"));

    expect(await eraseMe(here.deps, somebody(), { token, alsoWaiting: true })).toEqual({ erased: 6, cancelled: 4, left: 0, handedOver: 3 });
    for (const row of [...(await rowsOf(campaign)), ...(await rowsOf(other))])
      expect(row).toMatchObject({
        userName: null, userEmail: null, userPostalCode: null, userStreet: null, userCity: null, senderIp: null,
        subject: "", message: "", replyToken: null, erasedAt: here.clock.now(),
      }); // prettier-ignore
    expect((await rowsOf(campaign)).map(({ status }) => status)).toEqual(["SENT", "SENT", "SENT"]);
    expect((await rowsOf(other)).map(({ status }) => status)).toEqual(["CANCELLED", "CANCELLED", "CANCELLED"]);
    const prisma = test.db.prisma;
    expect(await prisma.emailVerification.count({ where: { email } })).toBe(0);
    expect(await prisma.confirmedBrowser.count({ where: { email } })).toBe(0);
    expect(await prisma.consent.count({ where: { email } })).toBe(0);
    expect(await prisma.consent.count({ where: { campaignId: campaign.id, withdrawnAt: null } })).toBe(0);
    expect(await prisma.templateMail.count({ where: { toEmail: email } })).toBe(0);
    expect(await prisma.emailLog.count({ where: { senderEmail: email } })).toBe(0);
    expect(await prisma.suppression.count({ where: { kind: "email", reason: "erased" } })).toBe(1);

    // Nobody can bring a letter without words back to the queue.
    const choice = { campaignId: other.id, ownerId: null, ids: null };
    const deed = { now: here.clock.now(), byUserId: null, from: "CANCELLED" as const };
    expect(await requeueLetters(test.db, choice, deed)).toMatchObject({ changed: 0 });

    expect(await eraseMe(here.deps, somebody(), { token, alsoWaiting: true })).toMatchObject({ erased: 0, cancelled: 0, left: 0 });
    expect(await getAboutMe(here.deps, somebody(), { token })).toMatchObject({
      email: null,
      kept: [],
      waiting: 0,
      erasedAt: here.clock.now(),
    });
    const receipt = await getReceipt(here.deps, somebody(), { token });
    expect(receipt).toMatchObject({ name: "", erasedAt: here.clock.now() });
    expect(receipt.letters[0]?.timeline.map(({ step }) => step)).toContain("KEPT_LOCALLY");
    // Whoever comes back and says yes to something is no longer suppressed.
    await confirmed(here, await aCampaign(test.db), { email, consents: { newsletter: true } });
    expect(await prisma.suppression.count({ where: { kind: "email" } })).toBe(0);
  });

  it("leaves letters that shall still go, and says so", async () => {
    const here = house();
    const campaign = await aCampaign(test.db);
    const token = await confirmed(here, campaign);
    expect(await eraseMe(here.deps, somebody(), { token, alsoWaiting: false })).toEqual({
      erased: 0,
      cancelled: 0,
      left: 3,
      handedOver: 0,
    });
    expect((await rowsOf(campaign)).map(({ status, userName }) => [status, userName])).toEqual(
      Array.from({ length: 3 }, () => ["QUEUED", "Ana Supporter"]),
    );
  });

  it("does not open what belongs to an address that was only typed", async () => {
    const here = house();
    const [campaign, other] = [await aCampaign(test.db), await aCampaign(test.db)];
    const email = `victim-${here.deps.newId()}@example.com`;
    const hers = await confirmed(here, campaign, { email, consents: { newsletter: true } });
    const { receiptToken: token } = await opened(here, other, { email });
    expect(await getAboutMe(here.deps, somebody(), { token })).toMatchObject({ scope: "SUBMISSION", waiting: 0, handedOver: 0 });
    expect(await eraseMe(here.deps, somebody(), { token, alsoWaiting: true })).toMatchObject({ erased: 3, cancelled: 0 });
    expect((await rowsOf(campaign)).every(({ userEmail, status }) => userEmail === email && status === "QUEUED")).toBe(true);
    expect(await test.db.prisma.consent.count({ where: { email, withdrawnAt: null } })).toBe(1);
    expect(await getReceipt(here.deps, somebody(), { token: hers })).toMatchObject({ name: "Ana Supporter", erasedAt: null });
  });

  it("is nothing to a token of nobody", async () => {
    const here = house();
    const token = "y".repeat(43);
    expect(await keyOf(getAboutMe(here.deps, somebody(), { token }))).toBe("NOT_FOUND letter.linkUnknown");
    expect(await keyOf(eraseMe(here.deps, somebody(), { token, alsoWaiting: true }))).toBe("NOT_FOUND letter.linkUnknown");
    expect(await keyOf(printLetters(here.deps, somebody(), { token, letterId: null }))).toBe("NOT_FOUND letter.linkUnknown");
  });
});

describe("a letter on paper", () => {
  const read = async (here: House, asked: Parameters<typeof printLetters>[2]) => {
    const pdf = await getDocumentProxy(new Uint8Array(await buffer(await printLetters(here.deps, somebody(), asked))));
    return (await extractText(pdf, { mergePages: false })).text.map((page) => page.replace(/\s+/g, " "));
  };

  it("is one page with the office's address, without a stamp to the federal parliament only", async () => {
    const here = house();
    const campaign = await aCampaign(test.db);
    const { receiptToken: token, letterIds } = await opened(here, campaign, { method: "PRINT", name: "Zoë Łukasz" });
    const pages = await read(here, { token, letterId: null });
    expect(pages).toHaveLength(3);
    const toParliament = pages.find((page) => page.includes("Pat Ridings")) ?? "";
    expect(toParliament).toContain("House of Commons Ottawa ON K1A 0A6");
    expect(toParliament).toContain("No stamp needed");
    expect(toParliament).toContain("Zoë Łukasz");
    expect(pages.filter((page) => page.includes("No stamp needed"))).toHaveLength(1);
    expect(await read(here, { token, letterId: letterIds[1] ?? "" })).toHaveLength(1);
  });

  it("speaks French to who wrote in French", async () => {
    const here = house();
    const campaign = await aCampaign(test.db);
    const { receiptToken: token } = await opened(here, campaign, { method: "PRINT", locale: "fr" });
    expect((await read(here, { token, letterId: null })).join()).toContain("Aucun timbre requis");
  });

  it("is not given for another receipt, nor after it was erased", async () => {
    const here = house();
    const campaign = await aCampaign(test.db);
    const mine = await opened(here, campaign, { method: "PRINT" });
    const theirs = await opened(here, campaign, { method: "PRINT" });
    const cross = { token: mine.receiptToken, letterId: theirs.letterIds[0] ?? "" };
    expect(await keyOf(printLetters(here.deps, somebody(), cross))).toBe("NOT_FOUND letter.linkUnknown");
    await eraseMe(here.deps, somebody(), { token: mine.receiptToken, alsoWaiting: true });
    expect(await keyOf(printLetters(here.deps, somebody(), { token: mine.receiptToken, letterId: null }))).toBe(
      "NOT_FOUND letter.linkUnknown",
    );
  });
});
