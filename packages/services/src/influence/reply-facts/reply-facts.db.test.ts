import { reportLetter } from "@cml/db/influence";
import type { Campaign } from "@cml/domain/influence";
import { systemActor } from "@cml/domain/kernel";
import { aCampaign, aStranger, createTestDb, fakeClock, testDeps, type TestDb } from "@cml/testing";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countFactsOfReplies, listReplyFactsOfCampaign } from "../index";

let test: TestDb;
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.drop());

const now = "2026-11-22T18:00:00Z";
const house = () => testDeps({ db: test.db, clock: fakeClock(now) });
const count = () => countFactsOfReplies(house(), systemActor());
const factsOf = (campaign: Campaign, recipientKey = "FEDERAL|ana|x") =>
  test.db.prisma.replyFacts.findUnique({ where: { campaignId_recipientKey: { campaignId: campaign.id, recipientKey } } });

/** Letters handed over on the first of November, noon in Edmonton. */
const writeLetters = async (campaign: Campaign, many: number, given: object = {}): Promise<string[]> => {
  const rows = Array.from({ length: many }, () => ({
    id: newId(),
    campaignId: campaign.id,
    campaignSlug: campaign.slug,
    recipientEmail: "ana@parl.example",
    recipientName: "Ana Ruiz",
    recipientTitle: "MP",
    recipientLevel: "FEDERAL" as const,
    recipientParty: "Green",
    recipientKey: "FEDERAL|ana|x",
    emailMethod: "SMTP" as const,
    subject: "s",
    message: "m",
    status: "SENT" as const,
    sentAt: new Date("2026-11-01T19:00:00Z"),
    ...given,
  }));
  await test.db.prisma.campaignEmail.createMany({ data: rows });
  return rows.map(({ id }) => id);
};
const report = (letterId: string, outcome: Parameters<typeof reportLetter>[1]["outcome"], repliedOn: string | null = null) =>
  reportLetter(test.db, { letterId, outcome, repliedOn, at: new Date(now) });

describe("facts about replies", () => {
  it("counts what our server handed over, what came back and what was answered, with the median of days", async () => {
    const campaign = await aCampaign(test.db);
    const letters = await writeLetters(campaign, 12);
    const [one = "", two = "", three = "", four = "", five = "", six = ""] = letters;
    await report(one, "ANSWERED", "2026-11-05");
    await report(two, "NOT_SATISFACTORY", "2026-11-11");
    await report(three, "ACKNOWLEDGED");
    await report(four, "NOTHING");
    await test.db.prisma.campaignEmail.update({ where: { id: five }, data: { answeredAt: new Date("2026-11-03T17:00:00Z") } });
    await test.db.prisma.campaignEmail.update({ where: { id: six }, data: { status: "FAILED", returnedAt: new Date(now) } });
    await count();
    expect(await factsOf(campaign)).toMatchObject({
      name: "Ana Ruiz",
      title: "MP",
      level: "FEDERAL",
      partyName: "Green",
      handedOver: 12,
      returned: 1,
      replies: 3,
      acknowledged: 1,
      nothing: 1,
      notSatisfied: 1,
      medianDays: 4,
    });
  });

  it("counts nothing that nobody handed over: tests, letters kept here, waiting ones, and what a writer says she sent herself", async () => {
    const campaign = await aCampaign(test.db);
    await writeLetters(campaign, 1, { isTest: true });
    await writeLetters(campaign, 1, { keptLocally: true });
    await writeLetters(campaign, 1, { status: "QUEUED", sentAt: null });
    await writeLetters(campaign, 1, { emailMethod: "MAILTO", claimedSentAt: new Date(now) });
    await count();
    expect(await factsOf(campaign)).toBeNull();
    await writeLetters(campaign, 1, { status: "CANCELLED", sentAt: null, handedInAt: new Date("2026-11-02T19:00:00Z") });
    await count();
    expect(await factsOf(campaign)).toMatchObject({ handedOver: 1, returned: 0 });
  });

  it("follows each change, and counts nothing twice when two count at once", async () => {
    const campaign = await aCampaign(test.db);
    const [first = ""] = await writeLetters(campaign, 3);
    await Promise.all([count(), count(), count()]);
    expect(await factsOf(campaign)).toMatchObject({ handedOver: 3, replies: 0, medianDays: null });
    await report(first, "NOTHING");
    await count();
    expect(await factsOf(campaign)).toMatchObject({ nothing: 1, replies: 0 });
    await report(first, "ANSWERED", "2026-11-01");
    await count();
    expect(await factsOf(campaign)).toMatchObject({ nothing: 0, replies: 1, medianDays: 0 });
    await test.db.prisma.campaignEmail.delete({ where: { id: first } });
    await writeLetters(campaign, 2);
    await count();
    expect(await factsOf(campaign)).toMatchObject({ handedOver: 4, replies: 0 });
    expect(await count()).toBe(0);
  });

  it("believes the writer that a mail was no reply, until a later one comes", async () => {
    const campaign = await aCampaign(test.db);
    const [before = ""] = await writeLetters(campaign, 1, { answeredAt: new Date("2026-11-02T19:00:00Z") });
    await report(before, "ACKNOWLEDGED");
    await count();
    expect(await factsOf(campaign)).toMatchObject({ replies: 0, acknowledged: 1 });
    const [after = ""] = await writeLetters(campaign, 1);
    await report(after, "ACKNOWLEDGED");
    await count();
    expect(await factsOf(campaign)).toMatchObject({ replies: 0, acknowledged: 2 });
    await test.db.prisma.campaignEmail.update({ where: { id: after }, data: { answeredAt: new Date("2026-11-25T19:00:00Z") } });
    await count();
    expect(await factsOf(campaign)).toMatchObject({ replies: 1, acknowledged: 1 });
  });

  it("counts an answer to all for the letters that were there before it", async () => {
    const campaign = await aCampaign(test.db);
    await writeLetters(campaign, 4);
    await writeLetters(campaign, 1, { sentAt: new Date("2026-11-20T19:00:00Z") });
    const office = { campaignId: campaign.id, recipientKey: "FEDERAL|ana|x", name: "Ana Ruiz", email: "ana@parl.example" };
    const { id: officeId } = await test.db.prisma.officeAccess.create({ data: office });
    const answer = await test.db.prisma.officeAnswer.create({ data: { officeId, campaignId: campaign.id, subject: "s", text: "t" } });
    await count();
    expect(await factsOf(campaign)).toMatchObject({ replies: 0 });
    const approved = { status: "APPROVED" as const, moderatedAt: new Date("2026-11-11T19:00:00Z") };
    await test.db.prisma.officeAnswer.update({ where: { id: answer.id }, data: approved });
    await count();
    expect(await factsOf(campaign)).toMatchObject({ handedOver: 5, replies: 4, medianDays: 10 });
  });

  it("takes over the position staff write down", async () => {
    const campaign = await aCampaign(test.db);
    await writeLetters(campaign, 1);
    await count();
    const target = { campaignId: campaign.id, recipientKey: "FEDERAL|ana|x", name: "Hon. Ana Ruiz" };
    await test.db.prisma.campaignTarget.create({ data: target });
    await test.db.prisma.campaignTarget.updateMany({ where: target, data: { position: "AGAINST" } });
    await count();
    expect(await factsOf(campaign)).toMatchObject({ name: "Hon. Ana Ruiz", position: "AGAINST", handedOver: 1 });
  });
});

describe("facts for everybody", () => {
  it("tells only of representatives with ten letters that arrived, and nothing of a draft", async () => {
    const deps = house();
    const campaign = await aCampaign(test.db);
    await writeLetters(campaign, 11);
    await writeLetters(campaign, 9, { recipientKey: "FEDERAL|bo|y", recipientName: "Bo" });
    await count();
    const asked = { campaignSlug: campaign.slug };
    expect(await listReplyFactsOfCampaign(deps, aStranger(), asked)).toMatchObject([{ name: "Ana Ruiz", handedOver: 11 }]);
    const rows = await test.db.prisma.campaignEmail.findMany({
      where: { campaignId: campaign.id, recipientKey: "FEDERAL|ana|x" },
      take: 2,
    });
    const returned = { status: "FAILED" as const, returnedAt: new Date(now) };
    await test.db.prisma.campaignEmail.updateMany({ where: { id: { in: rows.map(({ id }) => id) } }, data: returned });
    await count();
    expect(await listReplyFactsOfCampaign(deps, aStranger(), asked)).toEqual([]);
    const draft = await aCampaign(test.db, { status: "DRAFT" });
    await expect(listReplyFactsOfCampaign(deps, aStranger(), { campaignSlug: draft.slug })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("reports", () => {
  it("keeps the writer's own word before what we conclude, except from no reply to one", async () => {
    const campaign = await aCampaign(test.db);
    const [letter = ""] = await writeLetters(campaign, 1);
    const followUp = await test.db.prisma.followUp.create({
      data: {
        campaignId: campaign.id,
        submissionId: newId(),
        email: "w@example.com",
        firstDueAt: new Date(now),
        secondDueAt: new Date(now),
      },
    });
    const outcomeNow = async () => (await test.db.prisma.letterReport.findUniqueOrThrow({ where: { letterId: letter } })).outcome;
    await reportLetter(test.db, { letterId: letter, outcome: "NOTHING", repliedOn: null, at: new Date(now), followUpId: followUp.id });
    await report(letter, "ACKNOWLEDGED");
    expect(await outcomeNow()).toBe("NOTHING");
    await report(letter, "ANSWERED", "2026-11-09");
    expect(await outcomeNow()).toBe("ANSWERED");
    await reportLetter(test.db, {
      letterId: letter,
      outcome: "NOT_SATISFACTORY",
      repliedOn: null,
      at: new Date(now),
      followUpId: followUp.id,
    });
    await report(letter, "ANSWERED");
    expect(await outcomeNow()).toBe("NOT_SATISFACTORY");
    await report(newId(), "ANSWERED");
  });
});
