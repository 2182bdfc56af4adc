import { AppError } from "../kernel/app-error";
import type { NarFilter } from "./import-options";
import { narDistricts } from "./nar-districts";
import type { NarAddressColumns, NarLocationColumns } from "./nar-columns";
import type { NarStreet } from "./nar-street";
import { foldName, foldWords, provinceOf } from "./street-words";

/** What a filter says of rows, worked out once for a run. */
export type NarWish = {
  /** Two letters; an empty set is every province. */
  provinces: ReadonlySet<string>;
  wantsLocation: (cells: readonly string[], columns: NarLocationColumns) => boolean;
  wantsAddress: (cells: readonly string[], columns: NarAddressColumns, street: NarStreet) => boolean;
  /** Buildings are named by the filter: an address whose building is not among them is not wanted. */
  needsLocation: boolean;
};

/**
 * Reads a filter. Provinces also follow from ridings, whose codes begin with them, so that no other province is read for one. Residential only
 * keeps what is lived in (1) and partly lived in (2); what is not known (4) is left out. Throws AppError INVALID `import.unknownDistrict`.
 */
export const narWish = (filter: NarFilter): NarWish => {
  const districts = filter.federalDistricts.map((name) => districtOf(name));
  const codes = new Set(districts.map(({ code }) => code));
  const names = new Set(districts.flatMap(({ en, fr }) => [foldWords(en), foldWords(fr)]));
  const provinces = new Set(filter.provinces.map((text) => provinceOf(text) ?? text.toUpperCase()));
  const towns = new Set(filter.municipalities.map(foldName));
  const postalCodes = filter.postalCodes.map((code) => code.toUpperCase().replace(/[\s-]/g, ""));
  const isWantedTown = remembering((street: NarStreet) => street.towns.some((town) => towns.has(town)));
  return {
    provinces: provinces.size === 0 ? new Set(districts.map(({ province }) => province)) : provinces,
    needsLocation: districts.length > 0,
    wantsLocation: (cells, columns) =>
      districts.length === 0 ||
      // Codes were dealt out anew in 2013 and 2023; in files of before, only the name says which riding is meant.
      names.has(foldWords(cells[columns.districtEn] ?? "")) ||
      names.has(foldWords(cells[columns.districtFr] ?? "")) ||
      (cells[columns.districtEn] === "" && codes.has(cells[columns.districtCode] ?? "")),
    wantsAddress: (cells, columns, street) => {
      if (provinces.size > 0 && (street.province === null || !provinces.has(street.province))) return false;
      if (towns.size > 0 && !isWantedTown(street)) return false;
      if (filter.residentialOnly && cells[columns.use] !== "1" && cells[columns.use] !== "2") return false;
      if (postalCodes.length === 0) return true;
      const code = cells[columns.postalCode] ?? "";
      return postalCodes.some((wanted) => code.startsWith(wanted));
    },
  };
};

const districtOf = (text: string) => {
  const folded = foldWords(text);
  const found = narDistricts.find(({ code, en, fr }) => code === text.trim() || foldWords(en) === folded || foldWords(fr) === folded);
  if (found === undefined) throw new AppError("INVALID", "import.unknownDistrict", { name: text });
  return found;
};

const remembering = <K extends object>(ask: (key: K) => boolean): ((key: K) => boolean) => {
  const answers = new WeakMap<K, boolean>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = ask(key);
    answers.set(key, answer);
    return answer;
  };
};
