import type { LocalCandidate } from "@cml/domain/map";
import { expect, it } from "vitest";
import { doorChoicesOf } from "./door-choices";

const door = (given: Partial<LocalCandidate>): LocalCandidate => ({
  locationId: "a", addressId: null, latitude: 49, longitude: -123, confidence: 78, pointConfidence: null, accuracy: "building",
  address: "12 Oak St", municipality: "Vancouver", province: "BC", postalCode: null, ...given,
}); // prettier-ignore

it("numbers buildings, the surest first, each once, and leaves guesses at a street out", () => {
  const choices = doorChoicesOf([
    door({}),
    door({ locationId: null, confidence: 99 }),
    door({}),
    door({ locationId: "b", confidence: 90 }),
  ]);
  expect(choices.map(({ key, locationId }) => [key, locationId])).toEqual([
    [1, "b"],
    [2, "a"],
  ]);
});

it("offers no more than there are number keys", () => {
  expect(doorChoicesOf(Array.from({ length: 20 }, (_, n) => door({ locationId: String(n) })))).toHaveLength(9);
});
