import { expect, it } from "vitest";
import { changesBetween } from "./representative-change";

const seat = (name: string, email: string | null = `${name}@example.org`, districtName = "A") => ({
  name,
  email,
  level: "FEDERAL" as const,
  districtName,
  electedOffice: "MP",
  isVacant: name === "",
});
const kindsOf = (...args: Parameters<typeof changesBetween>) =>
  changesBetween(...args).map(({ kind, before, after }) => [kind, before, after]);

it.each([
  ["nothing changed", [seat("Jane")], [seat("JANE", "Jane@example.org")], []],
  ["somebody else sits there", [seat("Jane")], [seat("Joan")], [["CHANGED", "Jane", "Joan"]]],
  ["nobody does", [seat("Jane")], [seat("", null)], [["VACANT", "Jane", null]]],
  ["she is gone from the answer", [seat("Jane")], [], [["VACANT", "Jane", null]]],
  ["another address", [seat("Jane")], [seat("Jane", "j@example.org")], [["EMAIL_CHANGED", "Jane", "Jane"]]],
  ["no address any more", [seat("Jane")], [seat("Jane", null)], [["EMAIL_GONE", "Jane", "Jane"]]],
  ["an address where there was none", [seat("Jane", null)], [seat("Jane")], []],
  ["an empty seat was filled", [seat("", null)], [seat("Joan")], []],
  ["one of two at large left", [seat("Jane"), seat("Kim")], [seat("Kim"), seat("Joan")], [["CHANGED", "Jane", "Joan"]]],
  ["another district's newcomer is no successor", [seat("Jane")], [seat("Joan", null, "B")], [["VACANT", "Jane", null]]],
])("%s", (_what, before, after, expected) => expect(kindsOf(before, after)).toEqual(expected));
