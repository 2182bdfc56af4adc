// Apart from the schema, so that a page which only tidies a code does not load Zod.

// The pattern Represent itself validates with: no D F I O Q U anywhere, no W or Z in front.
const pattern = /^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z]\d[ABCEGHJ-NPRSTV-Z]\d$/;

/** `m5v 3l9`, `M5V-3L9`, `M5V3LO`-style slips (O for 0, I for 1 where a digit must stand) → `M5V3L9`; null if it cannot be a code. */
export const parsePostalCode = (text: string): string | null => {
  const bare = text.toUpperCase().replace(/[\s-]/g, "");
  if (bare.length !== 6) return null;
  const mended = Array.from(bare)
    .map((char, index) => (index % 2 === 0 ? char : char === "O" ? "0" : char === "I" ? "1" : char))
    .join("");
  return pattern.test(mended) ? mended : null;
};

/** Display form with one space: `M5V 3L9`. */
export const formatPostalCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

/** A rural code covers many places: its second character is 0. */
export const isRuralPostalCode = (code: string): boolean => code[1] === "0";

const provinceByLetter: Readonly<Record<string, string>> = {
  A: "NL", B: "NS", C: "PE", E: "NB", G: "QC", H: "QC", J: "QC", K: "ON", L: "ON", M: "ON", N: "ON", P: "ON",
  R: "MB", S: "SK", T: "AB", V: "BC", Y: "YT",
}; // prettier-ignore

/** Two-letter province or territory of a parsed code; null only for an unassigned X prefix. */
export const provinceOfPostalCode = (code: string): string | null => {
  if (/^X0[ABC]/.test(code)) return "NU";
  if (/^X(0[EG]|1A)/.test(code)) return "NT";
  return provinceByLetter[code[0] ?? ""] ?? null;
};
