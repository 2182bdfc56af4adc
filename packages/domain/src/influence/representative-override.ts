import { z } from "zod";
import { postalCodeSchema } from "../kernel/postal-code";
import { sameLetters } from "../kernel/same-letters";
import { emailSchema, idSchema, lineSchema } from "../kernel/text";
import { governmentLevels } from "./enums";
import { boundarySetOf, type District, districtKeySchema } from "./represent";
import type { Representative } from "./representative";

/** What staff know better than every source, for one postal code or one district. `name` null: the seat is vacant. */
export const representativeOverrideSchema = z.object({
  id: idSchema,
  postalCode: z.string().nullable(),
  district: z.string().nullable(),
  level: z.enum(governmentLevels),
  name: z.string().nullable(),
  email: z.string().nullable(),
  electedOffice: z.string().nullable(),
  districtName: z.string().nullable(),
  partyName: z.string().nullable(),
  phone: z.string().nullable(),
  note: z.string().nullable(),
  updatedAt: z.date(),
});
export type RepresentativeOverride = z.infer<typeof representativeOverrideSchema>;

const overrideFields = {
  postalCode: postalCodeSchema.nullable(),
  district: districtKeySchema.nullable(),
  level: z.enum(governmentLevels),
  name: lineSchema(200).nullable(),
  email: emailSchema.nullable(),
  electedOffice: lineSchema(100).nullable(),
  districtName: lineSchema(200).nullable(),
  partyName: lineSchema(200).nullable(),
  phone: lineSchema(40).nullable(),
  note: lineSchema(300).nullable(),
};
const onePlace = ({ postalCode, district }: { postalCode: string | null; district: string | null }) =>
  (postalCode === null) !== (district === null);
const placeIssue = { path: ["district"], message: "codeOrDistrict" };

export const addOverrideInput = z.strictObject(overrideFields).refine(onePlace, placeIssue);
export type AddOverrideInput = z.output<typeof addOverrideInput>;
export const editOverrideInput = z.strictObject({ id: idSchema, ...overrideFields }).refine(onePlace, placeIssue);
export type EditOverrideInput = z.output<typeof editOverrideInput>;

type Place = { people: Representative[]; districts: District[] };

const sameOffice = (one: Representative, { level, electedOffice }: RepresentativeOverride): boolean =>
  one.level === level && (electedOffice === null || sameLetters(one.electedOffice) === sameLetters(electedOffice));

const personOf = (override: RepresentativeOverride, replaced: Representative | undefined, postalCode: string): Representative => {
  const { name, phone } = override;
  // The same person, corrected, keeps her face, her sites and the rest of what is known of her.
  const kept = replaced !== undefined && name !== null && sameLetters(replaced.name) === sameLetters(name) ? replaced : undefined;
  const offices = phone === null ? [] : [{ type: "office", tel: phone, fax: "", postal: "" }];
  return {
    id: override.id,
    postalCode,
    name: name ?? "",
    email: override.email ?? kept?.email ?? null,
    level: override.level,
    districtName: override.districtName ?? replaced?.districtName ?? "",
    electedOffice: override.electedOffice ?? replaced?.electedOffice ?? "",
    partyName: override.partyName ?? kept?.partyName ?? null,
    representativeSetName: replaced?.representativeSetName ?? "",
    url: kept?.url ?? null,
    photoUrl: kept?.photoUrl ?? null,
    offices: [...offices, ...(kept?.offices ?? [])],
    boundaryUrl: override.district === null ? null : `/boundaries/${override.district}/`,
    districtKey: override.district,
    setSlug: replaced?.setSlug ?? null,
    firstName: kept?.firstName ?? "",
    lastName: kept?.lastName ?? "",
    gender: kept?.gender ?? null,
    matchKind: null,
    preferredLocale: kept?.preferredLocale ?? null,
    contactUrl: kept?.contactUrl ?? null,
    isVacant: name === null,
    photoKey: kept?.photoKey ?? null,
    source: "OVERRIDE",
    cachedAt: override.updatedAt,
  };
};

const applyToCode = (place: Place, override: RepresentativeOverride, postalCode: string): Place => {
  const replaced = place.people.filter((one) => sameOffice(one, override));
  const sets = new Set(replaced.flatMap(({ districtKey }) => (districtKey === null ? [] : [boundarySetOf(districtKey)])));
  // Staff know who it is for this code: there is nothing left to choose.
  const settled = (one: District) => one.level === override.level && (override.electedOffice === null || sets.has(boundarySetOf(one.key)));
  const place_ = {
    people: place.people.filter((one) => !replaced.includes(one)),
    districts: place.districts.filter((one) => !settled(one)),
  };
  return { ...place_, people: [...place_.people, personOf(override, best(replaced, override), postalCode)] };
};

const applyToDistrict = (place: Place, override: RepresentativeOverride, postalCode: string): Place => {
  const district = place.districts.find(({ key, level }) => key === override.district && level === override.level);
  const replaced = place.people.filter((one) => one.districtKey === override.district && sameOffice(one, override));
  if (district === undefined && replaced.length === 0) return place;
  const person = personOf(override, best(replaced, override), postalCode);
  const named = { ...person, districtName: person.districtName === "" ? (district?.name ?? "") : person.districtName };
  return { ...place, people: [...place.people.filter((one) => !replaced.includes(one)), named] };
};

const best = (replaced: readonly Representative[], { name }: RepresentativeOverride): Representative | undefined =>
  replaced.find((one) => name !== null && sameLetters(one.name) === sameLetters(name)) ?? replaced[0];

/**
 * Staff's word instead of the sources': for a whole code it also ends the choice between districts, for a district it
 * replaces who sits there. With an office given it replaces only the holders of that office.
 */
export const applyOverrides = (place: Place, overrides: readonly RepresentativeOverride[], postalCode: string): Place =>
  overrides.reduce((now, override) => {
    if (override.district !== null) return applyToDistrict(now, override, postalCode);
    return override.postalCode === postalCode ? applyToCode(now, override, postalCode) : now;
  }, place);
