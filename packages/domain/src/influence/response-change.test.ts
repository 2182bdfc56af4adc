import { expect, it } from "vitest";
import { fillBoxes } from "./boxes";
import { moveBoxes } from "./response-change";

const text = "Call Ana at home. We will vote for it. Alex Roy";
const ana: [number, number] = [5, 8];
const alex: [number, number] = [39, 47];

it.each([
  ["nothing changed", text, "Call ███ at home. We will vote for it. ████ ███"],
  ["a word behind a box", text.replace("for", "against"), "Call ███ at home. We will vote against it. ████ ███"],
  ["something in front", `Dear all,\n${text}`, "Dear all,\nCall ███ at home. We will vote for it. ████ ███"],
  [
    "both ends",
    `Hello, ${text.replace("for it. Alex Roy", "against it.\n\nAlex Roy, MP")}`,
    "Hello, Call ███ at home. We will vote against it.\n\n████ ███, MP",
  ],
  ["the end cut off", text.slice(0, 17), "Call ███ at home."],
])("moves boxes with their words: %s", (_what, edited, shown) => {
  expect(fillBoxes(edited, moveBoxes(text, edited, [ana, alex]))).toBe(shown);
});

it("covers whatever stands in the place of a boxed word", () => {
  const edited = text.replace("Ana", "Anabelle Smith");
  expect(fillBoxes(edited, moveBoxes(text, edited, [ana]))).not.toContain("belle");
  expect(fillBoxes(edited, moveBoxes(text, edited, [ana]))).not.toContain("Smith");
});

it("boxes what the edit brought in", () => {
  const edited = `${text} 416-555-0199`;
  expect(fillBoxes(edited, moveBoxes(text, edited, []))).toBe(`${text} ████████████`);
});

it("survives a text that repeats itself", () => {
  expect(fillBoxes("aa", moveBoxes("aaaa", "aa", [[0, 1]]))).toMatch(/^█/);
  expect(moveBoxes("secret", "", [[0, 6]])).toEqual([]);
});
