import { expect, it } from "vitest";
import { recipientKeyOf } from "./recipient-key";

it("knows a person again whatever the accents and capitals", () => {
  const one = recipientKeyOf({ level: "MUNICIPAL", name: "Zoé D'Amours", districtName: "SAINT-ROCH" });
  expect(recipientKeyOf({ level: "MUNICIPAL", name: "Zoe d’Amours", districtName: "Saint-Roch" })).toBe(one);
});

it("tells namesakes of two districts and two levels apart", () => {
  const keys = [
    recipientKeyOf({ level: "FEDERAL", name: "Ann Lee", districtName: "York" }),
    recipientKeyOf({ level: "PROVINCIAL", name: "Ann Lee", districtName: "York" }),
    recipientKeyOf({ level: "FEDERAL", name: "Ann Lee", districtName: "Delta" }),
    recipientKeyOf({ level: null, name: "Ann Lee", districtName: "" }),
  ];
  expect(new Set(keys).size).toBe(4);
});
