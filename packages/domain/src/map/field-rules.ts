import type { DoorRow } from "./import-row";

/** What people record or edit by hand, and a file may be allowed to overwrite: one tick each. */
export const fieldRules = [
  "address", "point", "unitNumber", "municipality", "province", "postalCode", "federalDistrict", "buildingUse",
  "names", "phone", "email", "language", "support", "sign", "doNotContact", "notes",
] as const; // prettier-ignore
export type FieldRule = (typeof fieldRules)[number];

export const locationFields = [
  "address", "latitude", "longitude", "civicNumber", "civicSuffix", "streetName", "streetType", "streetDirection",
  "municipality", "municipalityFr", "province", "postalCode", "federalDistrict", "censusSubdivision", "buildingUse", "locGuid",
  "geocodeConfidence", "geocodeProvider",
] as const satisfies readonly (keyof DoorRow)[]; // prettier-ignore
export const addressFields = ["unitNumber", "externalId", "addrGuid"] as const satisfies readonly (keyof DoorRow)[];
export const doorFields = [...locationFields, ...addressFields] as const;
export type DoorField = (typeof doorFields)[number];

const buildingFields: ReadonlySet<DoorField> = new Set(locationFields);
/** Whether a field is the building's or the door's. */
export const isBuildingField = (field: DoorField): boolean => buildingFields.has(field);

// What has no rule are keys of registers, which nobody edits by hand.
const rules: Partial<Record<DoorField, FieldRule>> = {
  address: "address", civicNumber: "address", civicSuffix: "address", streetName: "address", streetType: "address", streetDirection: "address",
  latitude: "point", longitude: "point", geocodeConfidence: "point", geocodeProvider: "point",
  municipality: "municipality", municipalityFr: "municipality", censusSubdivision: "municipality",
  province: "province", postalCode: "postalCode", federalDistrict: "federalDistrict", buildingUse: "buildingUse", unitNumber: "unitNumber",
}; // prettier-ignore

export const ruleOf = (field: DoorField): FieldRule | null => rules[field] ?? null;

/** What people did to one building by hand. */
export type HandMade = {
  /** Set up by a person: whatever it holds is hers. */
  isMade: boolean;
  /** Fields edited since, as history names them; a move on the map is its point. */
  edited: ReadonlySet<FieldRule>;
};

/** The rule a line of history speaks for; null when it is none of a file's business. */
export const ruleOfHistory = (action: string, field: string | null): FieldRule | null => {
  if (action === "MOVED_ON_MAP" || action === "GEOCODED") return "point";
  // Lines about a door name it before the field: `unit.unitNumber`.
  return field === null ? null : (rules[field.replace(/^unit\./, "") as DoorField] ?? null);
};

/** Whether a file must leave this field of a building as it is. */
export const isHandMade = (hand: HandMade | undefined, field: DoorField, value: unknown): boolean => {
  const rule = ruleOf(field);
  if (hand === undefined || rule === null) return false;
  // A point and an address are one thing each: a blank part of them was left blank.
  return hand.edited.has(rule) || (hand.isMade && (value !== null || rule === "point" || rule === "address"));
};
