import { reportLetter } from "@cml/db/influence";
import type { Campaign } from "@cml/domain/influence";
import { systemActor } from "@cml/domain/kernel";
import { actorOf, aCampaign, aUser, createTestDb, fakeClock, testDeps, type TestDb } from "@cml/testing";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  countFactsOfReplies,
  getReplyRecord,
  getReplyStatistics,
  listReplyRecords,
  streamCampaignReplies,
  streamRepresentativeReplies,
} from "../index";

let test: TestDb;
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.drop());

const now = new Date("2026-11-22T18:00:00Z");
const deps = () => testDeps({ db: test.db, clock: fakeClock(now.toISOString()) });
const count = () => countFactsOfReplies(deps(), systemActor());
const admin = async () => actorOf(await aUser(test.db, { role: "INFLUENCE_ADMIN" }));
const firstPage = { page: 1, pageSize: 50, search: "", level: null, sort: "LETTERS" as const };

const people = {
  ana: { recipientName: "Ana Ruiz", recipientKey: "FEDERAL|ana|x", recipientLevel: "FEDERAL", recipientParty: "Green" },
  bo: { recipientName: "Bo Chen", recipientKey: "MUNICIPAL|bo|y", recipientLevel: "MUNICIPAL", recipientParty: null },
} as const;

const write = async (campaign: Campaign, who: keyof typeof people, many: number, given: object = {}): Promise<string[]> => {
  const rows = Array.from({ length: many }, () => ({
    id: newId(),
    campaignId: campaign.id,
    campaignSlug: campaign.slug,
    recipientEmail: `${who}@example.ca`,
    emailMethod: "SMTP" as const,
    subject: "s",
    message: "m",
    status: "SENT" as const,
    sentAt: new Date("2026-11-01T19:00:00Z"),
    ...people[who],
    ...given,
  }));
  await test.db.prisma.campaignEmail.createMany({ data: rows });
  return rows.map(({ id }) => id);
};
const answered = async (ids: string[], repliedOn: string) => {
  for (const letterId of ids) await reportLetter(test.db, { letterId, outcome: "ANSWERED", repliedOn, at: now });
};
const linesOf = async (lines: AsyncGenerator<string>) => {
  const all: string[] = [];
  for await (const line of lines) all.push(line.trim());
  return all;
};

describe("a campaign's replies in numbers", () => {
  it("spreads them by level, party, person and day, with medians over letters", async () => {
    const campaign = await aCampaign(test.db);
    const toAna = await write(campaign, "ana", 6);
    const toBo = await write(campaign, "bo", 3);
    await write(campaign, "bo", 1, { status: "FAILED", returnedAt: now });
    await answered(toAna.slice(0, 3), "2026-11-05");
    await answered(toBo.slice(0, 1), "2026-11-21");
    await reportLetter(test.db, { letterId: toBo[1] ?? "", outcome: "NOTHING", repliedOn: null, at: now });
    await count();
    const told = await getReplyStatistics(deps(), await admin(), { campaignId: campaign.id });
    expect(told.total).toEqual({
      handedOver: 10,
      returned: 1,
      replies: 4,
      acknowledged: 0,
      notSatisfied: 0,
      nothing: 1,
      medianDays: 4,
    });
    expect(told.byLevel).toEqual([
      { key: "FEDERAL", representatives: 1, handedOver: 6, returned: 0, replies: 3, medianDays: 4 },
      { key: "MUNICIPAL", representatives: 1, handedOver: 4, returned: 1, replies: 1, medianDays: 20 },
    ]);
    expect(told.byParty).toMatchObject([
      { key: "Green", replies: 3 },
      { key: null, replies: 1, medianDays: 20 },
    ]);
    expect(told.byDay).toEqual([
      { day: "2026-11-01", handedOver: 10, replies: 0 },
      { day: "2026-11-05", handedOver: 0, replies: 3 },
      { day: "2026-11-21", handedOver: 0, replies: 1 },
    ]);
    expect(told.representatives.map(({ name, medianDays }) => [name, medianDays])).toEqual([
      ["Ana Ruiz", 4],
      ["Bo Chen", 20],
    ]);
  });

  it("are empty where nothing was handed over, and nobody else's", async () => {
    const owner = await aUser(test.db);
    const campaign = await aCampaign(test.db, { createdByUserId: owner.id });
    const asked = { campaignId: campaign.id };
    expect(await getReplyStatistics(deps(), actorOf(owner), asked)).toMatchObject({
      total: { handedOver: 0 },
      representatives: [],
      byDay: [],
    });
    const stranger = actorOf(await aUser(test.db));
    await expect(getReplyStatistics(deps(), stranger, asked)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(streamCampaignReplies(deps(), stranger, asked).next()).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("leave as a file, with names that cannot become formulas", async () => {
    const campaign = await aCampaign(test.db);
    await write(campaign, "ana", 4, { recipientName: "=cmd()" });
    await count();
    const [heading, first, ...rest] = await linesOf(streamCampaignReplies(deps(), await admin(), { campaignId: campaign.id }));
    expect(heading).toContain("Letters handed over");
    expect(first).toContain("'=cmd()");
    expect(first).toContain("Federal");
    expect(rest).toEqual([]);
  });
});

describe("one representative over campaigns", () => {
  it("adds campaigns up, for a reader only those that are hers", async () => {
    await test.db.prisma.campaign.deleteMany();
    const owner = await aUser(test.db);
    const mine = await aCampaign(test.db, { createdByUserId: owner.id });
    const other = await aCampaign(test.db);
    await answered((await write(mine, "ana", 5)).slice(0, 2), "2026-11-03");
    await answered((await write(other, "ana", 7)).slice(0, 5), "2026-11-11");
    await write(other, "bo", 2);
    await test.db.prisma.campaignTarget.create({
      data: { campaignId: mine.id, recipientKey: people.ana.recipientKey, name: "Ana Ruiz", position: "FOR", positionSource: "her letter" },
    });
    await count();
    const all = await listReplyRecords(deps(), await admin(), firstPage);
    expect(all.items).toMatchObject([
      { name: "Ana Ruiz", campaigns: 2, handedOver: 12, replies: 7, medianDays: 10 },
      { name: "Bo Chen", campaigns: 1, handedOver: 2, replies: 0, medianDays: null },
    ]);
    const hers = await listReplyRecords(deps(), actorOf(owner), { ...firstPage, search: "ana" });
    expect(hers).toMatchObject({ total: 1, items: [{ campaigns: 1, handedOver: 5, replies: 2, medianDays: 2 }] });
    const asked = { recipientKey: people.ana.recipientKey };
    expect(await getReplyRecord(deps(), actorOf(owner), asked)).toMatchObject({
      byCampaign: [{ campaignId: mine.id, position: "FOR", positionSource: "her letter", handedOver: 5 }],
    });
    expect((await getReplyRecord(deps(), await admin(), asked)).byCampaign).toHaveLength(2);
    expect(await linesOf(streamRepresentativeReplies(deps(), actorOf(owner), asked))).toHaveLength(2);
    const stranger = actorOf(await aUser(test.db));
    await expect(getReplyRecord(deps(), stranger, asked)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await linesOf(streamRepresentativeReplies(deps(), stranger, { recipientKey: null }))).toHaveLength(1);
  });
});
