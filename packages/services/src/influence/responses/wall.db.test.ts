import { insertResponse, updateResponse } from "@cml/db/influence";
import { type Campaign, listWallInput, type ListWallInput, type WallSort, wallSorts } from "@cml/domain/influence";
import { aCampaign, aStranger, createTestDb, fakeClock, testDeps, type TestDb } from "@cml/testing";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getWallResponse, listWall } from "../index";

let test: TestDb;
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.drop());

const day = (n: number) => new Date(Date.UTC(2026, 9, 1 + n, 15));
type Given = Partial<Parameters<typeof insertResponse>[1]> & {
  status?: "PENDING" | "APPROVED" | "REJECTED";
  verified?: boolean;
  upvotes?: number;
};

const aResponse = async (campaign: Campaign, n: number, { status = "APPROVED", verified = false, upvotes = 0, ...given }: Given = {}) => {
  const id = newId();
  await insertResponse(test.db, {
    id,
    campaignId: campaign.id,
    campaignSlug: campaign.slug,
    representativeName: "Alex Chen",
    representativeLevel: "FEDERAL",
    recipientKey: "FEDERAL|alexchen|spadina",
    responseType: "EMAIL",
    responseText: `Reply ${n}, call 416-555-0100`,
    shownText: `Reply ${n}, call ████████████`,
    submittedByName: "Ana Supporter",
    submittedByEmail: "ana@example.com",
    confirmedAt: day(n),
    createdAt: day(n),
    locale: "en",
    ...given,
  });
  await updateResponse(test.db, id, {
    status,
    updatedAt: day(n),
    ...(verified ? { isVerified: true, verifiedAt: day(n), verifiedBy: "office@example.org" } : {}),
  });
  await test.db.prisma.representativeResponse.update({ where: { id }, data: { upvoteCount: upvotes } });
  return id;
}; // prettier-ignore

const house = () => ({ deps: testDeps({ db: test.db, clock: fakeClock("2026-11-02T15:00:00Z") }) });
const asked = (campaign: Campaign, given: Partial<ListWallInput> = {}) => listWallInput.parse({ campaignSlug: campaign.slug, ...given });
const open = (given: Parameters<typeof aCampaign>[1] = {}) => aCampaign(test.db, { showResponseWall: true, ...given });

describe("the wall of a campaign", () => {
  it("opens from three responses that may be shown", async () => {
    const { deps } = house();
    const campaign = await open();
    await aResponse(campaign, 1);
    await aResponse(campaign, 2);
    await aResponse(campaign, 3, { status: "PENDING" });
    await aResponse(campaign, 4, { confirmedAt: null });
    const disputed = await aResponse(campaign, 5);
    await updateResponse(test.db, disputed, { disputedAt: day(6), updatedAt: day(6) });
    expect(await listWall(deps, aStranger(), asked(campaign))).toMatchObject({ state: "GATHERING", total: 2, items: [], people: [] });
    await aResponse(campaign, 7);
    const wall = await listWall(deps, aStranger(), asked(campaign));
    expect(wall).toMatchObject({ state: "OPEN", total: 3, fitting: 3 });
    expect(wall.items).toHaveLength(3);
  });

  it("shows words with their boxes only, and no name of anybody who wants none", async () => {
    const { deps } = house();
    const campaign = await open();
    for (const n of [1, 2]) await aResponse(campaign, n);
    const anonymous = await aResponse(campaign, 3, { isAnonymous: true });
    const { items } = await listWall(deps, aStranger(), asked(campaign));
    expect(items[0]).toMatchObject({ id: anonymous, author: null, text: "Reply 3, call ████████████", upvotedByMe: null });
    expect(items[1]).toMatchObject({ author: "Ana Supporter" });
    expect(JSON.stringify(items)).not.toMatch(/416-555|ana@example|office@/);
  });

  it("keeps its numbers through every change of a row", async () => {
    const { deps } = house();
    const campaign = await open();
    const ids = [];
    for (const n of [1, 2, 3, 4]) ids.push(await aResponse(campaign, n, { verified: n === 1 }));
    const [first = "", second = ""] = ids;
    await updateResponse(test.db, first, {
      representativeName: "Robin Roy",
      recipientKey: null,
      responseType: "MEETING",
      updatedAt: day(9),
    });
    await updateResponse(test.db, second, { status: "REJECTED", updatedAt: day(9) });
    expect(await listWall(deps, aStranger(), asked(campaign))).toMatchObject({
      total: 3,
      confirmed: 1,
      types: [
        { type: "EMAIL", count: 2 },
        { type: "MEETING", count: 1 },
      ],
      people: [
        { key: "FEDERAL|alexchen|spadina", name: "Alex Chen", count: 2 },
        { key: "name:Robin Roy", name: "Robin Roy", count: 1 },
      ],
    });
    await test.db.prisma.representativeResponse.deleteMany({ where: { campaignId: campaign.id } });
    expect(await test.db.prisma.wallTally.count({ where: { campaignId: campaign.id } })).toBe(0);
  });

  it("filters by level, type and representative, with numbers of what choosing would show", async () => {
    const { deps } = house();
    const campaign = await open();
    const kinds = ["EMAIL", "MEETING"] as const;
    const levels = ["FEDERAL", "MUNICIPAL"] as const;
    for (let n = 0; n < 12; n += 1) {
      const level = levels[n % 2 === 0 ? 0 : 1];
      const type = kinds[n % 3 === 0 ? 1 : 0];
      await aResponse(campaign, n, { representativeLevel: level, responseType: type, recipientKey: `${level}|p${n % 4}`, representativeName: `P${n % 4}` });
    }
    const wall = await listWall(deps, aStranger(), asked(campaign, { level: "FEDERAL", type: "MEETING" }));
    expect(wall.items.every(({ level, type }) => level === "FEDERAL" && type === "MEETING")).toBe(true);
    expect(wall).toMatchObject({ total: 12, fitting: 2, levels: [{ count: 2 }, { count: 2 }], types: [{ count: 4 }, { count: 2 }] });
    const one = await listWall(deps, aStranger(), asked(campaign, { person: "MUNICIPAL|p1" }));
    expect(one.items.map(({ representativeName }) => representativeName)).toEqual(["P1", "P1", "P1"]);
    expect(one).toMatchObject({ fitting: 3, levels: [{ level: "MUNICIPAL", count: 3 }] });
    expect(await listWall(deps, aStranger(), asked(campaign, { person: "MUNICIPAL|p1", level: "FEDERAL" }))).toMatchObject({ fitting: 0, items: [] });
  }); // prettier-ignore

  it.each(wallSorts)("pages in the order %s without a gap and without a repeat", async (sort) => {
    const { deps } = house();
    const campaign = await open();
    for (let n = 0; n < 45; n += 1)
      await aResponse(campaign, n % 15, { upvotes: n % 4, verified: n % 3 === 0, responseType: n % 2 === 0 ? "EMAIL" : "LETTER" });
    const seen: { id: string; place: string }[] = [];
    let after: string | null = null;
    let before: string | null = null;
    for (let page = 0; page < 3; page += 1) {
      const wall = await listWall(deps, aStranger(), asked(campaign, { sort, after }));
      seen.push(...wall.items.map((item) => ({ id: item.id, place: placeOf(sort, item) })));
      [after, before] = [wall.next, wall.previous];
      expect(after === null).toBe(page === 2);
      expect(before === null).toBe(page === 0);
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(45);
    const places = seen.map(({ place }) => place);
    expect(places).toEqual([...places].sort().reverse());
    // The same pages on the way back.
    const idsOf = ({ items }: Awaited<ReturnType<typeof listWall>>) => items.map(({ id }) => id);
    const second = await listWall(deps, aStranger(), asked(campaign, { sort, before }));
    expect(idsOf(second)).toEqual(seen.slice(20, 40).map(({ id }) => id));
    const third = await listWall(deps, aStranger(), asked(campaign, { sort, after: second.next }));
    expect(idsOf(third)).toEqual(seen.slice(40).map(({ id }) => id));
    const first = await listWall(deps, aStranger(), asked(campaign, { sort, before: second.previous }));
    expect(idsOf(first)).toEqual(seen.slice(0, 20).map(({ id }) => id));
    expect(first.previous).toBeNull();
  });

  it("begins at its beginning where a page back would be shorter, or a page on is empty by now", async () => {
    const { deps } = house();
    const campaign = await open();
    const ids: string[] = [];
    for (let n = 0; n < 22; n += 1) ids.unshift(await aResponse(campaign, n));
    const reject = (id = "") => updateResponse(test.db, id, { status: "REJECTED", updatedAt: day(30) });
    const whole = await listWall(deps, aStranger(), asked(campaign));
    const later = await listWall(deps, aStranger(), asked(campaign, { after: whole.next }));
    expect(later.items.map(({ id }) => id)).toEqual(ids.slice(20));
    await reject(ids[3]);
    const back = await listWall(deps, aStranger(), asked(campaign, { before: later.previous }));
    expect(back.previous).toBeNull();
    expect(back.items.map(({ id }) => id)).toEqual(ids.slice(0, 21).filter((id) => id !== ids[3]));
    for (const id of ids.slice(20)) await reject(id);
    const again = await listWall(deps, aStranger(), asked(campaign, { after: whole.next }));
    expect(again).toMatchObject({ previous: null, next: null });
    expect(again.items).toHaveLength(19);
  });

  it("is there for a campaign that is over, and for no other that keeps answers to itself", async () => {
    const { deps } = house();
    for (const [given, there] of [
      [{ status: "ARCHIVED" }, true],
      [{ status: "PAUSED" }, true],
      [{ status: "DRAFT" }, false],
      [{ showResponseWall: false }, false],
    ] as const) {
      const campaign = await open(given);
      const id = await aResponse(campaign, 1);
      const other = await open();
      const page = getWallResponse(deps, aStranger(), { campaignSlug: campaign.slug, id });
      if (there) expect((await page).response.id).toBe(id);
      else await expect(page).rejects.toThrow();
      await expect(getWallResponse(deps, aStranger(), { campaignSlug: other.slug, id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });
});

const placeOf = (
  sort: WallSort,
  { upvotes, confirmedByOffice, createdAt }: Awaited<ReturnType<typeof listWall>>["items"][number],
): string => `${sort === "UPVOTED" ? upvotes : sort === "CONFIRMED" ? Number(confirmedByOffice !== null) : 0} ${createdAt.toISOString()}`;
