import { actorOf, aCampaign, aUser, createTestDb, testDeps, type TestDb } from "@cml/testing";
import { listLettersInput } from "@cml/domain/influence";
import { afterAll, beforeAll, expect, it } from "vitest";
import { foldLetterCounts, getSendingOverview, getStatistics, listLetters } from "../index";

let test: TestDb;
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.drop());

const many = 2_000;
const insertLetters = (campaignId: string) =>
  test.db.pool.query(
    `INSERT INTO "CampaignEmail" ("id", "campaignId", "campaignSlug", "recipientEmail", "recipientName", "recipientLevel", "recipientKey",
       "emailMethod", "subject", "message", "status", "createdAt", "source", "editedShare", "isTest", "returnedAt")
     SELECT gen_random_uuid(), $1, 'any', 'mp@parl.example', 'MP', CASE n % 3 WHEN 0 THEN 'FEDERAL'::"GovernmentLevel" END,
       CASE WHEN n % 7 > 0 THEN 'person-' || n % 5 END, CASE n % 2 WHEN 0 THEN 'SMTP' ELSE 'MAILTO' END::"EmailMethod", 's', 'm',
       (ARRAY['QUEUED', 'SENDING', 'SENT', 'FAILED', 'CLICKED', 'USER_INFO_CAPTURED']::"CampaignEmailStatus"[])[1 + n % 6],
       timestamptz '2026-11-01 00:00Z' + n * interval '11 minutes', CASE n % 4 WHEN 0 THEN 'flyer' END,
       CASE n % 5 WHEN 0 THEN 0.5 WHEN 1 THEN 0 END, n % 50 = 0, CASE WHEN n % 6 = 3 AND n % 9 < 5 THEN timestamptz '2026-11-20' END
     FROM generate_series(1, ${many}) n`,
    [campaignId],
  );

/** The same numbers, counted from the letters one by one. */
const countRows = async (campaignId: string, timeZone: string) => {
  const finished = `FROM "CampaignEmail" WHERE "campaignId" = '${campaignId}' AND NOT "isTest" AND "status" <> 'USER_INFO_CAPTURED'`;
  const spread = async (key: string) => {
    const { rows } = await test.db.pool.query<{ key: string | null; letters: number }>(
      `SELECT ${key} AS key, count(*)::int AS letters ${finished} GROUP BY 1`,
    );
    return new Map(rows.map(({ key: one, letters }) => [one, letters]));
  };
  const { rows } = await test.db.pool.query<{ letters: number; edited: number; mean: number | null; unfinished: number }>(
    `SELECT count(*)::int AS letters, count(*) FILTER (WHERE "editedShare" > 0)::int AS edited,
            (sum("editedShare") / nullif(count(*) FILTER (WHERE "editedShare" > 0), 0))::float8 AS mean,
            (SELECT count(*) FROM "CampaignEmail" WHERE "campaignId" = '${campaignId}' AND NOT "isTest"
               AND "status" = 'USER_INFO_CAPTURED')::int AS unfinished ${finished}`,
  );
  return {
    total: rows[0],
    byDay: await spread(`to_char("createdAt" AT TIME ZONE '${timeZone}', 'YYYY-MM-DD')`),
    byLevel: await spread(`"recipientLevel"`),
    byMethod: await spread(`"emailMethod"`),
    byStatus: await spread(`CASE WHEN "status" = 'FAILED' AND "returnedAt" IS NOT NULL THEN 'RETURNED' ELSE "status"::text END`),
    bySource: await spread(`"source"`),
    targets: [...(await spread(`"recipientKey"`))].flatMap(([key, letters]) => (key === null ? [] : [letters])).sort((a, b) => b - a),
  };
};

const expectEqualToRows = async (id: string, timeZone: string) => {
  const deps = testDeps({ db: test.db });
  const admin = actorOf(await aUser(test.db, { role: "INFLUENCE_ADMIN" }));
  const told = await getStatistics(deps, admin, { id });
  const rows = await countRows(id, timeZone);
  expect(told).toMatchObject({ letters: rows.total?.letters, unfinished: rows.total?.unfinished, edited: { letters: rows.total?.edited } });
  expect(told.edited.meanShare).toBeCloseTo(rows.total?.mean ?? 0, 9);
  expect(new Map(told.byDay.map(({ day, letters }) => [day, letters]))).toEqual(rows.byDay);
  for (const name of ["byLevel", "byMethod", "byStatus", "bySource"] as const)
    expect(new Map<string | null, number>(told[name].map(({ key, letters }) => [key, letters])), name).toEqual(rows[name]);
  expect(told.byTarget.map(({ letters }) => letters)).toEqual(rows.targets);
  await expectDeskEqualToRows(id);
};

/** The organisers' desk counts tests as well. */
const expectDeskEqualToRows = async (campaignId: string) => {
  const deps = testDeps({ db: test.db });
  const admin = actorOf(await aUser(test.db, { role: "INFLUENCE_ADMIN" }));
  const count = async (where: string) =>
    (
      await test.db.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM "CampaignEmail" WHERE "campaignId" = $1 AND ${where}`, [
        campaignId,
      ])
    ).rows[0]?.n;
  const desk = await getSendingOverview(deps, admin, { campaignId });
  expect(desk).toMatchObject({
    active: await count(`"status" = 'SENDING'`),
    refused: await count(`"status" = 'FAILED' AND "returnedAt" IS NULL`),
    returned: await count(`"returnedAt" IS NOT NULL`),
  });
  for (const status of ["QUEUED", "SENDING", "SENT", "FAILED", "CLICKED", "USER_INFO_CAPTURED"] as const)
    expect(desk.byStatus[status] ?? 0, status).toBe(await count(`"status" = '${status}'`));
  const listed = async (given: object) =>
    (await listLetters(deps, admin, listLettersInput.parse({ campaignId, page: 1, pageSize: 10, ...given }))).total;
  expect(await listed({})).toBe(await count("true"));
  expect(await listed({ status: "FAILED" })).toBe(desk.refused);
  expect(await listed({ returned: true })).toBe(desk.returned);
  expect(await listed({ status: "FAILED", returned: true })).toBe(await count(`"status" = 'FAILED' AND "returnedAt" IS NOT NULL`));
  expect(await listed({ method: "SMTP", source: "flyer" })).toBe(await count(`"emailMethod" = 'SMTP' AND "source" = 'flyer'`));
};

it("statistics equal the letters counted one by one, whatever was done to them and however often they were folded", async () => {
  const deps = testDeps({ db: test.db });
  const { id } = await aCampaign(test.db);
  // Newfoundland's days begin at half past the hour.
  const timeZone = "America/St_Johns";
  await test.db.prisma.siteSettings.updateMany({ data: { timeZone } });
  const step = async (sql: string) => {
    await test.db.pool.query(sql, [id]);
    await expectEqualToRows(id, timeZone);
  };
  await insertLetters(id);
  await expectEqualToRows(id, timeZone);
  expect(await foldLetterCounts(deps)).toBeGreaterThan(100);
  await expectEqualToRows(id, timeZone);
  await step(`UPDATE "CampaignEmail" SET "status" = 'SENT', "sentAt" = now() WHERE "campaignId" = $1 AND "status" = 'SENDING'`);
  await step(`UPDATE "CampaignEmail" SET "isTest" = NOT "isTest" WHERE "campaignId" = $1 AND "source" = 'flyer'`);
  await step(`UPDATE "CampaignEmail" SET "status" = 'QUEUED' WHERE "campaignId" = $1 AND "status" = 'USER_INFO_CAPTURED'`);
  await step(`UPDATE "CampaignEmail" SET "editedShare" = 0.25 WHERE "campaignId" = $1 AND "editedShare" IS NULL`);
  await step(
    `UPDATE "CampaignEmail" SET "status" = 'FAILED', "returnedAt" = now() WHERE "campaignId" = $1 AND "status" = 'SENT' AND "recipientLevel" IS NULL`,
  );
  await foldLetterCounts(deps);
  await step(
    `UPDATE "CampaignEmail" SET "status" = 'QUEUED', "returnedAt" = NULL WHERE "campaignId" = $1 AND "returnedAt" IS NOT NULL AND "source" IS NULL`,
  );
  await step(`DELETE FROM "CampaignEmail" WHERE "campaignId" = $1 AND "status" = 'FAILED'`);
  // Two processes fold the same rows at the same moment.
  await Promise.all([foldLetterCounts(deps), foldLetterCounts(deps), foldLetterCounts(deps)]);
  await expectEqualToRows(id, timeZone);
  expect(await foldLetterCounts(deps)).toBe(0);
});

it("a change that nothing is counted by leaves no trace, one that is rolled back neither", async () => {
  const deps = testDeps({ db: test.db });
  const { id } = await aCampaign(test.db);
  await insertLetters(id);
  await foldLetterCounts(deps);
  await test.db.pool.query(`UPDATE "CampaignEmail" SET "claimedBy" = 'somebody', "attempts" = 1 WHERE "campaignId" = $1`, [id]);
  const client = await test.db.pool.connect();
  await client.query("BEGIN");
  await client.query(`UPDATE "CampaignEmail" SET "status" = 'CANCELLED' WHERE "campaignId" = $1`, [id]);
  await client.query("ROLLBACK");
  client.release();
  expect(await foldLetterCounts(deps)).toBe(0);
});

it("go with their campaign", async () => {
  const deps = testDeps({ db: test.db });
  const { id } = await aCampaign(test.db);
  await insertLetters(id);
  await foldLetterCounts(deps);
  await test.db.prisma.campaign.delete({ where: { id } });
  await foldLetterCounts(deps);
  expect(await test.db.prisma.letterTally.count({ where: { campaignId: id } })).toBe(0);
  expect(await test.db.prisma.recipientTally.count({ where: { campaignId: id } })).toBe(0);
});
