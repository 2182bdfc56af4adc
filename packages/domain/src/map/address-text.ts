import { parsePostalCode } from "../kernel/postal-code-text";
import { directionOf, foldName, foldWords, leadingStreetTypeOf, provinceOf, streetTypeOf } from "./street-words";

/** The parts of a street line; empty strings never occur, a missing part is null. */
export type StreetParts = {
  unitNumber: string | null;
  civicNumber: number | null;
  civicSuffix: string | null;
  streetName: string;
  streetType: string | null;
  streetDirection: string | null;
};
export type AddressParts = StreetParts & {
  /** The street line without the unit, as it was written. */
  address: string;
  municipality: string | null;
  province: string | null;
  postalCode: string | null;
};

/**
 * Reads `1 ALEXANDER ST, VANCOUVER, BC`, `4-123B 5 Ave NW`, `123, rue Sainte-Catherine Ouest, Montréal (Québec) H2X 1K6`.
 * Null when nothing is left that could be a street.
 */
export const parseAddressText = (text: string): AddressParts | null => {
  const pieces = text
    .replace(/[()]/g, ",")
    .split(",")
    .map((piece) => piece.replace(/\s+/g, " ").trim())
    .filter((piece) => piece !== "" && !/^canada$/i.test(piece));
  const postalCode = takePostalCode(pieces);
  const province = takeProvince(pieces);
  // "123, rue Untel": the comma after the number belongs to the street line.
  if (pieces.length > 1 && /^\d+[A-Z]?$/i.test(pieces[0] ?? "")) pieces.splice(0, 2, `${pieces[0] ?? ""} ${pieces[1] ?? ""}`);
  const [line, ...rest] = pieces;
  const street = line === undefined ? null : parseStreetLine(line);
  if (line === undefined || street === null) return null;
  return { ...street.parts, address: street.line, municipality: rest.at(-1) ?? null, province, postalCode };
};

/** Reads one street line; `line` is it without the unit. Null when there is no street name. */
export const parseStreetLine = (text: string): { parts: StreetParts; line: string } | null => {
  const { street, line, ...numbers } = parseNumbers(text);
  const parts = parseStreet(street);
  return parts === null ? null : { parts: { ...numbers, ...parts }, line };
};

/** What stands before the street of a line: unit, civic number and its suffix. `street` is what is left, perhaps nothing. */
export const parseNumbers = (
  text: string,
): Omit<StreetParts, "streetName" | "streetType" | "streetDirection"> & { street: string; line: string } => {
  const { unitNumber, line } = splitUnit(text.replace(/\s+/g, " ").trim());
  const civic = /^(\d{1,7})(?:\s?(1\/2|[A-Z]))?(?=\s|$)\s*/i.exec(line);
  // A letter right after the number is its suffix only when it touches it: in "10 E 11TH AV" the E is a direction.
  const touching = civic !== null && /^\d+[A-Z]/i.test(civic[0]);
  const half = civic?.[2] === "1/2";
  const suffix = civic?.[2] !== undefined && (touching || half) ? civic[2].toUpperCase() : null;
  const numberText = civic?.[1] ?? "";
  const street = (suffix === null ? line.slice(numberText.length) : line.slice(civic?.[0].length)).trim();
  return { unitNumber, civicNumber: numberText === "" ? null : Number(numberText), civicSuffix: suffix, street, line };
};

type KeyParts = Omit<StreetParts, "unitNumber"> & { municipality: string | null; province: string | null };

/**
 * What two spellings of one building share: number, suffix, name, type and direction in short forms, municipality, province;
 * lower case, no accents. Parts are divided by `|`, so that a prefix up to a part is a B-tree range.
 */
export const searchKeyOf = (parts: KeyParts): string =>
  [
    `${parts.civicNumber ?? ""}${foldWords(parts.civicSuffix ?? "")}`,
    foldWords(parts.streetName),
    streetTypeOf(parts.streetType ?? "") ?? foldWords(parts.streetType ?? ""),
    directionOf(parts.streetDirection ?? "") ?? foldWords(parts.streetDirection ?? ""),
    foldWords(parts.municipality ?? ""),
    provinceOf(parts.province ?? "") ?? foldWords(parts.province ?? ""),
  ]
    .join("|")
    .toLowerCase();

type StreetKeyParts = { streetName: string; municipality: string | null; province: string | null };

/** One street of one town whatever its type and direction: `name|municipality|province`, folded, lower case (`Location.streetKey`). */
export const streetKeyOf = (parts: StreetKeyParts): string => streetOf(parts).key;

/** A row of the dictionary of streets. */
export type Street = {
  key: string;
  name: string;
  municipality: string;
  province: string;
  /** What else its town is called: the census subdivision, the name in the other language. */
  aliases: string[];
};

export const streetOf = (parts: StreetKeyParts & { municipalityFr?: string | null; censusSubdivision?: string | null }): Street => {
  const name = foldName(parts.streetName);
  const municipality = foldName(parts.municipality ?? "");
  const province = (provinceOf(parts.province ?? "") ?? foldWords(parts.province ?? "")).toLowerCase();
  const others = [parts.municipalityFr, parts.censusSubdivision].map((town) => foldName(town ?? ""));
  return {
    key: `${name}|${municipality}|${province}`,
    name,
    municipality,
    province,
    aliases: [...new Set(others)].filter((town) => town !== "" && town !== municipality),
  };
};

/** Name, type and direction of a street; null when no name is left. */
export const parseStreet = (text: string): Pick<StreetParts, "streetName" | "streetType" | "streetDirection"> | null => {
  const words = text.split(" ").filter((word) => word !== "");
  let streetDirection: string | null = null;
  let streetType: string | null = null;
  const take = (index: number): string => words.splice(index, 1)[0] ?? "";

  const type = words.length > 1 ? leadingStreetTypeOf(words[0] ?? "") : null;
  // "PLACE ROYALE" and "BOUL DU PLATEAU" lead with their type; "PARK AVE" and "AVENUE RD" end with one and keep their first word.
  const isFrench = /^(?:d[eu]|des|l[ae]s?|[dl]['’].*)$/i.test(words[1] ?? "");
  if (type !== null && (isFrench || streetTypeOf(withoutDirection(words).at(-1) ?? "") === null)) streetType = take(0);
  if (words.length > 1 && directionOf(words.at(-1) ?? "") !== null) streetDirection = take(-1);
  if (streetType === null && words.length > 1 && streetTypeOf(words.at(-1) ?? "") !== null) streetType = take(-1);
  if (streetDirection === null && words.length > 1 && directionOf(words[0] ?? "") !== null) streetDirection = take(0);
  const streetName = words.join(" ");
  return foldWords(streetName) === "" ? null : { streetName, streetType, streetDirection };
};

const withoutDirection = (words: string[]): string[] => (directionOf(words.at(-1) ?? "") === null ? words : words.slice(0, -1));

/** `4-123 Main`, `#4 123 Main`, `123 Main St Unit 4`, `123 Main St apt. 4` → the unit and the line without it. */
const splitUnit = (text: string): { unitNumber: string | null; line: string } => {
  // "10025 - 106 Street NW": where only a number is left for a name, the dash divides the civic number from the street.
  const numbered = /^(\d{1,6}[A-Z]?)\s*-\s*(\d+(?:st|nd|rd|th|e)?\s.*)$/i.exec(text);
  if (numbered !== null && isNumberedStreet(numbered[2] ?? ""))
    return { unitNumber: null, line: `${numbered[1] ?? ""} ${numbered[2] ?? ""}` };
  const dashed = /^#?\s*([A-Z]?\d{1,5}[A-Z]?|[A-Z]{1,2}\d{0,4})\s*-\s*(\d.*)$/i.exec(text);
  if (dashed !== null) return { unitNumber: tidyUnit(dashed[1] ?? ""), line: dashed[2] ?? "" };
  const hashed = /^#\s*([A-Z0-9]{1,6})\s+(\d.*)$/i.exec(text);
  if (hashed !== null) return { unitNumber: tidyUnit(hashed[1] ?? ""), line: hashed[2] ?? "" };
  const named = namedUnit.exec(text);
  return named === null ? { unitNumber: null, line: text } : { unitNumber: tidyUnit(named[2] ?? ""), line: named[1] ?? "" };
};

// A unit has a digit or is a letter or two: "rue Ste Catherine" names a saint, not a suite.
const namedUnit =
  /^(.*\S)\s+(?:#\s*|(?:apt|apartment|app|appt|appartement|unit|unité|suite|ste|bureau)(?:\.?\s*#\s*|\.\s*|\s+|(?=\d)))([A-Z]{0,2}\d[A-Z0-9-]{0,8}|[A-Z]{1,2})$/i;

const isNumberedStreet = (text: string): boolean =>
  text
    .split(" ")
    .slice(1)
    .every((word) => streetTypeOf(word) !== null || directionOf(word) !== null);

/** Units are compared in upper case without blanks. */
export const tidyUnit = (text: string): string | null => {
  const unit = text.replace(/\s+/g, "").toUpperCase();
  return unit === "" ? null : unit;
};

const takePostalCode = (pieces: string[]): string | null => {
  const last = pieces.at(-1) ?? "";
  const match = /(?:^|\s)([A-Z]\d[A-Z][\s-]?\d[A-Z]\d)$/i.exec(last);
  const code = match === null ? null : parsePostalCode(match[1] ?? "");
  if (match === null || code === null) return null;
  replaceLast(pieces, last.slice(0, match.index).trim());
  return code;
};

const takeProvince = (pieces: string[]): string | null => {
  if (pieces.length < 2) return null;
  const last = pieces.at(-1) ?? "";
  const whole = provinceOf(last);
  if (whole !== null) {
    pieces.pop();
    return whole;
  }
  const tail = /^(.+)\s([A-Z]{2})$/i.exec(last);
  const code = tail === null ? null : provinceOf(tail[2] ?? "");
  if (tail === null || code === null) return null;
  replaceLast(pieces, tail[1] ?? "");
  return code;
};

const replaceLast = (pieces: string[], text: string): void => {
  pieces.pop();
  if (text !== "") pieces.push(text);
};
