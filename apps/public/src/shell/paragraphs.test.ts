import { expect, it } from "vitest";
import { paragraphsOf, shortened } from "./paragraphs";

it("parts paragraphs at blank lines and keeps single breaks", () =>
  expect(paragraphsOf("One\nstill one\r\n\r\n\nTwo\n\n  ")).toEqual(["One\nstill one", "Two"]));

it.each([
  ["short", 20, "short"],
  ["words are cut between them", 15, "words are cut…"],
  ["unbreakable".repeat(4), 12, "unbreakable…"],
])("shortens %s to %i", (text, max, wanted) => expect(shortened(text, max)).toBe(wanted));
