import { describe, expect, it } from "vitest";
import type { DoorRow } from "./import-row";
import { doorFields } from "./field-rules";
import { lostValues, rowMarkOf } from "./row-mark";

const door: DoorRow = {
  address: "10 Oak St", civicNumber: 10, civicSuffix: "A", streetName: "Oak", streetType: "St", streetDirection: "W", municipality: "Vancouver",
  municipalityFr: "Vancouver", province: "BC", postalCode: "V6B1A1", unitNumber: "4", latitude: 49.25, longitude: -123.1, searchKey: "",
  externalId: "7", addrGuid: "g", locGuid: "l", buildingUse: 1, federalDistrict: "Centre", censusSubdivision: "Vancouver", geocodeConfidence: 95,
  geocodeProvider: "LOCAL",
}; // prettier-ignore

describe("the mark of a row", () => {
  it("fits a whole number, and changes with every field, also when it goes", () => {
    const mark = rowMarkOf(door);
    expect(Number.isSafeInteger(mark)).toBe(true);
    for (const field of doorFields) {
      const value = door[field];
      const other = typeof value === "number" ? value + 1 : `${value}x`;
      const edited = rowMarkOf({ ...door, [field]: other });
      const blank = rowMarkOf({ ...door, [field]: null });
      expect(new Set([mark, edited, blank]).size, field).toBe(3);
      expect([lostValues(mark, edited), lostValues(mark, blank), lostValues(blank, mark)], field).toEqual([false, true, false]);
    }
    expect(rowMarkOf({ ...door })).toBe(mark);
  });

  it("tells a value from the same one in the next field", () => {
    expect(rowMarkOf({ ...door, streetType: "W", streetDirection: "St" })).not.toBe(
      rowMarkOf({ ...door, streetType: "St", streetDirection: "W" }),
    );
  });
});
