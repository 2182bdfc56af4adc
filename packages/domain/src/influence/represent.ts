import { sameLetters } from "../kernel/same-letters";
import { z } from "zod";
import { latLngSchema } from "../kernel/geo";
import { governmentLevels, type GovernmentLevel } from "./enums";
import { placeName } from "./place-name";

// Represent leaves keys out, sends null or "" for unknown, and mixes types in "extra": whatever is not text reads as empty.
const text = z.string().catch("");
const listOf = <T extends z.ZodType>(item: T) =>
  z.array(z.unknown()).catch([]).transform((all) => all.flatMap((one) => {
    const parsed = item.safeParse(one);
    return parsed.success ? [parsed.data] : [];
  })); // prettier-ignore

export const officeSchema = z.object({ type: text, tel: text, fax: text, postal: text });
export type Office = z.infer<typeof officeSchema>;

const boundary = z.object({
  url: z.string(),
  name: text,
  external_id: text,
  boundary_set_name: text,
  related: z.object({ boundary_set_url: text }).catch({ boundary_set_url: "" }),
});

const representative = z.object({
  name: z.string().trim().min(1),
  district_name: text,
  elected_office: text,
  first_name: text,
  last_name: text,
  party_name: text,
  email: text,
  url: text,
  photo_url: text,
  source_url: text,
  gender: text,
  offices: listOf(officeSchema),
  extra: z.object({ preferred_languages: z.array(z.string()).catch([]) }).catch({ preferred_languages: [] }),
  representative_set_name: text,
  related: z.object({ representative_set_url: text, boundary_url: text }).catch({ representative_set_url: "", boundary_url: "" }),
});

/** The recorded shape of `GET /postcodes/{CODE}/`; `representatives_*` keys are absent when there is nobody. */
export const representAnswerSchema = z.object({
  code: z.string().length(6),
  city: text.transform(placeName),
  province: text,
  centroid: z
    .object({ type: z.literal("Point"), coordinates: z.tuple([z.number(), z.number()]) })
    .transform(({ coordinates: [longitude, latitude] }) => ({ latitude, longitude }))
    .pipe(latLngSchema)
    .nullable()
    .catch(null),
  boundaries_concordance: listOf(boundary),
  boundaries_centroid: listOf(boundary),
  representatives_concordance: listOf(representative),
  representatives_centroid: listOf(representative),
});
export type RepresentAnswer = z.infer<typeof representAnswerSchema>;
type RepresentPerson = z.infer<typeof representative>;

/** How a code was tied to a person: by official government data, or because the code's centre lies in the district. */
export const matchKinds = ["CONCORDANCE", "CENTROID"] as const;
export type MatchKind = (typeof matchKinds)[number];

/** One person found for a postal code, in our words. */
export const foundRepresentativeSchema = z.object({
  name: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string().nullable(),
  districtName: z.string(),
  electedOffice: z.string(),
  partyName: z.string().nullable(),
  representativeSetName: z.string(),
  url: z.string().nullable(),
  photoUrl: z.string().nullable(),
  gender: z.string().nullable(),
  offices: z.array(officeSchema),
  level: z.enum(governmentLevels),
  boundaryUrl: z.string().nullable(),
  preferredLanguages: z.array(z.string()),
  match: z.enum(matchKinds),
});
export type FoundRepresentative = z.infer<typeof foundRepresentativeSchema>;

/**
 * Level of government of an office (facts of the Represent data): set name or MP → federal; MLA, MPP, MNA, MHA or a
 * legislature → provincial; a school board → school board; everybody else sits on a municipal or regional council.
 */
export const levelOfOffice = (electedOffice: string, setName: string): GovernmentLevel => {
  const office = electedOffice.trim();
  if (setName.trim() === "House of Commons" || office === "MP") return "FEDERAL";
  if (/school|trustee|scolaire/i.test(`${setName} ${office}`)) return "SCHOOL_BOARD";
  if (/^(MLA|MPP|MNA|MHA)$/.test(office) || /legislat|assembl/i.test(setName)) return "PROVINCIAL";
  return "MUNICIPAL";
};

// Private campaign data lives in sets named so; Represent's own pages skip them.
const isCampaignSet = (person: RepresentPerson): boolean => person.related.representative_set_url.includes("/campaign-set-");

const keyOf = (person: RepresentPerson): string =>
  [person.name, person.elected_office, person.district_name, person.representative_set_name].map(sameLetters).join("|");

// Only what can be dialled into a browser: a script or data address from a third party is dropped.
const webAddress = (text: string): string | null => (/^https?:\/\//i.test(text) ? text : null);

const mailAddress = (text: string): string | null => {
  const parsed = z.email().safeParse(text.trim().toLowerCase());
  return parsed.success ? parsed.data : null;
};

const toFound = (person: RepresentPerson, match: MatchKind): FoundRepresentative => ({
  name: person.name,
  firstName: person.first_name,
  lastName: person.last_name,
  email: mailAddress(person.email),
  districtName: person.district_name,
  electedOffice: person.elected_office,
  partyName: person.party_name || null,
  representativeSetName: person.representative_set_name,
  url: webAddress(person.url),
  photoUrl: webAddress(person.photo_url),
  gender: person.gender || null,
  offices: person.offices,
  level: levelOfOffice(person.elected_office, person.representative_set_name),
  boundaryUrl: person.related.boundary_url || null,
  preferredLanguages: person.extra.preferred_languages.flatMap((words) => words.split(/[\s,/]+/)).filter(Boolean),
  match,
});

const levelOrder = (level: GovernmentLevel): number => governmentLevels.indexOf(level);

/**
 * Everybody who represents the code: official matches first, then matches by centre, each person once; without private
 * campaign sets and without people whose office is not given. Sorted federal, provincial, municipal, school board.
 */
export const representativesIn = (answer: RepresentAnswer): FoundRepresentative[] => {
  const seen = new Set<string>();
  const take = (people: RepresentPerson[], match: MatchKind) =>
    people.flatMap((person) => {
      if (isCampaignSet(person) || person.elected_office.trim() === "" || seen.has(keyOf(person))) return [];
      seen.add(keyOf(person));
      return [toFound(person, match)];
    });
  return [...take(answer.representatives_concordance, "CONCORDANCE"), ...take(answer.representatives_centroid, "CENTROID")].sort(
    (a, b) => levelOrder(a.level) - levelOrder(b.level),
  );
};

const boundarySetOf = (boundaryUrl: string): string => /^\/boundaries\/([^/]+)\//.exec(boundaryUrl)?.[1] ?? "";

export const districtSchema = z.object({ level: z.enum(governmentLevels), boundarySet: z.string(), url: z.string(), name: z.string() });
export type District = z.infer<typeof districtSchema>;

/**
 * The current districts a code touches: only boundaries of the sets that a representative's boundary names, because an
 * answer also lists superseded redistributions, which are no disagreement.
 */
export const districtsIn = (answer: RepresentAnswer): District[] => {
  const levelOfSet = new Map<string, GovernmentLevel>();
  for (const person of representativesIn(answer)) {
    const set = person.boundaryUrl === null ? "" : boundarySetOf(person.boundaryUrl);
    if (set !== "") levelOfSet.set(set, person.level);
  }
  const found = new Map<string, District>();
  for (const one of [...answer.boundaries_concordance, ...answer.boundaries_centroid]) {
    const boundarySet = boundarySetOf(one.url);
    const level = levelOfSet.get(boundarySet);
    if (level !== undefined) found.set(one.url, { level, boundarySet, url: one.url, name: one.name });
  }
  return [...found.values()];
};

/** Levels at which the code lies in more than one current district of the same set, so that the person must choose. */
export const splitLevels = (districts: readonly Pick<District, "level" | "boundarySet">[]): GovernmentLevel[] => {
  const perSet = new Map<string, number>();
  for (const { boundarySet } of districts) perSet.set(boundarySet, (perSet.get(boundarySet) ?? 0) + 1);
  return governmentLevels.filter((level) => districts.some((one) => one.level === level && (perSet.get(one.boundarySet) ?? 0) > 1));
};
