import { expect, it } from "vitest";
import { isOnPile, nextOpen } from "./walk";

const items = (open: string) => ["a", "b", "c", "d"].map((id) => ({ id, isOpen: open.includes(id) }));

it("goes on to the next that waits, then back to what was passed over, then nowhere", () => {
  expect(nextOpen(items("abcd"), "b")).toBe("c");
  expect(nextOpen(items("abd"), "b")).toBe("d");
  expect(nextOpen(items("ad"), "d")).toBe("a");
  expect(nextOpen(items("d"), "d")).toBeNull();
  expect(nextOpen(items("ab"), "gone")).toBe("a");
});

it.each([
  ["PENDING", { status: "PENDING", disputedAt: null, moderatedAt: null, officeReply: null }, true],
  ["PENDING", { status: "APPROVED", disputedAt: null, moderatedAt: null, officeReply: null }, false],
  ["DISPUTED", { status: "REJECTED", disputedAt: new Date(5), moderatedAt: new Date(0), officeReply: null }, true],
  ["REJECTED", { status: "REJECTED", disputedAt: new Date(5), moderatedAt: new Date(0), officeReply: null }, false],
  ["DISPUTED", { status: "REJECTED", disputedAt: new Date(5), moderatedAt: new Date(9), officeReply: null }, false],
  ["REJECTED", { status: "REJECTED", disputedAt: new Date(5), moderatedAt: new Date(9), officeReply: null }, true],
  [
    "OFFICE_REPLY",
    { status: "APPROVED", disputedAt: null, moderatedAt: null, officeReply: { text: "", at: new Date(0), status: "PENDING" } },
    true,
  ],
  [
    "OFFICE_REPLY",
    { status: "APPROVED", disputedAt: null, moderatedAt: null, officeReply: { text: "", at: new Date(0), status: "REJECTED" } },
    false,
  ],
] as const)("tells what is on the pile %s", (pile, response, expected) => {
  expect(isOnPile(response, pile)).toBe(expected);
});
