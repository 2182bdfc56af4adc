import { z } from "zod";
import { sameLetters } from "../kernel/same-letters";
import { slugify } from "../kernel/text";
import { locales } from "../kernel/locale";
import { governmentLevels, type GovernmentLevel } from "./enums";
import { districtKeySchema, levelOfOffice, officeSchema } from "./represent";
import { provinces } from "./sitting-break";

/** Columns of a file of representatives; only `office`, and the name or `vacant`, must be there. Spaces, case and underscores do not matter. */
export const officeHolderColumns = [
  "council", "council_name", "level", "province", "office", "name", "first_name", "last_name", "gender", "party",
  "boundary_set", "district_id", "district", "vacant", "email", "phone", "fax", "address", "office_type",
  "url", "contact_url", "photo_url", "language",
] as const; // prettier-ignore
export type OfficeHolderColumn = (typeof officeHolderColumns)[number];

export const officeHolderRowSchema = z.object({
  setSlug: z.string(),
  setName: z.string(),
  level: z.enum(governmentLevels),
  province: z.string().nullable(),
  electedOffice: z.string(),
  /** Null: the seat is vacant. */
  name: z.string().nullable(),
  firstName: z.string(),
  lastName: z.string(),
  gender: z.string().nullable(),
  partyName: z.string().nullable(),
  boundarySet: z.string().nullable(),
  boundaryId: z.string().nullable(),
  districtName: z.string(),
  email: z.string().nullable(),
  url: z.string().nullable(),
  contactUrl: z.string().nullable(),
  photoUrl: z.string().nullable(),
  offices: z.array(officeSchema),
  preferredLocale: z.enum(locales).nullable(),
});
export type OfficeHolderRow = z.infer<typeof officeHolderRowSchema>;

export const storedHolderSchema = officeHolderRowSchema.extend({ id: z.uuid() });
export type StoredHolder = z.infer<typeof storedHolderSchema>;
/** What stood before an import of representatives: people it changed, and those it removed. */
export const holdersBeforeSchema = z.object({ changed: z.array(storedHolderSchema), removed: z.array(storedHolderSchema) });

export const officeHolderRefusals = [
  "noOffice",
  "noName",
  "badEmail",
  "badLevel",
  "badDistrict",
  "badProvince",
  "duplicateInFile",
] as const;
export type OfficeHolderRefusal = (typeof officeHolderRefusals)[number];
export type OfficeHolderRead = { holder: OfficeHolderRow } | { reason: OfficeHolderRefusal; detail: string };

const wordOf = (text: string): string => sameLetters(text).replaceAll(" ", "_");

// Words that files are often headed with, so that nobody's address is left out for a hyphen.
const otherWords: Record<string, OfficeHolderColumn> = {
  e_mail: "email", email_address: "email", courriel: "email", telephone: "phone", nom: "name", fonction: "office", parti: "party",
  adresse: "address", langue: "language",
}; // prettier-ignore

/** Which header holds which column; the column's own word goes before another one for it. */
export const officeHolderHeaders = (headers: readonly string[]): Map<OfficeHolderColumn, string> => {
  const words = headers.map((header) => [wordOf(header), header] as const);
  const byWord = new Map([...words.map(([word, header]) => [otherWords[word] ?? word, header] as const), ...words]);
  return new Map(
    officeHolderColumns.flatMap((column) => {
      const header = byWord.get(column);
      return header === undefined ? [] : [[column, header] as const];
    }),
  );
};

const levelWords: Record<string, GovernmentLevel> = {
  federal: "FEDERAL", provincial: "PROVINCIAL", territorial: "PROVINCIAL", municipal: "MUNICIPAL", school_board: "SCHOOL_BOARD", scolaire: "SCHOOL_BOARD",
}; // prettier-ignore

const webAddress = (text: string): string | null => (/^https?:\/\//i.test(text) && URL.canParse(text) ? text.slice(0, 2000) : null);
const yes = (text: string): boolean => /^(yes|y|oui|o|true|vrai|1|x)$/i.test(text);

/** One row of a file of representatives, or why it cannot be used. `fallback` names the council where the row does not. */
export const readOfficeHolder = (cell: (column: OfficeHolderColumn) => string, fallback: string): OfficeHolderRead => {
  const office = cell("office");
  if (office === "") return { reason: "noOffice", detail: cell("name") };
  const vacant = yes(cell("vacant"));
  const [firstName, lastName] = [cell("first_name"), cell("last_name")];
  const name = cell("name") || `${firstName} ${lastName}`.trim();
  if (name === "" && !vacant) return { reason: "noName", detail: cell("district") };
  const email = cell("email").toLowerCase();
  if (email !== "" && !z.email().max(254).safeParse(email).success) return { reason: "badEmail", detail: email };
  const setName = cell("council_name") || cell("council") || fallback;
  const level =
    cell("level") === ""
      ? levelOfOffice(office, setName)
      : (levelWords[wordOf(cell("level"))] ?? governmentLevels.find((one) => one === cell("level").toUpperCase()));
  if (level === undefined) return { reason: "badLevel", detail: cell("level") };
  const province = cell("province").toUpperCase();
  if (province !== "" && !provinces.some((one) => one === province)) return { reason: "badProvince", detail: province };
  const [boundarySet, boundaryId] = [cell("boundary_set"), cell("district_id")];
  const hasDistrict = boundarySet !== "" || boundaryId !== "";
  if (hasDistrict && !districtKeySchema.safeParse(`${boundarySet}/${boundaryId}`).success)
    return { reason: "badDistrict", detail: `${boundarySet}/${boundaryId}` };
  const [tel, fax, postal] = [cell("phone"), cell("fax"), cell("address").replaceAll("\\n", "\n")];
  const language = wordOf(cell("language"));
  return {
    holder: {
      setSlug: slugify(cell("council") || setName),
      setName: setName.slice(0, 200),
      level,
      province: province === "" ? null : province,
      electedOffice: office.slice(0, 100),
      name: vacant ? null : name.slice(0, 200),
      firstName,
      lastName,
      gender: cell("gender") || null,
      partyName: cell("party") || null,
      boundarySet: hasDistrict ? boundarySet : null,
      boundaryId: hasDistrict ? boundaryId : null,
      districtName: cell("district").slice(0, 200),
      email: vacant || email === "" ? null : email,
      url: webAddress(cell("url")),
      contactUrl: webAddress(cell("contact_url")),
      photoUrl: webAddress(cell("photo_url")),
      offices: tel === "" && fax === "" && postal === "" ? [] : [{ type: cell("office_type") || "office", tel, fax, postal }],
      preferredLocale: /^fr/.test(language) ? "fr" : /^en|^angl/.test(language) ? "en" : null,
    },
  };
};

/** A seat and its holder: two rows of it in one file are one too many. */
export const officeHolderKey = ({ setSlug, electedOffice, districtName, boundaryId, name }: OfficeHolderRow): string =>
  [setSlug, sameLetters(electedOffice), boundaryId ?? sameLetters(districtName), sameLetters(name ?? "")].join("|");
