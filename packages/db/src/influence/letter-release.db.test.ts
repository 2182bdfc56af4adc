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
