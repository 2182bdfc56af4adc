import type { SupportLevel } from "./enums";
import { foldWords } from "./street-words";

/** What a cell says of support. A finer or unknown code is kept beside the level, so that nothing a list says is lost. */
export type SupportRead = { supportLevel: SupportLevel | null; supportDeclined: boolean; leanCode: string | null };

const noSupport: SupportRead = { supportLevel: null, supportDeclined: false, leanCode: null };

const supportWords: readonly (readonly [SupportLevel | "declined", readonly string[]])[] = [
  ["LEVEL_1", ["STRONG SUPPORT", "STRONG SUPPORTER", "STRONG YES", "SS", "APPUI FORT", "FORT APPUI", "SUPPORTER", "SUPPORT", "PARTISAN"]],
  ["LEVEL_2", ["LEAN SUPPORT", "WEAK SUPPORT", "LIKELY SUPPORT", "LEANING SUPPORT", "SOFT SUPPORT", "LS", "APPUI PROBABLE", "PLUTOT POUR"]],
  ["LEVEL_3", ["UNDECIDED", "UNSURE", "U", "INDECIS", "INDECISE", "LEAN OPPOSE", "LEAN OPPOSED", "WEAK OPPOSE", "LO", "PLUTOT CONTRE"]],
  ["LEVEL_4", ["OPPOSED", "OPPOSE", "STRONG OPPOSE", "STRONG OPPOSED", "AGAINST", "SO", "CONTRE", "OPPOSE E"]],
  ["declined", ["DECLINED", "REFUSED", "WOULD NOT SAY", "NO ANSWER", "REFUSE", "REFUS", "SANS REPONSE"]],
]; // prettier-ignore

const levels: readonly SupportLevel[] = ["LEVEL_1", "LEVEL_2", "LEVEL_3", "LEVEL_4"];
const fiveSteps: readonly SupportLevel[] = ["LEVEL_1", "LEVEL_2", "LEVEL_3", "LEVEL_4", "LEVEL_4"];

/** `2`, `2 - Lean support`, `appui fort`; lists of five steps end in "weak" and "strong opposition", which both are our fourth. */
export const readSupport = (text: string | null, steps: 4 | 5): SupportRead => {
  if (text === null) return noSupport;
  const leanCode = text.slice(0, 40);
  const digit = /^\s*([1-5])(?!\d)/.exec(text)?.[1];
  if (digit !== undefined) {
    const level = (steps === 5 ? fiveSteps : levels)[Number(digit) - 1];
    if (level === undefined) return { ...noSupport, leanCode };
    return { supportLevel: level, supportDeclined: false, leanCode: steps === 5 && Number(digit) >= 4 ? digit : null };
  }
  const found = supportWords.find(([, words]) => words.includes(foldWords(text)))?.[0];
  if (found === undefined) return { ...noSupport, leanCode };
  return found === "declined" ? { ...noSupport, supportDeclined: true } : { ...noSupport, supportLevel: found };
};

const yes = new Set([
  "1",
  "Y",
  "YES",
  "TRUE",
  "T",
  "X",
  "O",
  "OUI",
  "VRAI",
  "REQUESTED",
  "INSTALLED",
  "DELIVERED",
  "DEMANDEE",
  "INSTALLEE",
]);

/** True only where the cell says so; everything else says nothing. */
export const readYes = (text: string | null): boolean => text !== null && yes.has(foldWords(text));

const codes = [
  "en", "fr", "ar", "bn", "cr", "de", "el", "es", "fa", "fil", "gu", "he", "hi", "hr", "hu", "it", "iu", "ja", "km", "ko", "ml", "nl", "oj", "pa", "pl",
  "ps", "pt", "ro", "ru", "so", "sq", "sr", "sv", "sw", "ta", "te", "ti", "tl", "tr", "uk", "ur", "vi", "yue", "zh",
] as const; // prettier-ignore

let byName: Map<string, string> | null = null;

/** Names in English and French, made once. */
const languageNames = (): Map<string, string> => {
  if (byName !== null) return byName;
  byName = new Map([["MANDARIN", "zh"], ["CANTONESE", "yue"], ["CANTONAIS", "yue"], ["FARSI", "fa"], ["PENDJABI", "pa"], ["PUNJABI", "pa"], ["TAGALOG", "tl"], ["ANG", "en"], ["ENG", "en"], ["FRE", "fr"], ["FRA", "fr"]]); // prettier-ignore
  for (const locale of ["en", "fr"]) {
    const names = new Intl.DisplayNames([locale], { type: "language" });
    for (const code of codes) byName.set(foldWords(names.of(code) ?? code), code);
  }
  return byName;
};

/** `French`, `français`, `fr-CA` → a BCP 47 code; null where the cell names no language we know. */
export const readLanguage = (text: string | null): string | null => {
  if (text === null) return null;
  const named = languageNames().get(foldWords(text));
  if (named !== undefined) return named;
  const code = /^([a-z]{2,3})(?:[-_]([a-z]{2}|[a-z]{4}))?$/i.exec(text.trim());
  const main = code?.[1]?.toLowerCase();
  if (main === undefined || !codes.some((known) => known === main)) return null;
  return code?.[2] === undefined ? main : `${main}-${code[2].length === 2 ? code[2].toUpperCase() : code[2].toLowerCase()}`;
};
