import { expect, it } from "vitest";
import { placeName } from "./place-name";

it.each([
  ["TORONTO", "Toronto"],
  ["SAINTE-ANNE-DES-PLAINES", "Sainte-Anne-des-Plaines"],
  ["L'ANCIENNE-LORETTE", "L'Ancienne-Lorette"],
  ["ST. JOHN'S", "St. John's"],
  ["LA MALBAIE", "La Malbaie"],
  ["TROIS-RIVIÈRES", "Trois-Rivières"],
  ["City of the Future", "City of the Future"],
  ["", ""],
])("writes %s as %s", (given, wanted) => expect(placeName(given)).toBe(wanted));
