import { provinceOf } from "./street-words";

/** Two-digit codes of the standard geographical classification, as the register's files are named by them. */
export const narProvinces: Readonly<Record<string, string>> = {
  "10": "NL", "11": "PE", "12": "NS", "13": "NB", "24": "QC", "35": "ON", "46": "MB", "47": "SK", "48": "AB", "59": "BC", "60": "YT", "61": "NT", "62": "NU",
}; // prettier-ignore

export type NarFileKind = "address" | "location";
export type NarFileName = {
  kind: NarFileKind;
  /** Two letters; null where the name says none: then its rows do. */
  province: string | null;
  part: number;
};

/** `Addresses/Address_35_part_2.csv`, `location_48.CSV.gz` … Null for the guide and whatever else lies beside them. */
export const parseNarFileName = (path: string): NarFileName | null => {
  const name = path.split(/[\\/]/).at(-1) ?? "";
  const match = /^(address|location)(?:e?s)?(?:[_ -](\d{2}|[a-z]{2}))?(?:[_ -]part[_ -]?(\d{1,3}))?(?:[_ -].*)?\.csv(?:\.gz)?$/i.exec(name);
  if (match === null) return null;
  const code = match[2] ?? "";
  return {
    kind: match[1]?.toLowerCase() === "address" ? "address" : "location",
    province: narProvinces[code] ?? provinceOf(code),
    part: Number(match[3] ?? 1),
  };
};

/** The release, `June 2026` as `202606`, from the archive's name; null where it says none. */
export const narReleaseOf = (fileName: string): string | null => /(?:^|\D)(20\d{2}(?:0[1-9]|1[0-2])?)(?=\D|$)/.exec(fileName)?.[1] ?? null;
