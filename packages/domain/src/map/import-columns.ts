import { z } from "zod";
import { foldWords } from "./street-words";

/** What a column of an address file may mean. */
export const importFields = [
  "address", "unitNumber", "civicNumber", "civicSuffix", "streetName", "streetType", "streetDirection",
  "municipality", "province", "postalCode", "latitude", "longitude",
  "externalId", "addrGuid", "locGuid", "buildingUse", "federalDistrict", "censusSubdivision",
] as const; // prettier-ignore
export type ImportField = (typeof importFields)[number];

/** Field → header of the column it is read from. */
export const columnMappingSchema = z.partialRecord(z.enum(importFields), z.string().max(200));
export type ColumnMapping = z.infer<typeof columnMappingSchema>;

// Headers as organisations really write them, folded; the first spelling present wins.
const spellings: Record<ImportField, readonly string[]> = {
  address: ["ADDRESS", "FULL ADDRESS", "STREET ADDRESS", "CIVIC ADDRESS", "ADRESSE", "ADRESSE COMPLETE", "ADDRESS LINE 1", "ADDRESS1", "SITE ADDRESS"],
  unitNumber: ["UNIT", "UNIT NUMBER", "UNIT NO", "APT", "APARTMENT", "SUITE", "APT NO LABEL", "APPARTEMENT", "UNITE"],
  civicNumber: ["CIVIC NUMBER", "CIVIC NO", "HOUSE NUMBER", "STREET NUMBER", "STREET NO", "NUMBER", "NO CIVIQUE", "NUMERO CIVIQUE", "HOUSENUMBER"],
  civicSuffix: ["CIVIC NO SUFFIX", "CIVIC SUFFIX", "NUMBER SUFFIX"],
  streetName: ["STREET NAME", "OFFICIAL STREET NAME", "STREET", "NOM DE RUE", "RUE"],
  streetType: ["STREET TYPE", "OFFICIAL STREET TYPE", "TYPE DE RUE"],
  streetDirection: ["STREET DIRECTION", "OFFICIAL STREET DIR", "STREET DIR", "DIRECTION"],
  municipality: ["MUNICIPALITY", "CITY", "TOWN", "VILLE", "MUNICIPALITE", "MAIL MUN NAME", "CSD ENG NAME", "LOCALITY"],
  province: ["PROVINCE", "PROV", "STATE", "MAIL PROV ABVN", "REGION"],
  postalCode: ["POSTAL CODE", "POSTALCODE", "POSTCODE", "CODE POSTAL", "MAIL POSTAL CODE", "ZIP"],
  latitude: ["LATITUDE", "LAT", "Y", "BG LATITUDE", "REPPOINT LATITUDE", "GEO LATITUDE"],
  longitude: ["LONGITUDE", "LON", "LNG", "LONG", "X", "BG LONGITUDE", "REPPOINT LONGITUDE", "GEO LONGITUDE"],
  externalId: ["ID", "EXTERNAL ID", "ADDRESS ID", "OBJECTID", "GID", "FID", "IDENTIFIER", "IDENTIFIANT"],
  addrGuid: ["ADDR GUID"],
  locGuid: ["LOC GUID"],
  buildingUse: ["BU USE", "BUILDING USE"],
  federalDistrict: ["FEDERAL DISTRICT", "FED ENG NAME", "FEDERAL RIDING", "RIDING", "CIRCONSCRIPTION"],
  censusSubdivision: ["CSD CODE", "CENSUS SUBDIVISION"],
}; // prettier-ignore

/** Which column seems to hold which field; nothing is guessed twice. */
export const suggestMapping = (headers: readonly string[]): ColumnMapping => {
  const byFold = new Map([...headers].reverse().map((header) => [foldWords(header), header]));
  const taken = new Set<string>();
  const mapping: ColumnMapping = {};
  for (const field of importFields) {
    const header = spellings[field].map((spelling) => byFold.get(spelling)).find((found) => found !== undefined && !taken.has(found));
    if (header === undefined) continue;
    mapping[field] = header;
    taken.add(header);
  }
  return mapping;
};

export type MappingProblem = { problem: "noAddressColumn" | "noPointColumns" | "unknownColumn"; column: string };

/** What keeps a mapping from being used with these headers; null when it will do. */
export const mappingProblem = (mapping: ColumnMapping, headers: readonly string[]): MappingProblem | null => {
  const unknown = Object.values(mapping).find((column) => !headers.includes(column));
  if (unknown !== undefined) return { problem: "unknownColumn", column: unknown };
  if (mapping.address === undefined && mapping.streetName === undefined) return { problem: "noAddressColumn", column: "" };
  if (mapping.latitude === undefined || mapping.longitude === undefined) return { problem: "noPointColumns", column: "" };
  return null;
};
