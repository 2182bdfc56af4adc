import { z } from "zod";
import { localeSchema } from "../kernel/locale";
import { sameLetters } from "../kernel/same-letters";
import { idSchema, paragraphsSchema } from "../kernel/text";
import { saveRecipientInput } from "./custom-recipient";
import { type GovernmentLevel, governmentLevels } from "./enums";

/** What a column of a file of people may mean. */
export const recipientColumns = [
  "recipientName",
  "firstName",
  "lastName",
  "recipientEmail",
  "recipientTitle",
  "recipientOrganization",
  "level",
  "partyName",
  "phone",
  "postalAddress",
  "contactUrl",
  "gender",
  "preferredLocale",
  "areaSet",
  "areaId",
  "notes",
] as const;
export type RecipientColumn = (typeof recipientColumns)[number];
export type RecipientMapping = Partial<Record<RecipientColumn, string>>;

// Headers as people write them, in sameLetters form; the first spelling present wins.
const spellings: Record<RecipientColumn, readonly string[]> = {
  recipientName: ["name", "full name", "recipient", "recipient name", "nom complet", "nom et prenom", "destinataire", "nom"],
  firstName: ["first name", "firstname", "given name", "prenom"],
  lastName: ["last name", "lastname", "surname", "family name", "nom de famille"],
  recipientEmail: ["email", "e mail", "email address", "e mail address", "mail", "courriel", "adresse courriel", "adresse electronique"],
  recipientTitle: ["title", "office", "position", "role", "job title", "titre", "fonction", "poste", "charge"],
  recipientOrganization: [
    "organization",
    "organisation",
    "ministry",
    "department",
    "board",
    "council",
    "organisme",
    "ministere",
    "conseil",
    "commission",
  ],
  level: ["level", "government", "level of government", "palier", "niveau"],
  partyName: ["party", "party name", "caucus", "parti", "parti politique"],
  phone: ["phone", "telephone", "tel", "phone number", "numero de telephone"],
  postalAddress: ["address", "postal address", "mailing address", "office address", "adresse", "adresse postale"],
  contactUrl: ["contact form", "contact page", "contact url", "website", "url", "web", "formulaire", "site web"],
  gender: ["gender", "sex", "genre", "sexe"],
  preferredLocale: ["language", "preferred language", "lang", "langue", "langue preferee"],
  areaSet: ["area set", "boundary set", "ensemble"],
  areaId: ["area", "area id", "district id", "ward id", "territoire", "circonscription"],
  notes: ["notes", "note", "comment", "remarks", "remarques", "commentaire"],
};

/** Which column seems to hold what; nothing is guessed twice. A lone "Nom" beside "Prénom" is the last name. */
export const guessRecipientColumns = (headers: readonly string[]): RecipientMapping => {
  const byWords = new Map([...headers].reverse().map((header) => [sameLetters(header), header]));
  const split = spellings.firstName.some((word) => byWords.has(word));
  const taken = new Set<string>();
  const mapping: RecipientMapping = {};
  for (const column of recipientColumns) {
    const words = column === "lastName" ? [...spellings.lastName, "nom", "name"] : spellings[column];
    if (column === "recipientName" && split) continue;
    const header = words.map((word) => byWords.get(word)).find((found) => found !== undefined && !taken.has(found));
    if (header === undefined) continue;
    mapping[column] = header;
    taken.add(header);
  }
  return mapping;
};

const levelWords: Record<GovernmentLevel, readonly string[]> = {
  FEDERAL: ["federal", "federale", "canada"],
  PROVINCIAL: ["provincial", "provinciale", "province", "territorial"],
  MUNICIPAL: ["municipal", "municipale", "city", "town", "regional", "local", "ville"],
  SCHOOL_BOARD: ["school board", "school", "scolaire", "conseil scolaire"],
};

const levelOf = (text: string): GovernmentLevel | null =>
  governmentLevels.find((level) => level === text.trim() || levelWords[level].includes(sameLetters(text))) ?? null;

const localeOf = (text: string): "en" | "fr" | null => {
  const words = sameLetters(text);
  if (/^(fr|french|francais|fra)$/.test(words)) return "fr";
  return /^(en|english|anglais|eng)$/.test(words) ? "en" : null;
};

const genderIn = (text: string): "F" | "M" | null => {
  const words = sameLetters(text);
  if (/^(f|female|femme|woman|she)$/.test(words)) return "F";
  return /^(m|male|homme|man|he)$/.test(words) ? "M" : null;
};

/** Why a row is not taken. */
export const recipientProblems = ["noName", "noEmail", "badEmail", "badWebAddress", "tooLong", "twice"] as const;
export type RecipientProblem = (typeof recipientProblems)[number];

const personSchema = saveRecipientInput.omit({ id: true, campaignId: true });
export type ImportedPerson = z.infer<typeof personSchema>;

/** One row of a file as somebody for the list, or why not. Words for level, language and gender that are not known read as not given. */
export const readRecipientRow = (
  cells: Readonly<Record<string, string>>,
  mapping: RecipientMapping,
): { person: ImportedPerson; problem: null } | { person: null; problem: RecipientProblem } => {
  const cell = (column: RecipientColumn): string => {
    const header = mapping[column];
    return header === undefined ? "" : (cells[header] ?? "").trim();
  };
  const given = (column: RecipientColumn): string | null => (cell(column) === "" ? null : cell(column));
  const name = given("recipientName") ?? [cell("firstName"), cell("lastName")].filter((part) => part !== "").join(" ");
  if (name === "") return { person: null, problem: "noName" };
  if (given("recipientEmail") === null) return { person: null, problem: "noEmail" };
  const read = personSchema.safeParse({
    recipientName: oneLine(name),
    recipientEmail: cell("recipientEmail").replace(/^mailto:/i, ""),
    recipientTitle: oneLine(given("recipientTitle")),
    recipientOrganization: oneLine(given("recipientOrganization")),
    notes: given("notes"),
    isActive: true,
    level: levelOf(cell("level")),
    phone: oneLine(given("phone")),
    postalAddress: given("postalAddress"),
    contactUrl: given("contactUrl"),
    partyName: oneLine(given("partyName")),
    gender: genderIn(cell("gender")),
    preferredLocale: localeOf(cell("preferredLocale")),
    areaSet: oneLine(given("areaSet")),
    areaId: oneLine(given("areaId")),
    translations: null,
  });
  if (read.success) return { person: read.data, problem: null };
  const field = read.error.issues[0]?.path[0];
  return { person: null, problem: field === "recipientEmail" ? "badEmail" : field === "contactUrl" ? "badWebAddress" : "tooLong" };
};

// A cell with a line break in it is one line here: it ends up in a mail's header.
const oneLine = <T extends string | null>(text: T): T | string => (text === null ? text : text.replace(/\s+/g, " "));

const area = { areaSet: z.string().max(120).nullable(), areaId: z.string().max(120).nullable() };
/** `text` is the file or what was pasted, with a line of headers; people of a file without areas of its own are tied to the given one. */
export const importRecipientsInput = z.strictObject({
  campaignId: idSchema,
  text: paragraphsSchema(1_000_000, 1),
  mapping: z.partialRecord(z.enum(recipientColumns), z.string().max(200)).nullable(),
  ...area,
});
export type ImportRecipientsInput = z.infer<typeof importRecipientsInput>;

export const recipientChanges = ["NEW", "CHANGED", "SAME"] as const;
const previewRowSchema = z.object({
  /** Counts rows from 1, the headers not among them. */
  row: z.int(),
  name: z.string(),
  email: z.string(),
  title: z.string().nullable(),
  organization: z.string().nullable(),
  locale: localeSchema.nullable(),
  change: z.enum(recipientChanges),
});
export const recipientImportSchema = z.object({
  headers: z.array(z.string()),
  mapping: z.partialRecord(z.enum(recipientColumns), z.string()),
  /** The first thirty that would be taken. */
  rows: z.array(previewRowSchema),
  read: z.int(),
  created: z.int(),
  changed: z.int(),
  same: z.int(),
  rejected: z.int(),
  /** The first two hundred that would not, with what stood there. */
  problems: z.array(z.object({ row: z.int(), problem: z.enum(recipientProblems), words: z.string() })),
});
export type RecipientImport = z.infer<typeof recipientImportSchema>;
export const shownRows = { taken: 30, rejected: 200 } as const;
/** A list longer than this is no list of named people. */
export const recipientsAtMost = 5_000;
