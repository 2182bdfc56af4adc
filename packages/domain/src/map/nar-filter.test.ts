import { expect, it } from "vitest";
import { narFilterSchema } from "./import-options";
import { narAddressColumns, narLocationColumns } from "./nar-columns";
import { narDistricts } from "./nar-districts";
import { narReleaseOf, parseNarFileName } from "./nar-files";
import { narWish } from "./nar-filter";
import { narStreets } from "./nar-street";

const header = [
  "LOC_GUID",
  "ADDR_GUID",
  "OFFICIAL_STREET_NAME",
  "PROV_CODE",
  "MAIL_MUN_NAME",
  "CSD_ENG_NAME",
  "CSD_FRE_NAME",
  "MAIL_POSTAL_CODE",
  "BU_USE",
];
const columns = narAddressColumns(header, "Address_35.csv");
const streets = narStreets();
const wants = (filter: object, row: Record<string, string>): boolean => {
  const cells = header.map((column) => ({ PROV_CODE: "35", BU_USE: "1", ...row })[column] ?? "");
  return narWish(narFilterSchema.parse(filter)).wantsAddress(cells, columns, streets(cells, columns));
}; // prettier-ignore

it("knows a town by its mail and both names of its census subdivision, accents and case ignored", () => {
  const sudbury = { MAIL_MUN_NAME: "HANMER", CSD_ENG_NAME: "Greater Sudbury", CSD_FRE_NAME: "Grand Sudbury" };
  for (const name of ["hanmer", "greater sudbury", "GRAND SUDBURY"]) expect(wants({ municipalities: [name] }, sudbury)).toBe(true);
  expect(wants({ municipalities: ["Sudbury"] }, sudbury)).toBe(false);
  expect(wants({ municipalities: ["montreal"] }, { CSD_ENG_NAME: "Montréal" })).toBe(true);
  expect(wants({ municipalities: ["Saint-Hyacinthe"] }, { MAIL_MUN_NAME: "ST-HYACINTHE" })).toBe(true);
});

it("filters by province, postal code or its beginning, and use", () => {
  expect(wants({ provinces: ["ON"] }, {})).toBe(true);
  expect(wants({ provinces: ["QC", "AB"] }, {})).toBe(false);
  expect(wants({ postalCodes: ["n4k 1z3"] }, { MAIL_POSTAL_CODE: "N4K1Z3" })).toBe(true);
  expect(wants({ postalCodes: ["N4L", "N4K"] }, { MAIL_POSTAL_CODE: "N4K1Z3" })).toBe(true);
  expect(wants({ postalCodes: ["N4L"] }, { MAIL_POSTAL_CODE: "" })).toBe(false);
  expect(["1", "2", "3", "4", ""].filter((use) => wants({ residentialOnly: true }, { BU_USE: use }))).toEqual(["1", "2"]);
});

it("knows a riding by its number and both its names, and reads no other province for it", () => {
  const places = narLocationColumns(["LOC_GUID", "FED_CODE", "FED_ENG_NAME", "FED_FRE_NAME"], "Location_35.csv");
  const centre = ["a", "35079", "Ottawa Centre", "Ottawa-Centre"];
  for (const name of ["35079", "ottawa centre", "Ottawa-Centre"]) {
    const wish = narWish(narFilterSchema.parse({ federalDistricts: [name] }));
    expect(wish.wantsLocation(centre, places)).toBe(true);
    expect(wish.wantsLocation(["b", "35080", "Ottawa South", "Ottawa-Sud"], places)).toBe(false);
    expect([...wish.provinces]).toEqual(["ON"]);
  }
  expect(() => narWish(narFilterSchema.parse({ federalDistricts: ["Atlantis"] }))).toThrow(expect.objectContaining({ messageKey: "import.unknownDistrict" }) as Error);
  expect(narDistricts).toHaveLength(343);
  expect(narDistricts.find(({ code }) => code === "35079")).toEqual({ code: "35079", en: "Ottawa Centre", fr: "Ottawa-Centre", province: "ON" });
}); // prettier-ignore

it("reads the names of files and releases", () => {
  expect(parseNarFileName("Addresses/Address_35_part_2.csv")).toEqual({ kind: "address", province: "ON", part: 2 });
  expect(parseNarFileName("location_48.CSV")).toEqual({ kind: "location", province: "AB", part: 1 });
  expect(parseNarFileName("Address_35_owen_sound_excerpt.csv")).toMatchObject({ kind: "address", province: "ON" });
  expect(parseNarFileName("Locations/")).toBeNull();
  expect(parseNarFileName("NARguide.pdf")).toBeNull();
  expect([narReleaseOf("202606.zip"), narReleaseOf("2022.zip"), narReleaseOf("register.zip")]).toEqual(["202606", "2022", null]);
});
