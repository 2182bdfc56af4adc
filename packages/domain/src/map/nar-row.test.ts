import { expect, it } from "vitest";
import { narAddressColumns, narLocationColumns } from "./nar-columns";
import { type NarLocation, readNarAddress, readNarLocation } from "./nar-row";
import { narStreets } from "./nar-street";

const header2022 =
  "LOC_GUID,ADDR_GUID,CIVIC_NO,CIVIC_NO_SUFFIX,APT_NO_LABEL,OFFICIAL_STREET_NAME,OFFICIAL_STREET_TYPE,OFFICIAL_STREET_DIR,PROV_CODE,CSD_ENG_NAME,CSD_FRE_NAME,CSD_TYPE_ENG_CODE,CSD_TYPE_FRE_CODE,MAIL_STREET_NAME,MAIL_STREET_TYPE,MAIL_STREET_DIR,MAIL_MUN_NAME,MAIL_POSTAL_CODE,MAIL_PROV_ABVN,BG_DLS_LSD,BG_DLS_QTR,BG_DLS_SCTN,BG_DLS_TWNSHP,BG_DLS_RNG,BG_DLS_MRD,BG_X,BG_Y,BU_N_CIVIC_ADD,BU_USE".split(
    ",",
  );
const header2026 = [
  "LOC_GUID,ADDR_GUID,APT_NO_LABEL,CIVIC_NO,CIVIC_NO_SUFFIX,OFFICIAL_STREET_NAME,OFFICIAL_STREET_TYPE,OFFICIAL_STREET_DIR,PROV_CODE,CSD_ENG_NAME,CSD_FRE_NAME",
  "MAIL_STREET_NAME,MAIL_STREET_TYPE,MAIL_STEET_DIR,MAIL_MUN_NAME,MAIL_PROV_ABVN,MAIL_POSTAL_CODE,BG_DLS_QTR,BG_DLS_SCTN,BG_DLS_TWNSHP,BG_DLS_RNG,BG_DLS_MRD",
  "BG_X,BG_Y,BF_REPPOINT_X,BF_REPPOINT_Y,BU_N_CIVIC_ADD,BU_USE",
].flatMap((line) => line.split(","));

const streets = narStreets();
const owenSound = {
  LOC_GUID: "2341A756-9ad8-498e-9fb5-a08762240076", ADDR_GUID: "a8b5be84-8400-4ba5-97cf-da51958e4857", CIVIC_NO: "1266", OFFICIAL_STREET_NAME: "16th",
  OFFICIAL_STREET_TYPE: "ST", OFFICIAL_STREET_DIR: "E", PROV_CODE: "35", CSD_ENG_NAME: "Owen Sound", CSD_FRE_NAME: "Owen Sound", MAIL_MUN_NAME: "OWEN SOUND",
  MAIL_PROV_ABVN: "ON", MAIL_POSTAL_CODE: "N4K1Z3", BU_USE: "4",
}; // prettier-ignore
const at: NarLocation = { locGuid: "x", latitude: 44.574193, longitude: -80.922542, isBlockFace: false, federalDistrict: "Bruce—Grey" };

const read = (row: Record<string, string>, location: NarLocation | null = at, header = header2026) => {
  const cells = header.map((column) => row[column] ?? "");
  const columns = narAddressColumns(header, "Address_35.csv");
  return readNarAddress({ cells, columns, street: streets(cells, columns), location });
};

it("reads a row of any release by the names of its columns", () => {
  const door = {
    address: "1266 16th ST E", civicNumber: 1266, streetName: "16th", streetType: "ST", streetDirection: "E", municipality: "Owen Sound", province: "ON",
    postalCode: "N4K1Z3", searchKey: "1266|16th|st|e|owen sound|on", locGuid: owenSound.LOC_GUID.toLowerCase(), buildingUse: 4, federalDistrict: "Bruce—Grey",
    latitude: 44.574193, geocodeConfidence: 95,
  }; // prettier-ignore
  expect(read(owenSound)).toMatchObject({ door });
  expect(read(owenSound, at, header2022)).toMatchObject({ door });
  expect(() => narAddressColumns(["LOC_GUID", "Y"], "x.csv")).toThrow(
    expect.objectContaining({ params: { name: "x.csv", column: "ADDR_GUID" } }) as Error,
  );
});

it("takes the building's point in degrees, else in metres, else that of the block face with little confidence", () => {
  const metres = { ...owenSound, BG_X: "7224817.495", BG_Y: "928699.052", BF_REPPOINT_X: "4815149.300", BF_REPPOINT_Y: "2168450.549" };
  const face = { ...at, isBlockFace: true };
  expect(read(metres)).toMatchObject({ door: { latitude: 44.574193 } });
  expect(read(metres, null)).toMatchObject({ door: { latitude: 43.6532, longitude: -79.3832, geocodeConfidence: 95 } });
  expect(read(metres, face)).toMatchObject({ door: { latitude: 43.6532, geocodeConfidence: 95 } });
  expect(read({ ...metres, BG_X: "" }, face)).toMatchObject({ door: { latitude: 44.574193, geocodeConfidence: 55 } });
  expect(read({ ...metres, BG_X: "" }, null)).toMatchObject({ door: { latitude: 53.5461, geocodeConfidence: 55 } });
  expect(read({ ...owenSound, BG_X: "0", BG_Y: "0" }, null)).toMatchObject({ reason: "noPoint", unplaced: { address: "1266 16th ST E" } });
  expect(read({ ...owenSound, BG_X: "12", BG_Y: "12" }, null)).toMatchObject({ reason: "outsideCanada" });
});

it("reads buildings of every release", () => {
  const columns = narLocationColumns(["LOC_GUID", "FED_2016_ENG_NAME", "REPPOINT_LATITUDE", "REPPOINT_LONGITUDE"], "Location_35.csv");
  expect(readNarLocation(["A", "Bruce", "44.5", "-80.9"], columns)).toEqual({ locGuid: "a", latitude: 44.5, longitude: -80.9, isBlockFace: false, federalDistrict: "Bruce" });
  const newer = narLocationColumns(["LOC_GUID", "BG_LATITUDE", "BG_LONGITUDE", "BF_REPPOINT_LATITUDE", "BF_REPPOINT_LONGITUDE"], "Location_35.csv");
  expect(readNarLocation(["a", "", "", "44.6", "-80.8"], newer)).toMatchObject({ latitude: 44.6, isBlockFace: true });
  expect(readNarLocation(["a", "", "", "", ""], newer)).toMatchObject({ latitude: null, isBlockFace: false });
  expect(readNarLocation(["", "44.5", "-80.9", "", ""], newer)).toBeNull();
}); // prettier-ignore

const line = (row: Record<string, string>) => {
  const result = read({ ...owenSound, OFFICIAL_STREET_DIR: "", ...row });
  return "door" in result ? result.door.address : result.reason;
};

it("writes the address line as the country does", () => {
  expect(line({ CIVIC_NO: "5", CIVIC_NO_SUFFIX: "a", OFFICIAL_STREET_NAME: "Main", OFFICIAL_STREET_TYPE: "ST" })).toBe("5A Main ST");
  expect(line({ CIVIC_NO: "1", CIVIC_NO_SUFFIX: "1/2", OFFICIAL_STREET_NAME: "Main", OFFICIAL_STREET_TYPE: "ST" })).toBe("1 1/2 Main ST");
  expect(line({ CIVIC_NO: "12", OFFICIAL_STREET_NAME: "Sainte-Catherine", OFFICIAL_STREET_TYPE: "RUE", OFFICIAL_STREET_DIR: "O" })).toBe("12 RUE Sainte-Catherine O"); // prettier-ignore
  expect(line({ CIVIC_NO: "12", OFFICIAL_STREET_NAME: "10e", OFFICIAL_STREET_TYPE: "RUE" })).toBe("12 10e RUE");
  expect(line({ OFFICIAL_STREET_NAME: "", MAIL_STREET_NAME: "MAIN", MAIL_STREET_TYPE: "ST", CIVIC_NO: "3" })).toBe("3 MAIN ST");
  expect(line({ OFFICIAL_STREET_NAME: "", CIVIC_NO: "", BU_N_CIVIC_ADD: "RR2 SITE19 BOX42" })).toBe("RR2 SITE19 BOX42");
  expect(line({ OFFICIAL_STREET_NAME: "", CIVIC_NO: "", BG_DLS_QTR: "NE", BG_DLS_SCTN: "12", BG_DLS_TWNSHP: "53", BG_DLS_RNG: "24", BG_DLS_MRD: "4" })).toBe("NE 12-53-24-W4"); // prettier-ignore
  expect(line({ OFFICIAL_STREET_NAME: "", CIVIC_NO: "" })).toBe("noAddress");
});

const town = (row: Record<string, string>) => {
  const result = read({ ...owenSound, ...row });
  return "door" in result ? [result.door.municipality, result.door.municipalityFr, result.door.censusSubdivision] : null;
};

it("names the town as its mail does, in the letters people write, and keeps both names of its census subdivision", () => {
  expect(town({ MAIL_MUN_NAME: "NORTH YORK", CSD_ENG_NAME: "Toronto", CSD_FRE_NAME: "Toronto" })).toEqual(["North York", null, "Toronto"]);
  expect(town({ MAIL_MUN_NAME: "MONTREAL", CSD_ENG_NAME: "Montréal", CSD_FRE_NAME: "Montréal" })).toEqual(["Montréal", null, "Montréal"]);
  expect(town({ MAIL_MUN_NAME: "SUDBURY", CSD_ENG_NAME: "Greater Sudbury", CSD_FRE_NAME: "Grand Sudbury" })).toEqual(["Sudbury", "Grand Sudbury", "Greater Sudbury"]); // prettier-ignore
  expect(town({ MAIL_MUN_NAME: "SAINT-JEAN-SUR-RICHELIEU", CSD_ENG_NAME: "", CSD_FRE_NAME: "" })).toEqual([
    "Saint-Jean-sur-Richelieu",
    null,
    null,
  ]);
  expect(town({ MAIL_MUN_NAME: "VAL-D'OR", CSD_ENG_NAME: "", CSD_FRE_NAME: "" })?.[0]).toBe("Val-d'Or");
  expect(town({ MAIL_MUN_NAME: "ST. JOHN'S", CSD_ENG_NAME: "", CSD_FRE_NAME: "" })?.[0]).toBe("St. John's");
  expect(town({ MAIL_MUN_NAME: "", CSD_ENG_NAME: "Owen Sound", CSD_FRE_NAME: "" })?.[0]).toBe("Owen Sound");
});
