import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { findNumber } from "./find-number";
import { sha256 } from "./sha256";

const told = (text: string) => createHash("sha256").update(text).digest("hex");

it.each([0, 1, 3, 54, 55, 56, 63, 64, 65, 119, 120, 200])("hashes a text of %i letters as everybody else does", (length) => {
  const text = "salt?expires=1790000000&".repeat(10).slice(0, length);
  const hex = Array.from(sha256(text), (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
  expect(hex).toBe(told(text));
});

it("finds the number behind a challenge, and says where there is none", () => {
  const salt = "9a1f?expires=1790000000&";
  expect(findNumber({ challenge: told(`${salt}4321`), salt, maxnumber: 60_000 })).toBe(4321);
  expect(findNumber({ challenge: told("something else"), salt, maxnumber: 500 })).toBeNull();
});
