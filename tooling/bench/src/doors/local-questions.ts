/** A building of the register as a person would know it. */
export type RealRow = {
  id: string;
  address: string;
  municipality: string;
  province: string;
  postalCode: string;
  searchKey: string;
  streetType: string | null;
  streetDirection: string | null;
};

export const askingKinds = ["clean", "abbreviated", "accentless", "typo"] as const;
export type AskingKind = (typeof askingKinds)[number];

/** The question for one row: half with the town, half with the postal code; the same for the same row. */
export const askOf = (kind: AskingKind, row: RealRow, n: number): { text: string } => {
  const place = n % 2 === 0 ? `, ${row.municipality}, ${row.province}` : `, ${row.postalCode.slice(0, 3)} ${row.postalCode.slice(3)}`;
  switch (kind) {
    case "clean":
      return { text: `${row.address}${place}` };
    case "abbreviated":
      return { text: `${otherwise(row)}${place}` };
    case "accentless":
      return { text: withoutAccents(`${row.address}${place}`) };
    case "typo":
      return {
        text:
          n % 2 === 0 ? `${withTypo(`${row.address}, ${row.municipality}`, n)}, ${row.province}` : `${withTypo(row.address, n)}${place}`,
      };
  }
};

/** What the register writes short, and what people write for it. */
const spellings: Readonly<Record<string, string>> = {
  ST: "Street", STREET: "St.", AVE: "Avenue", AV: "ave", BLVD: "Boulevard", BOUL: "Boulevard", RD: "Road", DR: "Drive", CRES: "Crescent", CRT: "Court",
  PL: "Place", LANE: "Ln", CH: "chemin", CROIS: "croissant", HWY: "Highway", CIR: "Circle", TERR: "Terrace", SQ: "Square", PKY: "Parkway", GDNS: "Gardens",
  HTS: "Heights", TRAIL: "Tr", N: "North", S: "South", E: "East", W: "West", NE: "Northeast", NW: "Northwest", SE: "Southeast", SW: "Southwest", O: "Ouest",
}; // prettier-ignore

const otherwise = ({ address, streetType, streetDirection }: RealRow): string =>
  address
    .split(" ")
    .map((word) => (word === streetType || word === streetDirection ? (spellings[word.toUpperCase()] ?? word) : word))
    .join(" ")
    .replace(/\bSAINTE-/g, "Ste-")
    .replace(/\bSAINT-/g, "St-");

const withoutAccents = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("-", " ").toLowerCase();

/** One letter changed, left out, doubled, or swapped with its neighbour; digits stay, because another number is another house. */
const withTypo = (text: string, n: number): string => {
  const places = [...text].flatMap((sign, at) => (/\p{L}/u.test(sign) ? [at] : []));
  const at = places[(n * 7919) % places.length] ?? 0;
  const sign = text[at] ?? "";
  const other = "abcdefghijklmnoprstuvwy"[(n * 31) % 23] ?? "x";
  switch (n % 4) {
    case 0:
      return text.slice(0, at) + other + text.slice(at + 1);
    case 1:
      return text.slice(0, at) + text.slice(at + 1);
    case 2:
      return text.slice(0, at) + other + text.slice(at);
    default: {
      const next = text[at + 1] ?? "";
      return /\p{L}/u.test(next) ? text.slice(0, at) + next + sign + text.slice(at + 2) : text.slice(0, at) + sign + text.slice(at);
    }
  }
};
