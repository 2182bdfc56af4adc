import { emailSchema } from "../kernel/text";
import type { CsvRecord } from "./import-row";
import type { QuestionParts } from "./geocode-query";
import type { PeoplePreset, PersonColumn, PersonMapping } from "./people-columns";
import { type SupportRead, readLanguage, readSupport, readYes } from "./people-values";

/** A person's own fields as a list has them; blank is null, and a blank says nothing. */
export type PersonValues = SupportRead & {
  firstName: string | null;
  lastName: string | null;
  phone: string | null;
  email: string | null;
  language: string | null;
  doNotContact: boolean;
  notes: string | null;
};

/** One row of a list of people as it would land. */
export type PersonRow = PersonValues & {
  externalId: string | null;
  /** The door is to get a sign. */
  sign: boolean;
  /** The address as one line, for people to read. */
  address: string;
  question: QuestionParts | null;
};

export type PersonRead = { person: PersonRow } | { reason: "badRow" | "noPerson"; detail: string };

const longest = 500;
const longestNotes = 2_000;

/** Reads one record by its columns. A value that cannot be one (an e-mail without @) goes into the notes instead of away. */
export const readPersonRow = (record: CsvRecord, mapping: PersonMapping, preset: PeoplePreset): PersonRead => {
  const cell = (field: PersonColumn): string | null => {
    const column = mapping[field];
    const text = column === undefined ? "" : (record[column] ?? "").replaceAll("\u0000", "").trim();
    return text === "" ? null : text;
  };
  const long = personCells(mapping).find(([field, column]) => (record[column] ?? "").length > (field === "notes" ? 20_000 : longest));
  if (long !== undefined) return { reason: "badRow", detail: long[1] };
  const email = emailSchema.safeParse(cell("email") ?? "");
  const strayEmail = !email.success ? cell("email") : null;
  const phone = cell("phone") ?? cell("mobile");
  const otherPhone =
    cell("phone") !== null && cell("mobile") !== null && digits(cell("phone")) !== digits(cell("mobile")) ? cell("mobile") : null;
  const name = nameOf(cell);
  const language = readLanguage(cell("language"));
  const strayLanguage = language === null ? cell("language") : null;
  const notes = [cell("notes"), otherPhone, strayEmail, strayLanguage].filter((text) => text !== null).join("\n");
  if (name.firstName === null && name.lastName === null && phone === null && !email.success)
    return { reason: "noPerson", detail: addressLine(cell) };
  return {
    person: {
      ...name,
      externalId: cell("externalId")?.slice(0, 200) ?? null,
      phone: phone?.slice(0, 40) ?? null,
      email: email.success ? email.data : null,
      language,
      ...readSupport(cell("support"), preset === "van" || preset === "nationbuilder" ? 5 : 4),
      doNotContact: readYes(cell("doNotContact")),
      notes: notes === "" ? null : notes.slice(0, longestNotes),
      sign: readYes(cell("sign")),
      address: addressLine(cell),
      question: questionOf(cell),
    },
  };
};

type Cells = (field: PersonColumn) => string | null;

const personCells = (mapping: PersonMapping) => Object.entries(mapping) as [PersonColumn, string][];

const digits = (text: string | null): string => (text ?? "").replace(/\D/g, "");

/** `Tremblay, Marie` and `Marie Tremblay`; columns of their own come first. */
const nameOf = (cell: Cells): { firstName: string | null; lastName: string | null } => {
  const [firstName, lastName, full] = [cell("firstName"), cell("lastName"), cell("fullName")];
  if (firstName !== null || lastName !== null || full === null) return { firstName: cut(firstName), lastName: cut(lastName) };
  const [last, first] = full.split(",").map((part) => part.trim());
  if (first !== undefined && first !== "") return { firstName: cut(first), lastName: cut(last ?? null) };
  const words = full.split(/\s+/);
  return words.length === 1
    ? { firstName: null, lastName: cut(full) }
    : { firstName: cut(words.slice(0, -1).join(" ")), lastName: cut(words.at(-1) ?? null) };
};

const cut = (text: string | null): string | null => (text === null || text === "" ? null : text.slice(0, 80));

/** The street line: of one column, or put together from the columns of its parts. */
const streetLine = (cell: Cells): string | null => {
  if (cell("streetName") !== null && (cell("civicNumber") !== null || cell("address") === null)) {
    const number = `${cell("civicNumber") ?? ""}${cell("civicSuffix") ?? ""}`;
    return [number, cell("streetPrefix"), cell("streetName"), cell("streetType"), cell("streetDirection")].filter(Boolean).join(" ");
  }
  return cell("address");
};

const unitOf = (cell: Cells): string | null => {
  const unit = cell("unitNumber");
  if (unit !== null) return unit.replace(/^(?:apt|apartment|app|appt|unit|unité|suite|#)\.?\s*#?\s*/i, "");
  const second = /^(?:apt|apartment|app|appt|appartement|unit|unité|suite|#)\.?\s*#?\s*(\S{1,10})$/i.exec(cell("addressLine2") ?? "");
  return second?.[1] ?? null;
};

const questionOf = (cell: Cells): QuestionParts | null => {
  const address = streetLine(cell);
  if (address === null) return null;
  return {
    address,
    unitNumber: unitOf(cell),
    municipality: cell("municipality"),
    province: cell("province"),
    postalCode: cell("postalCode"),
  };
};

const addressLine = (cell: Cells): string => {
  const unit = unitOf(cell);
  const street = streetLine(cell);
  const line = [
    unit === null || street === null ? street : `${unit}-${street}`,
    cell("municipality"),
    cell("province"),
    cell("postalCode"),
  ];
  return line.filter(Boolean).join(", ").slice(0, 400);
};

/** Who of a door this is, when no id tells: folded first and last name. */
export const personKey = ({ firstName, lastName }: Pick<PersonValues, "firstName" | "lastName">): string =>
  `${foldName(firstName)}|${foldName(lastName)}`;

const foldName = (text: string | null): string =>
  (text ?? "").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ""); // prettier-ignore
