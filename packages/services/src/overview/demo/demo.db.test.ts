import { verifyPassword } from "@cml/auth";
import { findCredentialsByEmail } from "@cml/db/auth";
import { isGoodPassword } from "@cml/domain/auth";
import { createCampaignInput, listWallInput } from "@cml/domain/influence";
import { systemActor } from "@cml/domain/kernel";
import { createCutInput, createLocationInput } from "@cml/domain/map";
import { anActor, aStranger, createTestDb, fakeClock, testDeps, type TestDb } from "@cml/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { countFactsOfReplies, createCampaign, findCampaignTargets, listReplyFactsOfCampaign, listWall } from "../../influence";
import { createCut, createLocation, foldTileCounts } from "../../map";
import type { Deps } from "../../deps";
import { readDemoPlace } from "./demo-place";
import { getDemoStatus, loadDemo, removeDemo } from "..";

let test: TestDb;
const setUp = () => testDeps({ db: test.db, clock: fakeClock("2026-11-20T20:00:00Z") });
let deps: ReturnType<typeof setUp>;
beforeEach(async () => {
  test = await createTestDb();
  deps = setUp();
  deps satisfies Deps;
  await deps.db.prisma.user.create({ data: { id: admin.userId, name: "Own administrator", role: "SUPER_ADMIN" } });
});
afterEach(() => test.drop());

const admin = anActor("SUPER_ADMIN");

/** Every row of every table but the audit trail, whose lines about the demo stay, and the versions of the map, which only ever move on. */
const snapshot = async (): Promise<Record<string, unknown>> => {
  // What changed on the map is counted a moment after it was written.
  await foldTileCounts(deps);
  const { rows: tables } = await test.db.pool.query<{ schemaname: string; tablename: string }>(
    `SELECT schemaname, tablename FROM pg_tables WHERE schemaname IN ('public', 'media') ORDER BY 1, 2`,
  );
  const all: Record<string, unknown> = {};
  for (const { schemaname, tablename } of tables) {
    if (["AuditEntry", "MapVersion"].includes(tablename)) continue;
    const { rows } = await test.db.pool.query<{ row: object }>(
      `SELECT to_jsonb(t) - 'updatedAt' AS row FROM "${schemaname}"."${tablename}" t ORDER BY to_jsonb(t)::text`,
    );
    all[`${schemaname}.${tablename}`] = rows.map(({ row }) => row);
  }
  return all;
};

const ownWork = async () => {
  const square = (west: number, south: number, size: number) => ({
    type: "Polygon" as const,
    coordinates: [[[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]],
  }); // prettier-ignore
  const campaign = await createCampaign(
    deps,
    admin,
    createCampaignInput.parse({
      title: "Our own",
      emailSubject: "Our own words",
      emailBody: "Twenty letters and more.",
      targetGovernmentLevels: ["FEDERAL"],
    }),
  );
  // Across the demo's doors and its own.
  const cut = await createCut(deps, admin, createCutInput.parse({ name: "Our turf", geometry: square(-123.13, 49.25, 0.02) }));
  const location = await createLocation(
    deps,
    admin,
    createLocationInput.parse({ latitude: 49.2561, longitude: -123.1201, address: "999 Our Own Street" }),
  );
  return { campaign, cut, location };
};

describe("the demo", () => {
  it("gives a first start something to look at", async () => {
    const { created, people } = await loadDemo(deps);
    expect(created).toBe(true);
    expect(people.map(({ role }) => role)).toEqual(["USER", "USER", "TEMP"]);
    for (const { email, password } of people) {
      expect(isGoodPassword(password)).toBe(true);
      expect(await verifyPassword((await findCredentialsByEmail(deps.db, email))?.passwordHash ?? null, password)).toBe(true);
    }
    expect(await getDemoStatus(deps, admin)).toMatchObject({ loaded: true, campaigns: 1, letters: 7, visits: 54, people: 3 });
  });

  it("keeps every counter equal to its rows", async () => {
    await loadDemo(deps);
    const { rows } = await deps.db.pool.query<{ name: string; addressCount: number; visitedCount: number; doors: number; visited: number }>(
      `SELECT c."name", c."addressCount", c."visitedCount", count(a."id")::int AS doors, count(a."lastVisitedAt")::int AS visited
       FROM "Cut" c JOIN "CutLocation" m ON m."cutId" = c."id" JOIN "Address" a ON a."locationId" = m."locationId" GROUP BY c."id"`,
    );
    expect(rows).toHaveLength(4);
    for (const row of rows) expect(row).toMatchObject({ addressCount: row.doors, visitedCount: row.visited });
    expect(rows.find(({ name }) => name === "South Cambie")).toMatchObject({ visited: 54 });
    const [campaign] = await deps.db.prisma.campaign.findMany();
    expect(campaign).toMatchObject({ status: "ACTIVE", isDemo: true, emailCount: 0 });
    expect(await deps.db.prisma.campaignEmail.count({ where: { status: "SENT", keptLocally: false } })).toBe(0);
    const shifts = await deps.db.prisma.shift.findMany({ include: { signups: true }, orderBy: { date: "asc" } });
    expect(shifts.map(({ currentVolunteers, signups }) => currentVolunteers === signups.length)).toEqual([true, true]);
    expect(shifts[1]?.date.toISOString().slice(0, 10)).toBe("2026-11-21");
  });

  it("has a wall that is open, with both marks, an office's answer, facts, and one reply that waits for a moderator", async () => {
    await loadDemo(deps);
    const wall = await listWall(deps, aStranger(), listWallInput.parse({ campaignSlug: "a-tree-in-front-of-every-door" }));
    expect(wall).toMatchObject({ state: "OPEN", total: 5, confirmed: 3 });
    expect(wall.items.filter(({ proofSeen }) => proofSeen !== null)).toHaveLength(2);
    expect(wall.items.filter(({ isOffice }) => isOffice)).toMatchObject([{ representativeName: "Gaëlle Fontaine-Reid", author: null }]);
    expect(wall.items.map(({ officeReply }) => officeReply !== null)).toContain(true);
    expect(Math.max(...wall.items.map(({ upvotes }) => upvotes))).toBe(3);
    const shown = JSON.stringify(wall);
    expect(shown).not.toMatch(/604|Heather Street|@/);
    expect(await deps.db.prisma.representativeResponse.count({ where: { status: "PENDING" } })).toBe(1);
    // The counting job leaves the demo's facts as they are.
    const before = await listReplyFactsOfCampaign(deps, aStranger(), { campaignSlug: "a-tree-in-front-of-every-door" });
    await countFactsOfReplies(deps, systemActor());
    expect(before).toHaveLength(3);
    expect(await listReplyFactsOfCampaign(deps, aStranger(), { campaignSlug: "a-tree-in-front-of-every-door" })).toEqual(before);
  });

  it("has no door that a file of the whole city would take for two", async () => {
    const { doors } = readDemoPlace();
    expect(new Set(doors.map(({ door }) => door.searchKey)).size).toBe(doors.length);
    await loadDemo(deps);
    expect(await deps.db.prisma.location.count()).toBe(doors.length);
  });

  it("is written in both languages, in the organisation's own first", async () => {
    await deps.db.prisma.siteSettings.update({ where: { id: "default" }, data: { defaultLocale: "fr" } });
    await loadDemo(deps);
    expect(await deps.db.prisma.campaign.findFirst()).toMatchObject({
      title: "Un arbre devant chaque porte",
      translations: { en: { title: "A tree in front of every door" } },
    });
  });

  it("shows its invented representatives to whatever postal code, and asks nobody for them", async () => {
    await loadDemo(deps);
    const input = { campaignSlug: "a-tree-in-front-of-every-door", postalCode: "M5V3L9", locale: "en" as const, districts: [] };
    const { targets, sourcesDown } = await findCampaignTargets(deps, aStranger(), input);
    expect(targets).toHaveLength(3);
    expect(sourcesDown).toBe(false);
    expect(await deps.db.prisma.postalCodeCache.count()).toBe(0);
  });

  it("comes once, however often it is asked for", async () => {
    await loadDemo(deps);
    const before = await snapshot();
    expect(await Promise.all([loadDemo(deps), loadDemo(deps)])).toEqual([
      { created: false, people: [] },
      { created: false, people: [] },
    ]);
    expect(await snapshot()).toEqual(before);
  });

  it("is made anew when its first making was cut short", async () => {
    await loadDemo(deps);
    await deps.db.prisma.campaign.deleteMany();
    expect((await loadDemo(deps)).created).toBe(true);
    expect(await deps.db.prisma.user.count({ where: { isDemo: true } })).toBe(3);
    expect(await deps.db.prisma.location.count()).toBe(await deps.db.prisma.location.count({ where: { isDemo: true } }));
  });

  it("does not mix with work that somebody has begun", async () => {
    await ownWork();
    expect(await loadDemo(deps)).toEqual({ created: false, people: [] });
  });
});

describe("removing the demo", () => {
  it("leaves every table as it was before, and the demo does not come back", async () => {
    const before = await snapshot();
    await loadDemo(deps);
    expect(await removeDemo(deps, admin)).toEqual({ removed: true });
    expect(await snapshot()).toEqual(before);
    expect(await removeDemo(deps, admin)).toEqual({ removed: false });
    expect((await loadDemo(deps)).created).toBe(false);
  });

  it("leaves one's own campaign, turf and doors, and what their counters say", async () => {
    await loadDemo(deps);
    const { campaign, cut, location } = await ownWork();
    expect(await deps.db.prisma.cut.findUnique({ where: { id: cut.id } })).toMatchObject({ visitedCount: 54 });
    await removeDemo(deps, admin);
    expect(await deps.db.prisma.campaign.findMany({ select: { id: true } })).toEqual([{ id: campaign.id }]);
    expect(await deps.db.prisma.location.findMany({ select: { id: true } })).toEqual([{ id: location.id }]);
    expect(await deps.db.prisma.cut.findMany()).toMatchObject([{ id: cut.id, addressCount: 1, visitedCount: 0 }]);
    expect(await deps.db.prisma.cutLocation.findMany()).toEqual([{ cutId: cut.id, locationId: location.id }]);
  });

  it("keeps a door that one's own file named too, without the demo's visits", async () => {
    await loadDemo(deps);
    const visited = await deps.db.prisma.address.findFirstOrThrow({ where: { lastVisitedAt: { not: null } } });
    await deps.db.prisma.location.update({ where: { id: visited.locationId }, data: { isDemo: false } });
    await removeDemo(deps, admin);
    expect(await deps.db.prisma.address.findMany()).toMatchObject([
      { id: visited.id, lastVisitedAt: null, lastOutcome: null, supportLevel: null, sign: false },
    ]);
    expect(await deps.db.prisma.location.findMany()).toMatchObject([{ lastVisitedAt: null }]);
  });

  it("keeps the organisation's name once somebody has chosen one", async () => {
    await loadDemo(deps);
    await deps.db.prisma.siteSettings.update({ where: { id: "default" }, data: { organizationName: "Ours" } });
    await removeDemo(deps, admin);
    expect(await deps.db.prisma.siteSettings.findFirst()).toMatchObject({ organizationName: "Ours" });
  });
});
