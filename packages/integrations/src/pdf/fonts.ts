import { createRequire } from "node:module";

export const weights = [400, 600] as const;
export type Weight = (typeof weights)[number];

const typefaces = {
  inter: "@fontsource/inter",
  // Inuktitut, Cree, Ojibwe, Dene, Blackfoot: names and letters written in syllabics.
  "noto-sans-canadian-aboriginal": "@fontsource/noto-sans-canadian-aboriginal",
} as const;
type Typeface = keyof typeof typefaces;

// Order matters: the first that has a character prints it.
const subsets = [
  ...(["latin", "latin-ext", "vietnamese", "greek", "greek-ext", "cyrillic", "cyrillic-ext"] as const).map(
    (script) => ({ typeface: "inter", script }) as const,
  ),
  { typeface: "noto-sans-canadian-aboriginal", script: "canadian-aboriginal" },
] as const satisfies readonly { typeface: Typeface; script: string }[];
type Subset = (typeof subsets)[number];
const latin: Subset = { typeface: "inter", script: "latin" };

const require = createRequire(import.meta.url);

/** Files of the embedded fonts, one for each script and weight; a letter carries those it uses. */
export const fontFiles = (): { name: string; path: string }[] =>
  weights.flatMap((weight) =>
    subsets.map((subset) => ({
      name: fontName(subset, weight),
      path: require.resolve(`${typefaces[subset.typeface]}/files/${fontName(subset, weight)}-normal.woff`),
    })),
  );

const fontName = ({ typeface, script }: Subset, weight: Weight): string => `${typeface}-${script}-${weight}`;

type Range = { from: number; to: number };

// "U+0000-00FF,U+0131", as a style sheet writes it.
const rangesOf = (text: unknown): Range[] =>
  (typeof text === "string" ? text.split(",") : []).map((part) => {
    const [from = "", to = from] = part.replace("U+", "").split("-");
    return { from: Number.parseInt(from, 16), to: Number.parseInt(to, 16) };
  });

type Coverage = { subset: Subset; ranges: Range[] }[];

const readCoverage = (): Coverage => {
  const listed = new Map(Object.entries(typefaces).map(([typeface, folder]) => [typeface, readRanges(folder)]));
  return subsets.map((subset) => ({ subset, ranges: rangesOf(listed.get(subset.typeface)?.get(subset.script)) }));
};

const readRanges = (folder: string): Map<string, unknown> => {
  const listed: unknown = require(`${folder}/unicode.json`);
  return new Map<string, unknown>(typeof listed === "object" && listed !== null ? Object.entries(listed) : []);
};

// Read with the first sheet: processes that never print need no fonts beside them.
const kept: { coverage?: Coverage } = {};

const subsetOf = (character: string): Subset | null => {
  const code = character.codePointAt(0) ?? 0;
  const coverage = (kept.coverage ??= readCoverage());
  return coverage.find(({ ranges }) => ranges.some(({ from, to }) => from <= code && code <= to))?.subset ?? null;
};

export type Run = { font: string; text: string };

/**
 * Text cut where another font file must take over. Composed first, so that an accent never stands alone; what no file has
 * (pictographs, for one) is printed as a white square, because a letter must not lose a character silently.
 */
export const runsOf = (text: string, weight: Weight): Run[] => {
  const runs: Run[] = [];
  for (const character of printable(text)) {
    const subset = subsetOf(character);
    const font = fontName(subset ?? latin, weight);
    const printed = subset === null ? "\uFFFD" : character;
    const last = runs.at(-1);
    if (last?.font === font) last.text += printed;
    else runs.push({ font, text: printed });
  }
  return runs;
};

// Joiners and variation selectors only steer how a neighbour is drawn, which a missing glyph no longer is.
const printable = (text: string): string =>
  text.normalize("NFC").replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFE0E\uFE0F\uFEFF]|\p{Cc}/gu, "");
