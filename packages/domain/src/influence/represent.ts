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

/** One page of a list; `next` is a path, relative to the service. */
export const representPageSchema = <T extends z.ZodType>(item: T) =>
  z.object({
    objects: listOf(item),
    meta: z.object({ next: z.string().nullable().catch(null), total_count: z.number().catch(0) }).catch({ next: null, total_count: 0 }),
  });

export const representBoundarySchema = boundary;
export type RepresentBoundary = z.infer<typeof boundary>;

/** A boundary looked at by itself; dates are days, absent where nobody knows. */
export const representBoundaryDetailSchema = z.object({
  name: z.string().trim().min(1),
  external_id: text,
  boundary_set_name: text,
  metadata: z.record(z.string(), z.unknown()).catch({}),
  start_date: z.iso.date().nullable().catch(null),
  end_date: z.iso.date().nullable().catch(null),
});
export type RepresentBoundaryDetail = z.infer<typeof representBoundaryDetailSchema>;

/** A set of boundaries in the list of all, and by itself: there it says who publishes it. */
export const representSetOfBoundariesSchema = z.object({ name: z.string().trim().min(1), url: z.string(), domain: text });
export const representBoundarySetDetailSchema = z.object({ name: text, domain: text, authority: text, licence_url: text });

/** A council or legislature as Represent lists it. */
export const representSetSchema = z.object({ name: z.string().trim().min(1), url: z.string() });

/** A council or legislature a campaign may write to as a whole. */
export const councilSchema = z.object({ slug: z.string(), name: z.string(), level: z.enum(governmentLevels) });
export type Council = z.infer<typeof councilSchema>;

export const representPersonSchema = z.object({
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
  extra: z
    .object({ preferred_languages: z.array(z.string()).catch([]), contact_url: text, contact_form: text })
    .catch({ preferred_languages: [], contact_url: "", contact_form: "" }),
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
  representatives_concordance: listOf(representPersonSchema),
  representatives_centroid: listOf(representPersonSchema),
});
export type RepresentAnswer = z.infer<typeof representAnswerSchema>;
export type RepresentPerson = z.infer<typeof representPersonSchema>;

/** How a code was tied to a district: by official government data, because its centre lies there, or because somebody's street does. */
export const matchKinds = ["CONCORDANCE", "CENTROID", "STREET"] as const;
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
  setSlug: z.string().nullable(),
  preferredLanguages: z.array(z.string()),
  /** Page with a contact form. */
  contactUrl: z.string().nullable(),
  match: z.enum(matchKinds),
  /** An empty seat: `name` is empty. */
  isVacant: z.boolean(),
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

/** The one language an office asks for; `English French` leaves the choice to the writer. */
export const preferredLocaleOf = (languages: readonly string[]): "en" | "fr" | null => {
  const [only, ...others] = languages.map(sameLetters);
  if (others.length > 0) return null;
  return only === "french" || only === "francais" ? "fr" : only === "english" || only === "anglais" ? "en" : null;
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
  setSlug: /^\/representative-sets\/([^/]+)\/$/.exec(person.related.representative_set_url)?.[1] ?? null,
  contactUrl: webAddress(person.extra.contact_url) ?? webAddress(person.extra.contact_form),
  isVacant: false,
  preferredLanguages: person.extra.preferred_languages.flatMap((words) => words.split(/[\s,/]+/)).filter(Boolean),
  match,
});

const levelOrder = (level: GovernmentLevel): number => governmentLevels.indexOf(level);

/**
 * Everybody who represents the code: official matches first, then matches by centre, each person once; without private
 * campaign sets and without people whose office is not given. Sorted federal, provincial, municipal, school board.
 */
export const representativesIn = (
  answer: Pick<RepresentAnswer, "representatives_concordance" | "representatives_centroid">,
): FoundRepresentative[] => {
  const official = peopleIn(answer.representatives_concordance, "CONCORDANCE");
  const seen = new Set(answer.representatives_concordance.map(keyOf));
  const byCentre = peopleIn(
    answer.representatives_centroid.filter((person) => !seen.has(keyOf(person))),
    "CENTROID",
  );
  return [...official, ...byCentre].sort((a, b) => levelOrder(a.level) - levelOrder(b.level));
};

/** The people of one list, each once, without private campaign sets and without those whose office is not given. */
export const peopleIn = (people: readonly RepresentPerson[], match: MatchKind): FoundRepresentative[] => {
  const seen = new Set<string>();
  return people.flatMap((person) => {
    if (isCampaignSet(person) || person.elected_office.trim() === "" || seen.has(keyOf(person))) return [];
    seen.add(keyOf(person));
    return [toFound(person, match)];
  });
};

/** `/boundaries/edmonton-wards/karhiio/` → `edmonton-wards/karhiio`; null for anything else. */
export const districtKeyOf = (boundaryUrl: string | null): string | null =>
  /^\/boundaries\/([^/]+\/[^/]+)\/$/.exec(boundaryUrl ?? "")?.[1] ?? null;

/** boundary-set/id, as in a boundary's address. */
export const districtKeySchema = z.string().regex(/^[a-z0-9-]{1,120}\/[A-Za-z0-9_-]{1,120}$/);

export const boundarySetOf = (districtKey: string): string => districtKey.split("/")[0] ?? "";

/** A current district at a place. */
export const districtSchema = z.object({
  level: z.enum(governmentLevels),
  /** boundary-set/id */
  key: z.string(),
  name: z.string(),
  match: z.enum(matchKinds),
});
export type District = z.infer<typeof districtSchema>;

/**
 * A set of boundaries whose seats are filled today. `complete`: its districts are the seats of one council or legislature, so
 * that a district without anybody is a vacant seat; false for municipalities as such, which many councils name and many lack.
 */
export type CurrentSet = {
  boundarySet: string;
  level: GovernmentLevel;
  setSlug: string;
  setName: string;
  office: string;
  complete: boolean;
};

const isSeatSet = (boundarySet: string): boolean => !boundarySet.startsWith("census-");

/** The sets that these people's boundaries name, one entry for each set; the first person of a set names its council and office. */
export const currentSetsOf = (
  people: readonly Pick<FoundRepresentative, "level" | "boundaryUrl" | "setSlug" | "representativeSetName" | "electedOffice">[],
): CurrentSet[] => {
  const sets = new Map<string, CurrentSet>();
  for (const person of people) {
    const key = districtKeyOf(person.boundaryUrl);
    if (key === null) continue;
    const boundarySet = boundarySetOf(key);
    const { level, setSlug, representativeSetName: setName, electedOffice: office } = person;
    const known = sets.get(boundarySet);
    if (known === undefined)
      sets.set(boundarySet, { boundarySet, level, setSlug: setSlug ?? "", setName, office, complete: isSeatSet(boundarySet) });
    else if (known.setSlug !== (setSlug ?? "")) sets.set(boundarySet, { ...known, complete: false });
  }
  return [...sets.values()];
};

/**
 * The current districts a place touches: only boundaries of the current sets, because an answer also lists superseded
 * redistributions, which are no disagreement.
 */
export const districtsIn = (
  answer: Pick<RepresentAnswer, "boundaries_concordance" | "boundaries_centroid">,
  current: readonly CurrentSet[],
): District[] => {
  const levelOfSet = new Map(current.map(({ boundarySet, level }) => [boundarySet, level]));
  const found = new Map<string, District>();
  const take = (boundaries: RepresentAnswer["boundaries_concordance"], match: MatchKind) => {
    for (const { url, name } of boundaries) {
      const key = districtKeyOf(url);
      const level = key === null ? undefined : levelOfSet.get(boundarySetOf(key));
      if (key !== null && level !== undefined && !found.has(key)) found.set(key, { level, key, name, match });
    }
  };
  take(answer.boundaries_concordance, "CONCORDANCE");
  take(answer.boundaries_centroid, "CENTROID");
  return [...found.values()];
};
