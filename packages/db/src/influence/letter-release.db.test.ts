import { createTestDb, type TestDb } from "@cml/testing";
import { aCampaign } from "@cml/testing/factories";
import { afterAll, beforeAll, expect, it } from "vitest";
import { explainWaitingLetters, releaseDueLetters } from "./letter-release";

let test: TestDb;
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.drop());

const rule = () => {
  const now = new Date();
  return { now, lostBefore: new Date(now.getTime() - 300_000), atMost: 1_000 };
};

it("plans for the letters that wait now, not for the empty table of its first looks", async () => {
  const { id } = await aCampaign(test.db, {});
  // PostgreSQL keeps the plan of a prepared statement after five uses.
  for (let look = 0; look < 7; look += 1) {
    await releaseDueLetters(test.db, rule());
    await explainWaitingLetters(test.db, rule());
  }
  await test.db.pool.query(
    `INSERT INTO "CampaignEmail" ("id", "campaignId", "campaignSlug", "recipientEmail", "recipientName", "emailMethod", "subject", "message", "status", "createdAt")
     SELECT gen_random_uuid(), $1, 'trees', 'office-' || n || '@example.org', 'Office', 'SMTP', 'Trees', 'Please plant trees.', 'QUEUED', now()
     FROM generate_series(1, 5000) n`,
    [id],
  );
  expect(await releaseDueLetters(test.db, rule())).toHaveLength(1_000);
  expect(await explainWaitingLetters(test.db, rule())).toBe(0);
});

// A plan that goes through all the letters of the hour for each of the people would take minutes.
it("lets many thousands of people have their turn, each with her own rate", { timeout: 60_000 }, async () => {
  const { id } = await aCampaign(test.db, { recipientPerHour: 1 });
  const people = 20_000;
  await test.db.pool.query(
    `INSERT INTO "CampaignEmail" ("id", "campaignId", "campaignSlug", "recipientEmail", "recipientName", "emailMethod", "subject", "message", "status", "createdAt", "queuedAt")
     SELECT gen_random_uuid(), $1, 'trees', 'home-' || n || '@example.org', 'Home', 'SMTP', 'Trees', 'Please plant trees.', s.status::"CampaignEmailStatus", now(),
            CASE WHEN s.status = 'SENT' THEN now() END
     FROM generate_series(1, $2::int) n CROSS JOIN (VALUES ('SENT'), ('QUEUED')) s(status) WHERE s.status = 'QUEUED' OR n > 100`,
    [id, people],
  );
  const released = await releaseDueLetters(test.db, { ...rule(), atMost: 50_000 });
  const { rows } = await test.db.pool.query<{ campaignId: string }>(
    `SELECT "campaignId" FROM "CampaignEmail" WHERE "id" = ANY ($1::uuid[])`,
    [released],
  );
  expect(rows.filter(({ campaignId }) => campaignId === id)).toHaveLength(100);
});
