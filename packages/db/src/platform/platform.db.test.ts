import type { StoredCounter } from "@cml/domain/platform";
import { storedCounters } from "@cml/domain/platform";
import { aUser, createTestDb } from "@cml/testing";
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

describe("the record of deeds", () => {
  const page = { page: 1, pageSize: 10 };
  const entry = { actorKind: "system", actorUserId: null, entity: "Campaign", facts: { fields: ["title"] }, requestId: "r-1" } as const;

  it("is listed newest first, by deed, with what it is about, and purged by age", async () => {
    const entityId = await aCampaignId();
    await insertAuditEntry(db, { ...entry, entityId, action: "campaign.changeSlug", at: new Date("2026-01-01T00:00:00Z") });
    await insertAuditEntry(db, { ...entry, entityId, action: "letters.cancel", at: new Date("2026-02-01T00:00:00Z") });
    await insertAuditEntry(db, { ...entry, entityId: newId(), action: "campaign.mail-result" });
    const { items, total } = await listAuditEntries(db, { search: "", actions: ["campaign.changeSlug", "letters.cancel"] }, page);
    expect([total, items.map(({ action }) => action)]).toEqual([2, ["letters.cancel", "campaign.changeSlug"]]);
    expect(items[0]).toMatchObject({ actorKind: "system", actorName: null, subject: "A campaign", facts: { fields: ["title"] } });
    expect(await deleteAuditEntries(db, { before: new Date("2026-01-15T00:00:00Z") })).toBe(1);
  });

  it("is searched by who did it, in name and address, and a percent sign is only itself", async () => {
    const { id } = await aUser(db, { name: "Noor Haddad", email: "noor@example.org" });
    await insertAuditEntry(db, { ...entry, actorKind: "user", actorUserId: id, entityId: null, action: "location.export" });
    const found = async (search: string) =>
      (await listAuditEntries(db, { search, actions: null }, page)).items.map(({ actorName }) => actorName);
    expect(await found("haddad")).toEqual(["Noor Haddad"]);
    expect(await found("NOOR@")).toEqual(["Noor Haddad"]);
    expect(await found("%")).toEqual([]);
    const nobody = { ...entry, actorKind: "anonymous", entity: "User", entityId: id } as const;
    await insertAuditEntry(db, { ...nobody, action: "session.open" });
    await insertAuditEntry(db, { ...nobody, action: "session.refuse" });
    expect(await found("haddad")).toEqual(["Noor Haddad", "Noor Haddad"]);
  });

  it("has one line for an export that came to its end, and one for an export that never did", async () => {
    const about = { ...entry, entity: "Location", entityId: null };
    const actions = ["location.export", "location.export-begun"] as const;
    const before = (await listAuditEntries(db, { search: "", actions }, page)).total;
    await insertAuditEntry(db, { ...about, requestId: "whole", action: "location.export-begun" });
    await insertAuditEntry(db, { ...about, requestId: "whole", action: "location.export" });
    await insertAuditEntry(db, { ...about, requestId: "broken", action: "location.export-begun" });
    const { items, total } = await listAuditEntries(db, { search: "", actions }, page);
    expect(total - before).toBe(2);
    expect(items.slice(0, 2).map(({ action }) => action)).toEqual(["location.export-begun", "location.export"]);
  });
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
