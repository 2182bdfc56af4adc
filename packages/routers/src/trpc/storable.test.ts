import { expect, it } from "vitest";
import { findUnstorable } from "./storable";

const nested = (depth: number): unknown => Array.from({ length: depth }).reduce<unknown>((inner) => [inner], "x");

it.each<[string, unknown]>([
  ["words, numbers and days", { name: "Zoë 🚲", at: new Date("2026-11-01"), places: [{ latitude: 49.2 }], none: null }],
  ["nothing", undefined],
  ["lists thirty deep", nested(30)],
])("takes %s", (_name, value) => {
  expect(findUnstorable(value)).toBeNull();
});

it.each<[string, unknown, string, string]>([
  ["a NUL", { notes: ["fine", "not\u0000fine"] }, "notes.1", "control"],
  ["half a character", "\ud83d", "", "control"],
  ["a NUL in a key", { translations: { "\u0000": "x" } }, "translations", "control"],
  ["a day that is none", new Date("never"), "", "invalid"],
  ["a day before the year 1", { at: new Date(-8.64e15) }, "at", "invalid"],
  ["a day after the year 9999", { at: new Date(8.64e15) }, "at", "invalid"],
  ["lists five thousand deep", { email: nested(5000) }, "email", "invalid"],
])("finds %s where it stands", (_name, value, path, message) => {
  const found = findUnstorable(value);
  expect([found?.path.join("."), found?.message]).toEqual([path, message]);
});
