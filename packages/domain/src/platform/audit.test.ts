import { expect, it } from "vitest";
import { auditDeeds, isAuditAction } from "./audit";

it("names every deed once, as a noun and a verb", () => {
  const deeds: string[] = Object.values(auditDeeds).flat();
  expect(new Set(deeds).size).toBe(deeds.length);
  expect(deeds.filter((deed) => !/^[a-z]+(?:[A-Z][a-z]+)*\.[a-zA-Z]+(?:-[a-z]+)*$/.test(deed))).toEqual([]);
});

it("knows its own and nothing else", () => {
  expect([isAuditAction("location.export"), isAuditAction("location.steal"), isAuditAction("")]).toEqual([true, false, false]);
});
