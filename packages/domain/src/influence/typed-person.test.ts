import { expect, it } from "vitest";
import { typedPerson } from "./typed-person";

it.each([
  ["MP Ines Okafor", "", "Ines Okafor", "MP"],
  ["Ines Okafor, MP", "", "Ines Okafor", "MP"],
  ["  Deputy  Mayor Jane Doe", "", "Jane Doe", "Deputy Mayor"],
  ["Députée Élise Roy", "", "Élise Roy", "Députée"],
  ["MP Ines Okafor", "mp", "Ines Okafor", "mp"],
  ["Ines Okafor", "MP", "Ines Okafor", "MP"],
])("keeps name and office of %j (%j) apart", (name, title, ...expected) => {
  expect(Object.values(typedPerson({ name, title }))).toEqual(expected);
});

it.each([
  ["Mayor Chen", ""],
  ["Ines Okafor", ""],
  ["MP Ines Okafor", "Minister of Health"],
  ["Okafor, Ines", ""],
])("leaves %j (%j) as it was typed", (name, title) => {
  expect(typedPerson({ name, title })).toEqual({ name, title });
});
