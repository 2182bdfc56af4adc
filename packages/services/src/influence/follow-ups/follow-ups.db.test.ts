import { type Campaign, representAnswerSchema, type SubmitLettersInput, submitLettersInput } from "@cml/domain/influence";
import { isAppError, systemActor } from "@cml/domain/kernel";
import { actorOf, aCampaign, aStranger, aUser, createTestDb, fakeClock, testDeps, type TestDb } from "@cml/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import toronto from "../../../../../tooling/fixtures/represent/M5V3L9.json" with { type: "json" };
import {
  answerFollowUp,
  askWhatBecame,
  confirmLetters,
  eraseMe,
  findCampaignTargets,
  getAboutMe,
  getFollowUp,
  getReceipt,
  getResultMail,
  mailResult,
  mailResults,
  stopFollowUp,
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
const somebody = () => aStranger({ ipHash: crypto.randomUUID() });
const days = (many: number) => many * 24 * 3_600_000;
const ask = ({ deps }: House) => askWhatBecame(deps, systemActor());
const keyOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  return isAppError(error) ? `${error.code} ${error.messageKey}` : error;
};

const formOf = async ({ deps }: House, campaign: Campaign, given: object): Promise<SubmitLettersInput> => {
  const place = { postalCode: "M5V3L9", locale: "en" as const, districts: [] };
  const { targets } = await findCampaignTargets(deps, somebody(), { campaignSlug: campaign.slug, ...place });
  return submitLettersInput.parse({
    submissionId: deps.newId(),
    campaignSlug: campaign.slug,
    postalCode: "M5V3L9",
    targetIds: targets.map(({ id }) => id),
    name: "Ana Supporter",
    email: `ana-${deps.newId()}@example.com`,
    locale: "en",
    consents: { tellHowItEnds: true },
    ...given,
  });
};

/** Somebody who confirmed her letters, the box ticked unless told otherwise. */
const aWriter = async (here: House, campaign: Campaign, given: object = {}) => {
  const input = await formOf(here, campaign, given);
  await submitLetters(here.deps, somebody(), input);
  const { variables } = await test.db.prisma.templateMail.findFirstOrThrow({
    where: { onceKey: `letter-confirmation:${input.submissionId}` },
  });
  const token = /\/confirm\/([\w-]+)/.exec(JSON.stringify(variables))?.[1] ?? "";
  const { receiptToken } = await confirmLetters(here.deps, somebody(), { token });
  return { ...input, receiptToken: receiptToken ?? "" };
};
type Writer = Awaited<ReturnType<typeof aWriter>>;
const lettersOf = ({ submissionId }: Writer) => test.db.prisma.campaignEmail.findMany({ where: { submissionId }, orderBy: { id: "asc" } });
const handOver = (here: House, { submissionId }: Writer, take?: number) =>
  test.db.pool.query(
    `UPDATE "CampaignEmail" SET "status" = 'SENT', "sentAt" = $2 WHERE "id" IN
       (SELECT "id" FROM "CampaignEmail" WHERE "submissionId" = $1 ORDER BY "id" LIMIT $3)`,
    [submissionId, here.clock.now(), take ?? 100],
  );
const mailsTo = async ({ email }: { email: string | null }, prefix = "letter-outcome") => {
  const rows = await test.db.prisma.templateMail.findMany({
    where: { toEmail: email ?? "", templateKey: { startsWith: prefix } },
    orderBy: { createdAt: "asc" },
  });
  return rows.map((row) => ({ ...row, variables: row.variables as Record<string, string> }));
};
const tokenIn = (variables: Record<string, string> | undefined) => /\/ended\/([\w-]+)/.exec(variables?.["STOP_URL"] ?? "")?.[1] ?? "";
const federal = { targetGovernmentLevels: ["FEDERAL" as const] };

describe("the question what became of a letter", () => {
  it("is mailed once after two weeks and once more a week later, four answers for one letter", async () => {
    const here = house();
    const campaign = await aCampaign(test.db, federal);
    const writer = await aWriter(here, campaign);
    await handOver(here, writer);
    here.clock.advance(days(13));
    await ask(here);
    expect(await mailsTo(writer)).toEqual([]);
    here.clock.advance(days(1));
    await Promise.all([ask(here), ask(here), ask(here)]);
    const [first, ...none] = await mailsTo(writer);
    expect(none).toEqual([]);
    const [letter] = await lettersOf(writer);
    expect(first).toMatchObject({ templateKey: "letter-outcome", locale: "en", variables: { USER_NAME: "Ana Supporter" } });
    expect(first?.variables["NOTHING_URL"]).toMatch(new RegExp(`/ended/[\\w-]+\\?letter=${letter?.id}&answer=nothing$`));
    here.clock.advance(days(7));
    await ask(here);
    await ask(here);
    expect((await mailsTo(writer)).map(({ templateKey }) => templateKey)).toEqual(["letter-outcome", "letter-outcome-reminder"]);
    here.clock.advance(days(30));
    await ask(here);
    expect(await mailsTo(writer)).toHaveLength(2);
  });

  it("has a link for each of several letters, in the writer's language", async () => {
    const here = house();
    const writer = await aWriter(here, await aCampaign(test.db), { locale: "fr" });
    await handOver(here, writer);
    here.clock.advance(days(14));
    await ask(here);
    const [mail] = await mailsTo(writer);
    const letters = await lettersOf(writer);
    expect(letters.length).toBeGreaterThan(1);
    expect(mail?.locale).toBe("fr");
    expect(mail?.variables).toMatchObject({ RECIPIENT_1: letters[0]?.recipientName, RECIPIENT_2: letters[1]?.recipientName });
    expect(mail?.variables["LETTER_URL_2"]).toContain(`/fr/ended/`);
    expect(mail?.variables["ANSWERED_URL"]).toBeUndefined();
  });

  it("waits with letters that leave late, and counts the two weeks from the day they left", async () => {
    const here = house();
    const writer = await aWriter(here, await aCampaign(test.db, federal));
    here.clock.advance(days(15));
    await ask(here);
    await handOver(here, writer);
    here.clock.advance(days(13));
    await ask(here);
    expect(await mailsTo(writer)).toEqual([]);
    here.clock.advance(days(1));
    await ask(here);
    expect(await mailsTo(writer)).toHaveLength(1);
  });

  it("is not asked without the box, after a reply by mail, of a letter that came back, or in a demonstration", async () => {
    const here = house();
    const campaign = await aCampaign(test.db, federal);
    const unticked = await aWriter(here, campaign, { consents: {} });
    const answered = await aWriter(here, campaign);
    const returned = await aWriter(here, campaign);
    for (const writer of [unticked, answered, returned]) await handOver(here, writer);
    const where = ({ submissionId }: Writer) => ({ where: { submissionId } });
    await test.db.prisma.campaignEmail.updateMany({ ...where(answered), data: { answeredAt: here.clock.now() } });
    await test.db.prisma.campaignEmail.updateMany({ ...where(returned), data: { status: "FAILED", returnedAt: here.clock.now() } });
    const demo = await aCampaign(test.db, { ...federal, isDemo: true });
    const shown = await aWriter(here, demo);
    await handOver(here, shown);
    here.clock.advance(days(40));
    await ask(here);
    for (const writer of [unticked, answered, returned, shown]) expect(await mailsTo(writer)).toEqual([]);
  });

  it("does not ask again who answered, and shows the answer on the receipt", async () => {
    const here = house();
    const campaign = await aCampaign(test.db, { ...federal, showResponseWall: true });
    const writer = await aWriter(here, campaign);
    await handOver(here, writer);
    here.clock.advance(days(14));
    await ask(here);
    const token = tokenIn((await mailsTo(writer))[0]?.variables);
    const page = await getFollowUp(here.deps, somebody(), { token });
    expect(page).toMatchObject({ stopped: false, today: "2026-11-16", letters: [{ handedOverOn: "2026-11-02", report: null }] });
    expect(page.wallPath).toContain(writer.receiptToken);
    const letterId = page.letters[0]?.id ?? "";
    const answer = (given: object) =>
      answerFollowUp(here.deps, somebody(), { token, answers: [{ letterId, outcome: "ANSWERED", repliedOn: "2026-11-09", ...given }] });
    expect(await keyOf(answer({ repliedOn: "2026-11-01" }))).toBe("INVALID followUp.day");
    expect(await keyOf(answer({ repliedOn: "2026-11-17" }))).toBe("INVALID followUp.day");
    expect(await answer({})).toEqual({ reported: 1 });
    expect(await getFollowUp(here.deps, somebody(), { token })).toMatchObject({
      letters: [{ report: { outcome: "ANSWERED", repliedOn: "2026-11-09" } }],
    });
    await answer({ outcome: "NOTHING" });
    const { letters } = await getReceipt(here.deps, somebody(), { token: writer.receiptToken });
    expect(letters[0]?.timeline.at(-1)).toMatchObject({ step: "SAID_NOTHING", words: null });
    here.clock.advance(days(10));
    await ask(here);
    expect(await mailsTo(writer)).toHaveLength(1);
  });

  it("opens nobody else's letters: forged and expired links, letters of another", async () => {
    const here = house();
    const campaign = await aCampaign(test.db, federal);
    const [mine, other] = [await aWriter(here, campaign), await aWriter(here, campaign)];
    for (const writer of [mine, other]) await handOver(here, writer);
    here.clock.advance(days(14));
    await ask(here);
    const token = tokenIn((await mailsTo(mine))[0]?.variables);
    const [stranger] = await lettersOf(other);
    const answers = [{ letterId: stranger?.id ?? "", outcome: "NOTHING" as const, repliedOn: null }];
    expect(await keyOf(answerFollowUp(here.deps, somebody(), { token, answers }))).toBe("NOT_FOUND letter.linkUnknown");
    expect(await keyOf(getFollowUp(here.deps, somebody(), { token: "x".repeat(43) }))).toBe("NOT_FOUND letter.linkUnknown");
    expect(await keyOf(stopFollowUp(here.deps, somebody(), { token: "x".repeat(43), stop: true }))).toBe("NOT_FOUND letter.linkUnknown");
    expect(await test.db.prisma.letterReport.count({ where: { letterId: stranger?.id ?? "" } })).toBe(0);
    here.clock.advance(days(120));
    expect(await keyOf(getFollowUp(here.deps, somebody(), { token }))).toBe("CONFLICT followUp.linkExpired");
  });

  it("stops for good when asked, and starts again when that is taken back", async () => {
    const here = house();
    const campaign = await aCampaign(test.db, federal);
    const writer = await aWriter(here, campaign);
    await handOver(here, writer);
    here.clock.advance(days(14));
    await ask(here);
    const token = tokenIn((await mailsTo(writer))[0]?.variables);
    await stopFollowUp(here.deps, somebody(), { token, stop: true });
    await stopFollowUp(here.deps, somebody(), { token, stop: true });
    expect(await test.db.prisma.consent.findMany({ where: { email: writer.email, withdrawnAt: null } })).toEqual([]);
    here.clock.advance(days(8));
    await ask(here);
    expect(await mailsTo(writer)).toHaveLength(1);
    await stopFollowUp(here.deps, somebody(), { token, stop: false });
    await ask(here);
    expect(await mailsTo(writer)).toHaveLength(2);
  });

  it("goes with its writer when she erases her part, and is told to her before", async () => {
    const here = house();
    const writer = await aWriter(here, await aCampaign(test.db, federal));
    await handOver(here, writer);
    const { kept } = await getAboutMe(here.deps, somebody(), { token: writer.receiptToken });
    expect(kept.map(({ thing }) => thing)).toContain("FOLLOW_UP");
    await eraseMe(here.deps, somebody(), { token: writer.receiptToken, alsoWaiting: true });
    expect(await test.db.prisma.followUp.count({ where: { submissionId: writer.submissionId } })).toBe(0);
    here.clock.advance(days(20));
    await ask(here);
    expect(await mailsTo(writer)).toEqual([]);
  });
});

describe("the mail with the result", () => {
  const ended = async (here: House, given: Partial<Campaign> = {}) => {
    const owner = await aUser(test.db, { permissions: { campaign: "edit" } as never });
    const campaign = await aCampaign(test.db, { ...federal, createdByUserId: owner.id, outcome: "Council said yes.", ...given });
    const writer = await aWriter(here, campaign);
    await test.db.prisma.campaign.update({ where: { id: campaign.id }, data: { status: "ARCHIVED", updatedAt: here.clock.now() } });
    return { campaign, writer, owner };
  };

  it("goes to everybody who wanted to be told, once, whatever dies in between", async () => {
    const here = house();
    const { campaign, writer, owner } = await ended(here);
    const asked = { campaignId: campaign.id };
    const actor = actorOf(owner);
    expect(await getResultMail(here.deps, actor, asked)).toMatchObject({ obstacle: null, waiting: 1, mailed: 0, mailedAt: null });
    const { preview } = await getResultMail(here.deps, actor, asked);
    expect(preview?.en.html).toContain("Council said yes.");
    expect(await mailResult(here.deps, actor, asked)).toEqual({ waiting: 1 });
    expect(await keyOf(mailResult(here.deps, actor, asked))).toBe("CONFLICT followUp.resultMailed");
    await Promise.all([mailResults(here.deps, systemActor()), mailResults(here.deps, systemActor())]);
    await mailResults(here.deps, systemActor());
    expect(await mailsTo(writer, "letter-result")).toMatchObject([
      { variables: { OUTCOME: "Council said yes.", USER_NAME: "Ana Supporter" } },
    ]);
    expect(await getResultMail(here.deps, actor, asked)).toMatchObject({ obstacle: "NOBODY", waiting: 0, mailed: 1 });
  });

  it("does not leave while the campaign runs, without words, or for somebody who wants no more mails", async () => {
    const here = house();
    const live = await aCampaign(test.db, { ...federal, outcome: "Yes." });
    const admin = actorOf(await aUser(test.db, { role: "INFLUENCE_ADMIN" }));
    expect(await keyOf(mailResult(here.deps, admin, { campaignId: live.id }))).toBe("CONFLICT followUp.obstacles.NOT_ENDED");
    const wordless = await ended(here, { outcome: " " });
    expect(await keyOf(mailResult(here.deps, admin, { campaignId: wordless.campaign.id }))).toBe("CONFLICT followUp.obstacles.NO_OUTCOME");
    const stopped = await ended(here);
    await test.db.prisma.followUp.updateMany({ where: { email: stopped.writer.email ?? "" }, data: { stoppedAt: here.clock.now() } });
    expect(await keyOf(mailResult(here.deps, admin, { campaignId: stopped.campaign.id }))).toBe("CONFLICT followUp.obstacles.NOBODY");
  });

  it("is nobody else's to read or to let go", async () => {
    const here = house();
    const { campaign } = await ended(here);
    const stranger = actorOf(await aUser(test.db, { role: "USER" }));
    for (const work of [getResultMail, mailResult])
      expect(await keyOf(work(here.deps, stranger, { campaignId: campaign.id }))).toBe("NOT_FOUND campaign.notFound");
  });

  it("reminds the owner a day after the end, once, while people wait", async () => {
    const here = house();
    const { campaign, owner } = await ended(here);
    const reminders = () => mailsTo(owner, "result-reminder");
    await mailResults(here.deps, systemActor());
    expect(await reminders()).toEqual([]);
    here.clock.advance(days(2));
    await mailResults(here.deps, systemActor());
    await mailResults(here.deps, systemActor());
    expect(await reminders()).toMatchObject([{ variables: { WAITING_COUNT: "1" } }]);
    expect((await reminders())[0]?.variables["CAMPAIGN_URL"]).toContain(`/admin/campaigns/${campaign.id}`);
  });
});
