import type { Geocoded, LocalCandidate } from "@cml/domain/map";
import { expect, it } from "vitest";
import { choicesOf } from "./choices";

const local = (given: Partial<LocalCandidate>): LocalCandidate => ({
  locationId: null, addressId: null, latitude: 49, longitude: -123, confidence: 78, pointConfidence: null, accuracy: "interpolated",
  address: "12 Oak St", municipality: "Vancouver", province: "BC", postalCode: null, ...given,
}); // prettier-ignore
const google: Geocoded = {
  provider: "GOOGLE", latitude: 49.1, longitude: -123, confidence: 98, address: "12 Oak Street", municipality: "Vancouver", province: "BC",
  postalCode: "V6H2M1", mayStore: false,
}; // prettier-ignore

it("numbers the surest first, and says which may not be kept", () => {
  const choices = choicesOf({ local: [local({}), local({ confidence: 100, pointConfidence: 50 })], others: [google] });
  expect(choices.map(({ key, confidence, provider, canTake }) => [key, confidence, provider, canTake])).toEqual([
    [1, 98, "GOOGLE", false],
    [2, 78, "LOCAL", true],
    [3, 50, "LOCAL", true],
  ]);
  expect(choices[0]?.town).toBe("Vancouver, BC, V6H2M1");
});

it("offers no more than there are number keys", () => {
  expect(choicesOf({ local: Array.from({ length: 20 }, () => local({})), others: [] })).toHaveLength(9);
});
