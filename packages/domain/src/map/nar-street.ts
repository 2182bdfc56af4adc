import { searchKeyOf } from "./address-text";
import { narProvinces } from "./nar-files";
import { foldName, provinceOf } from "./street-words";

/** What all addresses of one street of one town share; worked out once for thousands of rows. */
export type NarStreet = {
  streetName: string;
  streetType: string | null;
  streetDirection: string | null;
  /** `Meadford DR`, `RUE Montfort E`: the address line after its number. */
  line: string;
  municipality: string | null;
  municipalityFr: string | null;
  censusSubdivision: string | null;
  province: string | null;
  /** The search key after its number. */
  searchTail: string;
  /** Names of its town as a filter compares them. */
  towns: readonly string[];
};

export type NarStreetCells = {
  name: string;
  type: string;
  direction: string;
  town: string;
  csdEn: string;
  csdFr: string;
  province: string;
};

const mostStreets = 20_000;

/** Remembers streets by their cells; forgets them all when there are too many, because a country has half a million. */
export const narStreets = (): ((cells: NarStreetCells) => NarStreet) => {
  const known = new Map<string, NarStreet>();
  return (cells) => {
    const key = `${cells.name}|${cells.type}|${cells.direction}|${cells.town}|${cells.csdEn}|${cells.csdFr}|${cells.province}`;
    const street = known.get(key);
    if (street !== undefined) return street;
    if (known.size >= mostStreets) known.clear();
    const made = makeStreet(cells);
    known.set(key, made);
    return made;
  };
};

// Types the register writes for streets named in French (national counts: more than half of them stand in Quebec).
const frenchTypes = new Set([
  "RUE", "AV", "BOUL", "CH", "ROUTE", "RANG", "PLACE", "MONTÉE", "CROIS", "TSSE", "CÔTE", "CAR", "IMP", "ALLÉE", "PROM", "SENT", "CERCLE", "COUR", "COURS", "AUT",
  "DESSTE", "VOIE", "QUAI", "PASSGE", "ÎLE", "TRTCRR", "PRMNDE",
]); // prettier-ignore

const makeStreet = ({ name, type, direction, town, csdEn, csdFr, province }: NarStreetCells): NarStreet => {
  const streetName = own(name);
  // "10e RUE": an ordinal keeps its place before the type, as people say it.
  const leads = frenchTypes.has(type.toUpperCase()) && !/^\d+(?:re|er|e|ième)$/i.test(streetName);
  const words = leads ? [type, streetName, direction] : [streetName, type, direction];
  const municipality = townName(town, csdEn, csdFr);
  const shared = {
    streetName,
    streetType: orNull(type),
    streetDirection: orNull(direction),
    municipality,
    province: narProvinces[province] ?? provinceOf(province),
  };
  return {
    ...shared,
    line: own(words.filter((word) => word !== "").join(" ")),
    municipalityFr: foldName(csdFr) === foldName(csdEn) ? null : orNull(csdFr),
    censusSubdivision: orNull(csdEn) ?? orNull(csdFr),
    searchTail: searchKeyOf({ ...shared, civicNumber: null, civicSuffix: null }),
    towns: [...new Set([town, csdEn, csdFr].map(foldName))].filter((each) => each !== ""),
  };
};

/** The town of the mail, written as its census subdivision is where they are one; letters of the mail are all capitals. */
const townName = (town: string, csdEn: string, csdFr: string): string | null => {
  if (town === "") return orNull(csdEn) ?? orNull(csdFr);
  const written = [csdEn, csdFr].find((name) => foldName(name) === foldName(town));
  return own(written ?? titled(town));
};

const small = new Set(["de", "du", "des", "la", "le", "les", "of", "the", "and", "et", "sur", "sous", "on", "aux", "en", "d", "l"]);

/** `SAINT-JEAN-SUR-RICHELIEU` → `Saint-Jean-sur-Richelieu`, `VAL-D'OR` → `Val-d'Or`, `ST. JOHN'S` → `St. John's`. */
const titled = (text: string): string =>
  text.toLowerCase().replace(/\p{L}+/gu, (word, at: number, whole: string) => {
    if (at > 0 && small.has(word) && (word.length > 1 || /['’]/.test(whole[at + 1] ?? ""))) return word;
    // What follows an apostrophe is a name of its own only after a d, an l or an O.
    if (/['’]/.test(whole[at - 1] ?? "") && !/(^|[^\p{L}])[dlo]['’]$/u.test(whole.slice(0, at))) return word;
    return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
  });

const orNull = (text: string): string | null => (text === "" ? null : own(text));

/** A string of its own: a slice would hold the whole piece of the file it was cut from. */
const own = (text: string): string => ` ${text}`.slice(1);
