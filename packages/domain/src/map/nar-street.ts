import { searchKeyOf } from "./address-text";
import type { NarAddressColumns } from "./nar-columns";
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

const mostStreets = 20_000;

type Cells = readonly string[];
/** A street and the cells it was read from, compared one by one: joining them into a key costs more than everything else of a row. */
type Known = { cells: Cells; street: NarStreet };

/** Remembers streets by their cells; forgets them all when there are too many, because a country has half a million. */
export const narStreets = (): ((cells: Cells, columns: NarAddressColumns) => NarStreet) => {
  const byName = new Map<string, Known[]>();
  let count = 0;
  return (cells, columns) => {
    const places = placesOf(columns);
    const name = cells[columns.streetName] ?? "";
    const known = byName.get(name)?.find((one) => places.every((place, index) => one.cells[index] === (cells[place] ?? "")));
    if (known !== undefined) return known.street;
    if (count >= mostStreets) {
      byName.clear();
      count = 0;
    }
    count += 1;
    const made = { cells: places.map((place) => own(cells[place] ?? "")), street: makeStreet(cells, columns) };
    const same = byName.get(name);
    if (same === undefined) byName.set(own(name), [made]);
    else same.push(made);
    return made.street;
  };
};

const places = new WeakMap<NarAddressColumns, number[]>();

/** Where the cells stand that make a street; those of the mail only where the official name is missing. */
const placesOf = (columns: NarAddressColumns): number[] => {
  const known = places.get(columns);
  if (known !== undefined) return known;
  const { streetType, streetDirection, mailTown, csdEn, csdFr, provinceCode, mailName, mailType, mailDirection, mailProvince } = columns;
  const made = [mailTown, streetType, streetDirection, csdEn, csdFr, provinceCode, mailName, mailType, mailDirection, mailProvince];
  places.set(columns, made);
  return made;
};

// Types the register writes for streets named in French (national counts: more than half of them stand in Quebec).
const frenchTypes = new Set([
  "RUE", "AV", "BOUL", "CH", "ROUTE", "RANG", "PLACE", "MONTÉE", "CROIS", "TSSE", "CÔTE", "CAR", "IMP", "ALLÉE", "PROM", "SENT", "CERCLE", "COUR", "COURS", "AUT",
  "DESSTE", "VOIE", "QUAI", "PASSGE", "ÎLE", "TRTCRR", "PRMNDE",
]); // prettier-ignore

const makeStreet = (cells: Cells, columns: NarAddressColumns): NarStreet => {
  const cell = (index: number): string => (cells[index] ?? "").trim();
  const isOfficial = cell(columns.streetName) !== "";
  const name = cell(isOfficial ? columns.streetName : columns.mailName);
  const type = cell(isOfficial ? columns.streetType : columns.mailType);
  const direction = cell(isOfficial ? columns.streetDirection : columns.mailDirection);
  const [town, csdEn, csdFr] = [cell(columns.mailTown), cell(columns.csdEn), cell(columns.csdFr)];
  const province = cell(columns.provinceCode) || cell(columns.mailProvince);
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
