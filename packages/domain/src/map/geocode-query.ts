import { parseNumbers, parseStreet, tidyUnit } from "./address-text";
import { editDistance } from "./edit-distance";
import { provinceOfPostalCode } from "../kernel/postal-code-text";
import {
  directionOf,
  foldName,
  foldWords,
  leadingStreetTypeOf,
  nearlyDirection,
  nearlyStreetType,
  provinceOf,
  streetTypeOf,
} from "./street-words";

/** One way to read the words of a question: which of them name the street, which the town. */
export type StreetReading = {
  /** Folded by `foldName`. */
  name: string;
  /** Short forms, upper case; null where none was said or could be read. */
  type: string | null;
  direction: string | null;
  town: string | null;
  /** Points this reading costs, because it takes a word for another or drops one. */
  cost: number;
};

/** What was asked of the LOCAL geocoder, read in every way that makes sense, the likeliest first. */
export type GeocodeQuery = {
  unitNumber: string | null;
  civicNumber: number | null;
  civicSuffix: string | null;
  /** Six signs without a blank, also one that no code can be (a slip of the pen). */
  postalCode: string | null;
  /** Lower-case code, as in a street key. */
  province: string | null;
  readings: StreetReading[];
  /** Towns that may have been meant; all there is when no street was named. */
  towns: string[];
};

/** A postal address in parts; whatever is not known may be empty. */
export type AddressQuestion = { text: string } | { parts: QuestionParts };
export type QuestionParts = {
  /** The street line, with or without a unit. */
  address: string;
  unitNumber?: string | null;
  municipality?: string | null;
  province?: string | null;
  postalCode?: string | null;
};

export const readGeocodeQuery = (question: AddressQuestion): GeocodeQuery => {
  const text = "text" in question ? question.text : textOf(question.parts);
  const pieces = text
    .replace(/[()\n;]/g, ",")
    .split(",")
    .map((piece) => piece.replace(/\s+/g, " ").trim())
    .filter((piece) => piece !== "");
  dropCountry(pieces);
  const postalCode = takePostalCode(pieces);
  dropCountry(pieces);
  const { province, word: provinceWord } = takeProvince(pieces);
  const namedUnit = takeUnit(pieces);
  // "123, rue Untel": the comma after the number belongs to the street line.
  if (pieces.length > 1 && /^\d+[A-Z]?$/i.test(pieces[0] ?? "")) pieces.splice(0, 2, `${pieces[0] ?? ""} ${pieces[1] ?? ""}`);
  const at = Math.max(
    0,
    pieces.findIndex((piece) => /\d/.test(piece)),
  );
  const { unitNumber, civicNumber, civicSuffix, street } = parseNumbers(pieces[at] ?? "");
  const towns = [...pieces.slice(at + 1).reverse(), ...pieces.slice(0, at)].map(townOf).filter((town) => town !== "");
  const readings = distinct(towns.length > 0 ? readingsWith(street, towns) : readingsAlone(street, provinceWord)).slice(0, mostReadings);
  const alone =
    civicNumber === null && towns.length === 0 ? [townOf(pieces[at] ?? "") || (provinceWord === null ? "" : townOf(provinceWord))] : [];
  return {
    unitNumber: unitOf(question) ?? namedUnit ?? unitNumber,
    civicNumber,
    civicSuffix,
    postalCode,
    province: (province ?? (postalCode === null ? null : provinceOfPostalCode(postalCode)))?.toLowerCase() ?? null,
    readings,
    towns: [...new Set([...alone, ...readings.map(({ town }) => town ?? "")])].filter((town) => town !== ""),
  };
};

const mostReadings = 24;

const textOf = ({ address, municipality, province, postalCode }: QuestionParts): string =>
  [address, municipality, [province, postalCode].filter(Boolean).join(" ")].filter(Boolean).join(", ");

const unitOf = (question: AddressQuestion): string | null => ("parts" in question ? tidyUnit(question.parts.unitNumber ?? "") : null);

const dropCountry = (pieces: string[]): void => {
  const last = (pieces.at(-1) ?? "").replace(/(?:^|\s)canada$/i, "").trim();
  pieces.pop();
  if (last !== "") pieces.push(last);
};

const takePostalCode = (pieces: string[]): string | null => {
  for (let index = pieces.length - 1; index >= 0; index -= 1) {
    const piece = pieces[index] ?? "";
    // O and I are slips for 0 and 1; they are mended, whatever else is wrong is kept for what it is like.
    const match = /(?:^|\s)([A-Z])([\dOI])([A-Z])[\s-]?([\dOI])([A-Z])([\dOI])(?=\s|$)/i.exec(piece);
    if (match === null) continue;
    const rest = `${piece.slice(0, match.index)} ${piece.slice(match.index + match[0].length)}`.replace(/\s+/g, " ").trim();
    pieces.splice(index, 1, ...(rest === "" ? [] : [rest]));
    const signs = match
      .slice(1, 7)
      .map((sign, place) => (place % 2 === 1 ? sign.replace(/o/i, "0").replace(/i/i, "1") : sign.toUpperCase()));
    return signs.join("");
  }
  return null;
};

const takeProvince = (pieces: string[]): { province: string | null; word: string | null } => {
  const words = (pieces.at(-1) ?? "").split(" ");
  // "Québec" alone may be all there is of a question; then it is a town.
  const most = pieces.length > 1 ? words.length : words.length - 1;
  for (let count = Math.min(5, most); count >= 1; count -= 1) {
    const word = words.slice(-count).join(" ");
    const province = provinceOf(word);
    if (province === null) continue;
    const rest = words.slice(0, -count).join(" ");
    pieces.splice(pieces.length - 1, 1, ...(rest === "" ? [] : [rest]));
    return { province, word };
  }
  return { province: null, word: null };
};

const takeUnit = (pieces: string[]): string | null => {
  const named =
    /^(?:#|(?:apt|apartment|app|appt|appartement|unit|unité|suite|ste|bureau)\b)\.?\s*#?\s*([A-Z]{0,2}\d[A-Z0-9-]{0,8}|[A-Z]{1,2})$/i;
  const at = pieces.findIndex((piece) => named.test(piece));
  if (at < 0 || pieces.length < 2) return null;
  const [piece = ""] = pieces.splice(at, 1);
  return tidyUnit(named.exec(piece)?.[1] ?? "");
};

const townOf = (text: string): string => foldName(text).replace(/^(?:city|town|village|municipality|ville|municipalite) (?:of|de|d) /, "");

const readingsWith = (street: string, towns: readonly string[]): StreetReading[] =>
  streetsOf(street).flatMap((reading) => towns.slice(0, 3).map((town, index) => ({ ...reading, town, cost: reading.cost + index })));

/** No comma tells where the street ends: every end is tried. */
const readingsAlone = (street: string, provinceWord: string | null): StreetReading[] => {
  const words = street.split(" ").filter((word) => word !== "");
  const whole = streetsOf(street).map((reading) => ({ ...reading, town: null }));
  // "rue Saint-Jean, Québec": the city carries the name of its province.
  const capital =
    provinceWord !== null && foldWords(provinceWord) === "QUEBEC"
      ? whole.map((reading) => ({ ...reading, town: "quebec", cost: reading.cost + 1 }))
      : [];
  const split = [1, 2, 3, 4]
    .filter((count) => count < words.length)
    .flatMap((count) => {
      const tail = words.slice(-count);
      // "Main Street": a type or a direction is no town.
      if (tail.every((word) => streetTypeOf(word) !== null || directionOf(word) !== null)) return [];
      const town = townOf(tail.join(" "));
      return streetsOf(words.slice(0, -count).join(" ")).map((reading) => ({ ...reading, town }));
    });
  return [...split, ...capital, ...whole].sort((a, b) => a.cost - b.cost);
};

type Street = Omit<StreetReading, "town">;

/** A street in every way it can be read: as written, with a misspelled type or direction, as one name. */
const streetsOf = (text: string): Street[] => {
  const words = text.split(" ").filter((word) => word !== "");
  const readings: Street[] = [];
  const add = (street: ReturnType<typeof parseStreet>, cost: number, guessed: Partial<Street> = {}): void => {
    if (street === null) return;
    const type = streetTypeOf(street.streetType ?? "");
    const direction = directionOf(street.streetDirection ?? "");
    readings.push({ name: foldName(street.streetName), type, direction, cost, ...withoutNulls(guessed) });
  };
  add(parseStreet(text), 0);
  const last = words.at(-1) ?? "";
  const first = words[0] ?? "";
  if (words.length > 1) {
    const head = words.slice(0, -1).join(" ");
    const direction = nearlyDirection(last);
    if (direction !== null && directionOf(last) === null) add(parseStreet(head), 2, { direction });
    addMistypedType(words, add);
    if (directionOf(last) !== null)
      addMistypedType(words.slice(0, -1), (street, cost) => add(street, cost, { direction: directionOf(last) }));
    const leading = nearlyStreetType(first);
    if (streetTypeOf(first) === null && directionOf(first) === null && (leading !== null || first.length <= 3))
      add(parseStreet(words.slice(1).join(" ")), leading === null ? 5 : 3, { type: leading });
  }
  if (words.length > 2 && leadingStreetTypeOf(first) !== null) add(parseStreet(words.slice(1).join(" ")), 1, { type: streetTypeOf(first) });
  if (words.length > 1 && first.length <= 4 && streetTypeOf(first) === null && editDistance(foldWords(first), "RUE", 1) === 1)
    add(parseStreet(words.slice(1).join(" ")), 4, { type: "RUE" });
  readings.push({ name: foldName(text), type: null, direction: null, cost: 2 });
  readings.push(...readings.flatMap(mended));
  return distinct(readings.filter(({ name }) => name !== ""));
};

/** `saitn denis` was `st denis`, `1ts` the first: words that are short forms when written right are mended before they are looked for. */
const mended = (reading: Street): Street[] => {
  const name = reading.name
    .split(" ")
    .map((word) => mendedWord(word) ?? word)
    .join(" ");
  return name === reading.name ? [] : [{ ...reading, name, cost: reading.cost + 5 }];
};

const mendedWord = (word: string): string | null => {
  if (word.length >= 4 && editDistance(word, "saint", 1) === 1) return "st";
  if (word.length >= 5 && editDistance(word, "sainte", 1) === 1) return "ste";
  return /^(\d+)[a-z]{1,4}$/.exec(word)?.[1] ?? null;
};

const addMistypedType = (
  words: readonly string[],
  add: (street: ReturnType<typeof parseStreet>, cost: number, guessed?: Partial<Street>) => void,
): void => {
  const last = words.at(-1) ?? "";
  if (words.length < 2 || streetTypeOf(last) !== null || directionOf(last) !== null) return;
  const type = nearlyStreetType(last);
  // A short form with a slip in it ("Sr", "Rf") says that there was a type, not which.
  if (type !== null || last.length <= 4) add(parseStreet(words.slice(0, -1).join(" ")), type === null ? 5 : 3, { type });
};

const withoutNulls = (given: Partial<Street>): Partial<Street> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));

const distinct = <T extends Street & { town?: string | null }>(readings: readonly T[]): T[] => {
  const seen = new Map<string, T>();
  for (const reading of readings) {
    const key = [reading.name, reading.type, reading.direction, reading.town].join("|");
    const known = seen.get(key);
    if (known === undefined || known.cost > reading.cost) seen.set(key, reading);
  }
  return [...seen.values()];
};
