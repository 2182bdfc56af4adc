import { aCampaign, createTestDb, type TestDb } from "@cml/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listStaleCodesInUse } from "./representatives";

let test: TestDb;
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.drop());

const before = new Date("2026-11-15T00:00:00Z");

it("names the oldest known codes that senders of live campaigns live in", async () => {
  const { db } = test;
  const live = await aCampaign(db, { status: "ACTIVE" });
  const paused = await aCampaign(db, { status: "PAUSED" });
  const day = (of: number) => new Date(Date.UTC(2026, 10, of));
  const code = (postalCode: string, lastUpdated: Date, isKnown = true) => ({ postalCode, lastUpdated, isKnown });
  await db.prisma.postalCodeCache.createMany({
    data: [
      code("M5V3L9", day(3)),
      code("T6E4A1", day(1)),
      code("G0A1A0", day(20)),
      code("S7N0W8", day(2)),
      code("P0T1R0", day(2), false),
      code("M4Y1A5", day(2)),
    ],
  });
  const letterFrom = (userPostalCode: string, { id, slug } = live) => ({
    campaignId: id,
    campaignSlug: slug,
    userPostalCode,
    recipientEmail: "mp@example.org",
    recipientName: "Noor Whitfield",
    emailMethod: "SMTP" as const,
    subject: "Trains",
    message: "At night.",
  });
  const codes = ["M5V3L9", "M5V3L9", "T6E4A1", "G0A1A0", "P0T1R0"];
  await db.prisma.campaignEmail.createMany({ data: [...codes.map((one) => letterFrom(one)), letterFrom("M4Y1A5", paused)] });
  expect(await listStaleCodesInUse(db, { before, limit: 60 })).toEqual(["T6E4A1", "M5V3L9"]);
  expect(await listStaleCodesInUse(db, { before, limit: 1 })).toEqual(["T6E4A1"]);
});
