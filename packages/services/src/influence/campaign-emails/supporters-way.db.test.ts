import { type Campaign, oddRates, representAnswerSchema, type SubmitLettersInput, submitLettersInput } from "@cml/domain/influence";
import { isAppError, systemActor } from "@cml/domain/kernel";
import { aCampaign, aStranger, createTestDb, fakeClock, testDeps, type TestDb } from "@cml/testing";
import { solveChallenge } from "altcha-lib/v1";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import toronto from "../../../../../tooling/fixtures/represent/M5V3L9.json" with { type: "json" };
import {
  archiveCampaign,
  captureInfo,
  confirmLetters,
  findCampaignTargets,
  getPendingLetters,
  getReceipt,
  getSubmissionState,
  purgeLetters,
  remindOfLetters,
  submitLetters,
} from "../index";

let test: TestDb;
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.drop());

const system = systemActor();
const house = () => {
  const clock = fakeClock("2026-11-02T15:00:00Z");
  const deps = testDeps({ db: test.db, clock });
  deps.represent.answers.set("M5V3L9", representAnswerSchema.parse(toronto));
  return { deps, clock };
};
type House = ReturnType<typeof house>;

const place = { postalCode: "M5V3L9", locale: "en" as const, districts: [] };
/** A form for everybody the campaign finds, as somebody at an address of their own fills it. */
const formOf = async ({ deps }: House, campaign: Campaign, given: object = {}): Promise<SubmitLettersInput> => {
  const { targets } = await findCampaignTargets(deps, aStranger(), { campaignSlug: campaign.slug, ...place });
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
const somebody = (ipHash: string = crypto.randomUUID()) => aStranger({ ipHash });
const keyOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  return isAppError(error) ? `${error.code} ${error.messageKey}` : error;
};
const rowsOf = (campaign: Campaign) =>
  test.db.prisma.campaignEmail.findMany({ where: { campaignId: campaign.id }, orderBy: { id: "asc" } });
const mailsTo = (email: string | null) =>
  test.db.prisma.templateMail.findMany({ where: { toEmail: email ?? "" }, orderBy: { createdAt: "asc" } });
const linkTo = async (email: string | null): Promise<string> => {
  const url = JSON.stringify((await mailsTo(email)).at(-1)?.variables ?? {});
  return /\/confirm\/([\w-]+)/.exec(url)?.[1] ?? "";
};
const consentsOf = (email: string | null) => test.db.prisma.consent.findMany({ where: { email } });

describe("the supporter's own mail program", () => {
  it("gets links and the text, and waits for a yes without any confirmation mail", async () => {
    const here = house();
    const campaign = await aCampaign(test.db);
    const input = await formOf(here, campaign, { method: "MAILTO", source: "flyer!" });
    const answer = await submitLetters(here.deps, somebody(), input);
    if (answer.state !== "OPENED") throw new Error(answer.state);
    expect(answer.letters.map(({ targetId }) => targetId).sort()).toEqual([...input.targetIds].sort());
    expect(answer.letters[0]).toMatchObject({ recipientEmail: "mp2@example.org", subject: "Safe streets in Spadina—Harbourfront" });
    expect(answer.letters[0]?.mailto).toContain("mailto:mp2@example.org?subject=");
    expect(answer.letters[0]?.message).toMatch(/Ana Supporter\nToronto {2}M5V 3L9$/);
    expect(await rowsOf(campaign)).toMatchObject(
      Array.from({ length: 3 }, () => ({
        status: "CLICKED",
        emailMethod: "MAILTO",
        source: "flyer",
        editedShare: null,
        verificationId: null,
      })),
    );
    expect(await mailsTo(input.email)).toEqual([]);
    expect(here.deps.jobs.added.filter(({ name }) => name === "email.send-letters")).toEqual([]);
  });

  it("is one letter for each recipient whatever is clicked twice, reloaded, or chosen instead", async () => {
    const here = house();
    const campaign = await aCampaign(test.db);
    const input = await formOf(here, campaign, { method: "MAILTO" });
    const me = somebody();
    await Promise.all([1, 2, 3].map(() => submitLetters(here.deps, me, input)));
    await submitLetters(here.deps, me, { ...input, method: "PRINT" });
    expect((await rowsOf(campaign)).map(({ emailMethod }) => emailMethod)).toEqual(["PRINT", "PRINT", "PRINT"]);
    // Sent by us in the end: the same letters, not three more.
    await submitLetters(here.deps, me, { ...input, method: "SMTP" });
    await confirmLetters(here.deps, me, { token: await linkTo(input.email) });
    expect((await rowsOf(campaign)).map(({ emailMethod, status }) => `${emailMethod} ${status}`)).toEqual([
      "SMTP QUEUED",
      "SMTP QUEUED",
      "SMTP QUEUED",
    ]);
    expect(await keyOf(submitLetters(here.deps, me, input))).toBe("CONFLICT letter.alreadyWritten");
  });

  it("has its ticked boxes confirmed by a mail of their own, asked for once", async () => {
    const here = house();
    const campaign = await aCampaign(test.db);
    const input = await formOf(here, campaign, { method: "MAILTO", consents: { newsletter: true } });
    expect(await submitLetters(here.deps, somebody(), input)).toMatchObject({ state: "OPENED", boxesMail: true });
    expect(await submitLetters(here.deps, somebody(), input)).toMatchObject({ state: "OPENED", boxesMail: false });
    expect((await mailsTo(input.email)).map(({ templateKey }) => templateKey)).toEqual(["letter-boxes"]);
    expect(await consentsOf(input.email)).toEqual([]);
    const token = await linkTo(input.email);
    expect(await getPendingLetters(here.deps, somebody(), { token })).toMatchObject({
      state: "WAITING",
      letters: [],
      consents: ["newsletter"],
    });
    expect(await confirmLetters(here.deps, somebody(), { token })).toMatchObject({ receiptToken: null, letters: 0 });
    expect(await consentsOf(input.email)).toMatchObject([{ kind: "newsletter" }]);
    expect((await rowsOf(campaign)).every(({ status }) => status === "CLICKED")).toBe(true);
  });

  it.each([
    ["a way the campaign does not offer", { allowMailtoLink: false }, {}, "CONFLICT letter.methodOff"],
    ["no name where the campaign collects them", {}, { name: "", email: null }, "INVALID letter.nameNeeded"],
  ])("is refused for %s", async (_what, flags, given, key) => {
    const here = house();
    const campaign = await aCampaign(test.db, flags);
    const input = await formOf(here, campaign, { method: "MAILTO", ...given });
    expect(await keyOf(submitLetters(here.deps, somebody(), input))).toBe(key);
  });

  it("needs neither name nor address where the campaign collects none", async () => {
    const here = house();
    const campaign = await aCampaign(test.db, { collectUserInfo: false });
    const input = await formOf(here, campaign, { method: "MAILTO", name: "", email: null });
    expect(await submitLetters(here.deps, somebody(), input)).toMatchObject({ state: "OPENED" });
    expect(submitLettersInput.safeParse({ ...input, method: "SMTP" }).success).toBe(false);
  });
});

describe("what is the writer's own", () => {
  it("is measured, the personal sentence too", async () => {
    const here = house();
    const campaign = await aCampaign(test.db, { allowEmailEditing: true, personalPrompt: "What happened to you?", verifySender: false });
    const plain = await formOf(here, campaign);
    await submitLetters(here.deps, somebody(), plain);
    const edited = await formOf(here, campaign, { personal: "My daughter was hit at Queen and Spadina last Tuesday." });
    await submitLetters(here.deps, somebody(), edited);
    const shares = new Map((await rowsOf(campaign)).map(({ submissionId, editedShare }) => [submissionId, editedShare]));
    expect(shares.get(plain.submissionId)).toBeNull();
    expect(shares.get(edited.submissionId)).toBeGreaterThan(0.2);
    expect(shares.get(edited.submissionId)).toBeLessThan(0.6);
    expect((await rowsOf(campaign)).at(-1)?.message).toContain("My daughter was hit");
    const unasked = await aCampaign(test.db);
    expect(await keyOf(submitLetters(here.deps, somebody(), await formOf(here, unasked, { personal: "Nobody asked." })))).toBe(
      "INVALID letter.editingOff",
    );
  });
});

describe("the confirmation", () => {
  it("ends with the deadline, reminds once before, and forgets the letter at its end", async () => {
    const here = house();
    const deadline = new Date("2026-11-06T15:00:00Z");
    const campaign = await aCampaign(test.db, { submissionDeadline: deadline });
    const input = await formOf(here, campaign);
    expect(await submitLetters(here.deps, somebody(), input)).toEqual({ state: "CONFIRM", expiresAt: deadline });
    expect(await remindOfLetters(here.deps, system)).toEqual({ reminded: 0 });
    here.clock.advance(3 * 86_400_000);
    expect(await remindOfLetters(here.deps, system)).toEqual({ reminded: 1 });
    expect(await remindOfLetters(here.deps, system)).toEqual({ reminded: 0 });
    const mails = await mailsTo(input.email);
    expect(mails.map(({ templateKey }) => templateKey)).toEqual(["letter-confirmation", "letter-reminder"]);
    const urls = mails.map(({ variables }) => /\/confirm\/[\w-]+/.exec(JSON.stringify(variables))?.[0]);
    expect(urls[0]).toBe(urls[1]);

    here.clock.advance(2 * 86_400_000);
    await purgeLetters(here.deps, system);
    const token = await linkTo(input.email);
    expect(await getPendingLetters(here.deps, somebody(), { token })).toMatchObject({ state: "EXPIRED", letters: [], name: "" });
    expect(await keyOf(confirmLetters(here.deps, somebody(), { token }))).toBe("CONFLICT letter.linkExpired");
    expect(await getSubmissionState(here.deps, somebody(), input)).toEqual({ state: "EXPIRED" });
    expect(await rowsOf(campaign)).toEqual([]);
  });

  it("reminds nobody who confirmed, and nobody of an archived campaign", async () => {
    const here = house();
    const [kept, closed] = [await aCampaign(test.db), await aCampaign(test.db)];
    const done = await formOf(here, kept);
    await submitLetters(here.deps, somebody(), done);
    await confirmLetters(here.deps, somebody(), { token: await linkTo(done.email) });
    await submitLetters(here.deps, somebody(), await formOf(here, closed));
    await archiveCampaign(here.deps, system, closed);
    here.clock.advance(6 * 86_400_000);
    expect(await remindOfLetters(here.deps, system)).toEqual({ reminded: 0 });
  });

  it("works on another device; the page that waits learns of it by the id it made, and only that one", async () => {
    const here = house();
    const campaign = await aCampaign(test.db);
    const input = await formOf(here, campaign);
    const [desk, phone] = [somebody("home"), somebody("mobile network")];
    await submitLetters(here.deps, desk, input);
    expect(await getSubmissionState(here.deps, desk, input)).toMatchObject({ state: "WAITING" });
    const { receiptToken, remember } = await confirmLetters(here.deps, phone, { token: await linkTo(input.email) });
    expect(await getSubmissionState(here.deps, desk, input)).toEqual({ state: "QUEUED", receiptToken, letters: 3, remember: null });
    expect(await getSubmissionState(here.deps, somebody(), { submissionId: here.deps.newId() })).toEqual({ state: "UNKNOWN" });

    // The phone is trusted for this address from now on; the desk, which may be a stranger's, is not.
    const other = await aCampaign(test.db);
    const again = await formOf(here, other, { email: input.email, remember });
    expect(await submitLetters(here.deps, phone, again)).toMatchObject({ state: "QUEUED", letters: 3 });
    expect(await submitLetters(here.deps, phone, again)).toMatchObject({ state: "QUEUED", letters: 3 });
    expect(await rowsOf(other)).toHaveLength(3);
  });

  it("remembers the waiting browser too where both are in one place", async () => {
    const here = house();
    const campaign = await aCampaign(test.db);
    const input = await formOf(here, campaign);
    await submitLetters(here.deps, somebody("home"), input);
    await confirmLetters(here.deps, somebody("home"), { token: await linkTo(input.email) });
    const state = await getSubmissionState(here.deps, somebody("home"), input);
    const remember = state.state === "QUEUED" ? state.remember : null;
    expect(remember).toMatch(/^[\w-]{32,}$/);
    const next = async (given: object) =>
      submitLetters(here.deps, somebody(), await formOf(here, await aCampaign(test.db), { remember, ...given }));
    expect(await next({ email: input.email })).toMatchObject({ state: "QUEUED" });
    // Somebody else's address is not proved by it, nor is this one after 90 days.
    expect(await next({})).toMatchObject({ state: "CONFIRM" });
    here.clock.advance(91 * 86_400_000);
    await purgeLetters(here.deps, system);
    expect(await next({ email: input.email })).toMatchObject({ state: "CONFIRM" });
  });

  it("does not tell a submission to somebody else who took its id", async () => {
    const here = house();
    const campaign = await aCampaign(test.db);
    const input = await formOf(here, campaign);
    await submitLetters(here.deps, somebody(), input);
    expect(await keyOf(submitLetters(here.deps, somebody(), { ...input, email: "eve@example.com" }))).toBe(
      "CONFLICT letter.submissionTaken",
    );
    const open = await aCampaign(test.db, { verifySender: false });
    const sent = await formOf(here, open);
    await submitLetters(here.deps, somebody(), sent);
    expect(await keyOf(submitLetters(here.deps, somebody(), { ...sent, email: "eve@example.com" }))).toBe(
      "CONFLICT letter.submissionTaken",
    );
  });

  it("of boxes is asked for where the campaign waives it for letters", async () => {
    const here = house();
    const campaign = await aCampaign(test.db, { verifySender: false });
    const input = await formOf(here, campaign, { consents: { tellHowItEnds: true } });
    expect(await submitLetters(here.deps, somebody(), input)).toMatchObject({ state: "QUEUED", letters: 3, boxesMail: true });
    expect(await consentsOf(input.email)).toEqual([]);
    await confirmLetters(here.deps, somebody(), { token: await linkTo(input.email) });
    expect(await consentsOf(input.email)).toMatchObject([{ kind: "tellHowItEnds" }]);
  });
});

describe("the street", () => {
  it("stands in the letter, and is gone from our copy after ninety days", async () => {
    const here = house();
    const campaign = await aCampaign(test.db, { verifySender: false, askStreet: true });
    const input = await formOf(here, campaign, { street: "12 Main Street" });
    await submitLetters(here.deps, somebody(), input);
    const message = (await rowsOf(campaign))[0]?.message ?? "";
    expect(message).toMatch(/Ana Supporter\n12 Main Street\nToronto {2}M5V 3L9$/);
    await test.db.prisma.campaignEmail.updateMany({
      where: { campaignId: campaign.id },
      data: { status: "SENT", sentAt: here.clock.now() },
    });
    here.clock.advance(89 * 86_400_000);
    await purgeLetters(here.deps, system);
    expect((await rowsOf(campaign))[0]).toMatchObject({ userStreet: "12 Main Street", message });
    here.clock.advance(2 * 86_400_000);
    await purgeLetters(here.deps, system);
    expect((await rowsOf(campaign))[0]).toMatchObject({ userStreet: null, message: message.replace("\n12 Main Street", "") });
  });

  it("is not taken where the campaign does not ask", async () => {
    const here = house();
    const campaign = await aCampaign(test.db, { verifySender: false });
    await submitLetters(here.deps, somebody(), await formOf(here, campaign, { street: "12 Main Street" }));
    const [row] = await rowsOf(campaign);
    expect(row?.userStreet).toBeNull();
    expect(row?.message).not.toContain("12 Main Street");
  });
});

describe("the hash of an IP address", () => {
  it("is gone after thirty days, from letters, calls and the log of mails", async () => {
    const here = house();
    const campaign = await aCampaign(test.db, { verifySender: false });
    await submitLetters(here.deps, somebody(), await formOf(here, campaign));
    const at = here.clock.now();
    await test.db.prisma.campaignEmail.updateMany({ where: { campaignId: campaign.id }, data: { senderIp: "hash", createdAt: at } });
    const call = { campaignSlug: campaign.slug, phoneNumber: "1", representativeName: "MP", callerIp: "hash", calledAt: at };
    const { id: callId } = await test.db.prisma.call.create({ data: { campaignId: campaign.id, ...call } });
    const mail = { recipientEmail: "mp@parl.example", subject: "s", status: "sent", senderIp: "hash", sentAt: at };
    const { id: logId } = await test.db.prisma.emailLog.create({ data: mail });
    const hashes = async () => [
      ...(await rowsOf(campaign)).map(({ senderIp }) => senderIp),
      (await test.db.prisma.call.findUniqueOrThrow({ where: { id: callId } })).callerIp,
      (await test.db.prisma.emailLog.findUniqueOrThrow({ where: { id: logId } })).senderIp,
    ];
    here.clock.advance(29 * 86_400_000);
    await purgeLetters(here.deps, system);
    expect(new Set(await hashes())).toEqual(new Set(["hash"]));
    here.clock.advance(2 * 86_400_000);
    await purgeLetters(here.deps, system);
    expect(new Set(await hashes())).toEqual(new Set([null]));
  });
});

describe("details without a letter", () => {
  const captureOf = (input: SubmitLettersInput, given: object = {}) => ({
    submissionId: input.submissionId,
    campaignSlug: input.campaignSlug,
    name: input.name,
    email: input.email ?? "",
    postalCode: input.postalCode,
    locale: input.locale,
    source: null,
    trap: "",
    ...given,
  });

  it("count as one unfinished, corrected by what is typed later, and lose name and address after a day", async () => {
    const here = house();
    const campaign = await aCampaign(test.db);
    const input = await formOf(here, campaign);
    expect(await captureInfo(here.deps, somebody(), captureOf(input))).toEqual({ captured: true });
    expect(await captureInfo(here.deps, somebody(), captureOf(input, { name: "Ana Maria" }))).toEqual({ captured: true });
    expect(await rowsOf(campaign)).toMatchObject([{ status: "USER_INFO_CAPTURED", userName: "Ana Maria", userEmail: input.email }]);
    here.clock.advance(25 * 3_600_000);
    await purgeLetters(here.deps, system);
    expect(await rowsOf(campaign)).toMatchObject([{ status: "USER_INFO_CAPTURED", userName: null, userEmail: null, userPostalCode: null }]);
    expect(await mailsTo(input.email)).toEqual([]);
  });

  it("give way to the letters when they come", async () => {
    const here = house();
    const campaign = await aCampaign(test.db);
    const input = await formOf(here, campaign, { method: "MAILTO" });
    await captureInfo(here.deps, somebody(), captureOf(input));
    await submitLetters(here.deps, somebody(), input);
    expect((await rowsOf(campaign)).map(({ status }) => status)).toEqual(["CLICKED", "CLICKED", "CLICKED"]);
    expect(await captureInfo(here.deps, somebody(), captureOf(input))).toEqual({ captured: false });
    expect(await rowsOf(campaign)).toHaveLength(3);
  });

  it("are not taken from programs, nor where the campaign collects none", async () => {
    const here = house();
    const campaign = await aCampaign(test.db);
    const quiet = await aCampaign(test.db, { collectUserInfo: false });
    expect(await captureInfo(here.deps, somebody(), captureOf(await formOf(here, campaign), { trap: "x" }))).toEqual({ captured: false });
    expect(await captureInfo(here.deps, somebody(), captureOf(await formOf(here, quiet)))).toEqual({ captured: false });
    expect([...(await rowsOf(campaign)), ...(await rowsOf(quiet))]).toEqual([]);
  });
});

describe("against abuse", () => {
  const solve = async (answer: Awaited<ReturnType<typeof submitLetters>>): Promise<string> => {
    if (answer.state !== "PROVE") throw new Error(answer.state);
    const { challenge, salt, algorithm, maxnumber, signature } = answer.challenge;
    const solution = await solveChallenge(challenge, salt, algorithm, maxnumber).promise;
    return Buffer.from(JSON.stringify({ algorithm, challenge, number: solution?.number, salt, signature })).toString("base64");
  };

  it.each([
    ["a filled trap", { trap: "http://spam.example" }],
    ["a form sent as soon as it was opened", { openedAt: new Date("2026-11-02T14:59:59Z") }],
  ])("%s asks for a proof, which a person can bring once", async (_what, given) => {
    const here = house();
    const campaign = await aCampaign(test.db);
    const input = await formOf(here, campaign, given);
    const proof = await solve(await submitLetters(here.deps, somebody(), input));
    expect(await submitLetters(here.deps, somebody(), { ...input, proof })).toMatchObject({ state: "CONFIRM" });
    const second = { ...input, submissionId: here.deps.newId(), email: "second@example.com", proof };
    expect(await submitLetters(here.deps, somebody(), second)).toMatchObject({ state: "PROVE" });
    expect(await submitLetters(here.deps, somebody(), { ...second, proof: "bm90aGluZw==" })).toMatchObject({ state: "PROVE" });
  });

  it("the proof of a form that was counted already counts nobody twice, and lets nobody in by another e-mail", async () => {
    const here = house();
    const campaign = await aCampaign(test.db);
    const quick = await formOf(here, campaign, { email: "quick@example.com", openedAt: new Date("2026-11-02T14:59:59Z") });
    const proof = await solve(await submitLetters(here.deps, somebody(), quick));
    const other = { ...quick, submissionId: here.deps.newId(), email: "other@example.com" };
    expect(await submitLetters(here.deps, somebody(), { ...other, proof })).toMatchObject({ state: "PROVE" });
    expect(await submitLetters(here.deps, somebody(), { ...quick, proof })).toMatchObject({ state: "CONFIRM" });
    // Two forms in all: the second of this e-mail, which is below the odd rate.
    const again = { ...quick, submissionId: here.deps.newId(), openedAt: null };
    expect(await submitLetters(here.deps, somebody(), again)).toMatchObject({ state: "CONFIRM" });
    expect(await submitLetters(here.deps, somebody(), { ...again, submissionId: here.deps.newId() })).toMatchObject({ state: "PROVE" });
  });

  it("many from one address are asked, a first letter never is", async () => {
    const here = house();
    const campaign = await aCampaign(test.db);
    const states: string[] = [];
    for (let n = 1; n <= oddRates.fromAddress; n += 1)
      states.push((await submitLetters(here.deps, somebody("one school"), await formOf(here, campaign))).state);
    expect(states).toEqual([...Array.from({ length: oddRates.fromAddress - 1 }, () => "CONFIRM"), "PROVE"]);
    expect(await submitLetters(here.deps, somebody(), await formOf(here, campaign))).toMatchObject({ state: "CONFIRM" });
  });

  it("a flood to one campaign is asked of those who come again, and refused to nobody new", async () => {
    const here = house();
    const campaign = await aCampaign(test.db);
    const input = await formOf(here, campaign);
    const fresh = (email: string) => ({ ...input, submissionId: here.deps.newId(), email });
    const me = somebody();
    expect(await submitLetters(here.deps, me, fresh("a0@example.com"))).toMatchObject({ state: "CONFIRM" });
    for (let n = 1; n < oddRates.toCampaign; n += 1) {
      const { state } = await submitLetters(here.deps, somebody(), fresh(`f${n}@example.com`));
      if (state !== "CONFIRM") throw new Error(`a first letter was answered ${state}`);
    }
    expect(await submitLetters(here.deps, somebody(), fresh("new@example.com"))).toMatchObject({ state: "CONFIRM" });
    expect(await submitLetters(here.deps, me, fresh("a1@example.com"))).toMatchObject({ state: "PROVE" });
  }, 60_000);
});

it("tells on the receipt which letters wait for an answer, and nothing to a token of nobody", async () => {
  const here = house();
  const campaign = await aCampaign(test.db);
  const answer = await submitLetters(here.deps, somebody(), await formOf(here, campaign, { method: "PRINT" }));
  if (answer.state !== "PRINTED") throw new Error(answer.state);
  const receipt = await getReceipt(here.deps, somebody(), { token: answer.receiptToken });
  expect(receipt.letters[0]).toMatchObject({ method: "PRINT", status: "CLICKED", canAnswer: true, saidSent: false });
  expect(receipt.letters.map(({ pdfUrl }) => pdfUrl).sort()).toEqual(answer.letters.map(({ pdfUrl }) => pdfUrl).sort());
  expect(await keyOf(getReceipt(here.deps, somebody(), { token: "x".repeat(40) }))).toBe("NOT_FOUND letter.linkUnknown");
});
