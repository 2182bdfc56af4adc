import type { StoredCounter } from "@cml/domain/platform";
import { storedCounters } from "@cml/domain/platform";
import { createTestDb } from "@cml/testing";
import { v7 as newId } from "uuid";
import { afterAll, describe, expect, it } from "vitest";
import { transaction } from "../transaction";
import { deleteAuditEntries, insertAuditEntry, listAuditEntries } from "./audit-entries";
import { addCounterDelta, countExactly, foldCounters } from "./counters";
import { deleteExpiredRows } from "./expired";

const { db, drop } = await createTestDb();
afterAll(drop);

const aCampaignId = async () => {
  const id = newId();
  await db.prisma.campaign.create({ data: { id, slug: id, title: "A campaign", emailSubject: "Subject", emailBody: "Body" } });
  return id;
};
const counter: StoredCounter = "Campaign.emailCount";
const stored = async (id: string) => (await db.prisma.campaign.findUniqueOrThrow({ where: { id } })).emailCount;

describe("counters", () => {
  it.each(storedCounters)("%s is a column that can be folded into", async (name) => {
    await addCounterDelta(db, { counter: name, entityId: newId(), delta: 1 });
    await foldCounters(db);
    expect(await countExactly(db, { counter: name, entityId: newId() })).toBeNull();
    expect(await db.prisma.counterDelta.count()).toBe(0);
  });

  it("are exact before and after folding, and folding twice adds nothing", async () => {
    const entityId = await aCampaignId();
    const other = await aCampaignId();
    for (const delta of [1, 1, 3, -1]) await addCounterDelta(db, { counter, entityId, delta });
    await addCounterDelta(db, { counter: "Campaign.callCount", entityId, delta: 7 });
    expect(await stored(entityId)).toBe(0);
    expect(await countExactly(db, { counter, entityId })).toBe(4);
    expect(await foldCounters(db)).toBe(5);
    expect(await foldCounters(db)).toBe(0);
    expect([await stored(entityId), await countExactly(db, { counter, entityId }), await stored(other)]).toEqual([4, 4, 0]);
  });

  it("count nothing twice when processes fold at once, and lose nothing written meanwhile", async () => {
    const entityId = await aCampaignId();
    const writes = Array.from({ length: 60 }, () => addCounterDelta(db, { counter, entityId, delta: 1 }));
    await Promise.all([...writes, foldCounters(db), foldCounters(db), foldCounters(db)]);
    expect(await countExactly(db, { counter, entityId })).toBe(60);
    await foldCounters(db);
    expect(await stored(entityId)).toBe(60);
  });

  it("roll back with what they count", async () => {
    const entityId = await aCampaignId();
    const failing = transaction(db, async (tx) => {
      await addCounterDelta(tx, { counter, entityId, delta: 1 });
      throw new Error("undone");
    });
    await expect(failing).rejects.toThrow("undone");
    expect(await countExactly(db, { counter, entityId })).toBe(0);
  });
});

it("audit entries are listed newest first, by what they are about, and purged by age", async () => {
  const entry = { actorKind: "system", actorUserId: null, entity: "Campaign", facts: { fields: ["title"] }, requestId: "r-1" } as const;
  const entityId = newId();
  await insertAuditEntry(db, { ...entry, entityId, action: "campaign.create", at: new Date("2026-01-01T00:00:00Z") });
  await insertAuditEntry(db, { ...entry, entityId, action: "campaign.publish", at: new Date("2026-02-01T00:00:00Z") });
  await insertAuditEntry(db, { ...entry, entityId: newId(), action: "campaign.create" });
  const page = { page: 1, pageSize: 10 };
  const { items, total } = await listAuditEntries(db, { entity: "Campaign", entityId }, page);
  expect([total, items.map(({ action }) => action)]).toEqual([2, ["campaign.publish", "campaign.create"]]);
  expect(items[0]).toMatchObject({ facts: { fields: ["title"] }, requestId: "r-1" });
  expect(await deleteAuditEntries(db, { before: new Date("2026-01-15T00:00:00Z") })).toBe(1);
});

it("what has expired goes, what has not stays", async () => {
  const now = new Date("2026-06-01T00:00:00Z");
  const [past, future] = [new Date("2026-05-31T00:00:00Z"), new Date("2026-06-02T00:00:00Z")];
  for (const expiresAt of [past, future]) {
    await db.prisma.rateLimit.create({ data: { key: expiresAt.toISOString(), expiresAt } });
    await db.prisma.trash.create({ data: { kind: "Cut", entityId: newId(), label: "A cut", snapshot: {}, expiresAt } });
  }
  expect(await deleteExpiredRows(db, { now })).toEqual({ rateLimits: 1, trash: 1 });
});
