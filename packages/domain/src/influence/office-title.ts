import type { Locale } from "../kernel/locale";
import { sameLetters } from "../kernel/same-letters";
import type { GovernmentLevel } from "./enums";

export type Gender = "F" | "M";

/** Sources write `F`, `Female`, `femme` …; whatever is not plainly one of the two reads as unknown. */
export const genderOf = (text: string | null): Gender | null => {
  const word = sameLetters(text ?? "");
  if (/^(f|female|femme|feminin|woman)$/.test(word)) return "F";
  return /^(m|male|homme|masculin|man)$/.test(word) ? "M" : null;
};

/** Woman, man, and what to write when we do not know. */
type Forms = readonly [woman: string, man: string, unknown: string];
const same = (word: string): Forms => [word, word, word];
type Office = { en: Forms; fr: Forms; /** The title stands before the last name in English: Dear Mayor Doe. */ addressed: boolean };

const member = (initials: string): Office => ({
  en: same(initials),
  fr: ["députée", "député", "député ou députée"],
  addressed: false,
});
const titled = (en: string, fr: Forms): Office => ({ en: same(en), fr, addressed: true });
const mayor: Forms = ["mairesse", "maire", "maire ou mairesse"];
const councillor: Forms = ["conseillère", "conseiller", "conseiller ou conseillère"];
const withEnd = ([woman, man, unknown]: Forms, end: string): Forms => [`${woman} ${end}`, `${man} ${end}`, `${unknown} ${end}`];
const acting = ([woman, man]: Forms): Forms => [`${woman} suppléante`, `${man} suppléant`, `${man} suppléant ou ${woman} suppléante`];

// Keys are the sources' words in sameLetters form. What is not here stays as the source writes it.
const offices: Readonly<Record<string, Office>> = {
  mp: member("MP"),
  mpp: member("MPP"),
  mla: member("MLA"),
  mna: member("MNA"),
  mha: member("MHA"),
  mayor: titled("Mayor", mayor),
  maire: titled("Mayor", mayor),
  mairesse: titled("Mayor", mayor),
  "lord mayor": titled("Lord Mayor", mayor),
  "maire d arrondissement": titled("Borough Mayor", withEnd(mayor, "d’arrondissement")),
  "mairesse d arrondissement": titled("Borough Mayor", withEnd(mayor, "d’arrondissement")),
  "maire de la ville de montreal": titled("Mayor", withEnd(mayor, "de Montréal")),
  "mairesse de la ville de montreal": titled("Mayor", withEnd(mayor, "de Montréal")),
  "deputy mayor": titled("Deputy Mayor", acting(mayor)),
  councillor: titled("Councillor", councillor),
  conseiller: titled("Councillor", councillor),
  conseillere: titled("Councillor", councillor),
  "councillor at large": titled("Councillor", councillor),
  "conseiller de la ville": titled("City Councillor", withEnd(councillor, "de la ville")),
  "conseillere de la ville": titled("City Councillor", withEnd(councillor, "de la ville")),
  "conseiller d arrondissement": titled("Borough Councillor", withEnd(councillor, "d’arrondissement")),
  "conseillere d arrondissement": titled("Borough Councillor", withEnd(councillor, "d’arrondissement")),
  "regional councillor": titled("Regional Councillor", [
    "conseillère régionale",
    "conseiller régional",
    "conseiller régional ou conseillère régionale",
  ]),
  alderman: {
    en: ["Alderwoman", "Alderman", "Alderperson"],
    fr: ["échevine", "échevin", "échevin ou échevine"],
    addressed: true,
  },
  commissioner: titled("Commissioner", ["commissaire", "commissaire", "commissaire"]),
  trustee: titled("Trustee", ["conseillère scolaire", "conseiller scolaire", "conseiller ou conseillère scolaire"]),
  "school trustee": titled("Trustee", ["conseillère scolaire", "conseiller scolaire", "conseiller ou conseillère scolaire"]),
  chair: titled("Chair", ["présidente", "président", "président ou présidente"]),
  president: titled("Chair", ["présidente", "président", "président ou présidente"]),
  presidente: titled("Chair", ["présidente", "président", "président ou présidente"]),
  "regional chair": titled("Regional Chair", ["présidente régionale", "président régional", "président régional ou présidente régionale"]),
  warden: titled("Warden", ["préfète", "préfet", "préfet ou préfète"]),
  prefet: titled("Warden", ["préfète", "préfet", "préfet ou préfète"]),
  prefete: titled("Warden", ["préfète", "préfet", "préfet ou préfète"]),
  "deputy warden": titled("Deputy Warden", acting(["préfète", "préfet", "préfet ou préfète"])),
  reeve: titled("Reeve", ["préfète", "préfet", "préfet ou préfète"]),
  "deputy reeve": titled("Deputy Reeve", acting(["préfète", "préfet", "préfet ou préfète"])),
};

const inForm = ([woman, man, unknown]: Forms, gender: Gender | null): string => (gender === "F" ? woman : gender === "M" ? man : unknown);

// A legislature's member is an MP only in Ottawa: a provincial "Member" or an unknown word keeps the source's spelling.
const officeOf = (electedOffice: string, level: GovernmentLevel | null): Office | undefined =>
  offices[sameLetters(electedOffice)] ?? (level === "FEDERAL" && electedOffice.trim() === "" ? offices["mp"] : undefined);

/**
 * An office in the reader's language and the holder's gender, both words where the gender is not known:
 * `Maire` → Mayor; `MP` → députée, député, or député ou députée. An office we have no word for stays as its source writes it.
 */
export const officeTitle = (
  electedOffice: string,
  level: GovernmentLevel | null,
  { gender, locale }: { gender: string | null; locale: Locale },
): string => {
  const office = officeOf(electedOffice, level);
  return office === undefined ? electedOffice.trim() : inForm(office[locale], genderOf(gender));
};

const words: ReadonlySet<string> = new Set([
  ...Object.keys(offices),
  ...Object.values(offices).flatMap(({ en, fr }) => [...en, ...fr].map(sameLetters)),
]);

/** Whether these words alone are an office we know, in either language. */
export const isOfficeWord = (text: string): boolean => words.has(sameLetters(text));

export type Addressee = {
  name: string;
  firstName: string;
  lastName: string;
  gender: string | null;
  electedOffice: string;
  level: GovernmentLevel | null;
};

/**
 * The words a letter opens with, without the comma. English: Dear Mayor Doe, Dear Ms. Doe; French: Madame la mairesse,
 * Monsieur le député. Neutral when the gender is not known (Dear Jane Doe, Bonjour Jane Doe): nobody is guessed at by a first name.
 */
export const salutationOf = ({ name, lastName, gender, electedOffice, level }: Addressee, locale: Locale): string => {
  const office = officeOf(electedOffice, level);
  const known = genderOf(gender);
  if (locale === "fr") {
    if (known === null || office === undefined) return name === "" ? "Bonjour" : `Bonjour ${name}`;
    const title = inForm(office.fr, known);
    const article = /^[aeéiouh]/i.test(title) ? "l’" : known === "F" ? "la " : "le ";
    return `${known === "F" ? "Madame" : "Monsieur"} ${article}${title}`;
  }
  if (name === "") return "Hello";
  if (office?.addressed === true && lastName !== "") return `Dear ${inForm(office.en, known)} ${lastName}`;
  if (known === null || lastName === "") return `Dear ${name}`;
  return `Dear ${known === "F" ? "Ms." : "Mr."} ${lastName}`;
};
