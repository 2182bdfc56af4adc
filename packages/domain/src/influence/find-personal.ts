import { parsePostalCode } from "../kernel/postal-code-text";
import { mergeRanges, type TextRange } from "./boxes";
import { findStreets } from "./find-street";

// Blanks and signs that people put between the groups of a number; never a line break.
const between = String.raw`[^\S\n]{0,2}[-.‐‑–—/·]?[^\S\n]{0,2}`;
const extension = String.raw`(?:[^\S\n]{0,2}[,;(]?[^\S\n]{0,2}(?:ext(?:ension)?|x|poste|loc(?:al)?|#)[.:]?[^\S\n]?#?\d{1,6}\)?)?`;
const group = String.raw`[2-9]\d{2}`;

/** Ten digits with or without the country's 1, however they are grouped. An amount has a sign of money in front. */
const northAmerican = new RegExp(
  String.raw`(?<![\p{L}\d$€£]|\d[.,])(?:\+?1${between})?\(?${group}\)?${between}${group}${between}\d{4}(?![\d$€%])${extension}`,
  "giu",
);
/** `1 800 O-CANADA`: letters for the digits of a free number. */
const inLetters = /(?<![\p{L}\d])(?:1[ .-]?)?8(?:00|33|44|55|66|77|88)[ .-][A-Z][A-Z-]{6,8}(?![\p{L}\d])/gu;
/** Seven digits: with their usual hyphen, or after a word that says what they are. */
const local = new RegExp(String.raw`(?<![\p{L}\d$€£#.,/-])${group}[-‑–]\d{4}(?![\d$€%-])${extension}`, "giu");
const announced =
  /(?<=(?:\bphone|\btel|\bt[ée]l|\bt[ée]l[ée]phone|\bcell?|\bcellulaire|\bmobile|\bfax|\bt[ée]l[ée]copieur|\bcall|\btext)[^\S\n]?[.:]?[^\S\n]{0,2}(?:me at |us at |au )?)[2-9]\d{2}[ .‑–-]?\d{4}(?!\d)/giu;
const abroad = /(?<![\p{L}\d])\+[2-9]\d{0,2}(?:[ .\u00a0\u202f-]?\(?\d{1,4}\)?){2,7}(?!\d)/gu;

const eMail = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}[^\S\n]?@[^\S\n]?[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/gu;
/** `jane [at] example [dot] ca`, `jeanne (arobase) exemple point ca`: written so that machines do not read it. */
const spelled =
  /[\p{L}\p{N}._%+-]{1,64}[^\S\n]?[[({<][^\S\n]?(?:at|@|arobas|arobase|chez|à)[^\S\n]?[\])}>][^\S\n]?[\p{L}\p{N}-]{1,63}(?:[^\S\n]?(?:\.|[[({]?(?:dot|point)[\])}]?)[^\S\n]?[\p{L}\p{N}-]{2,63}){1,4}/giu;

const postalCode =
  /(?<![\p{L}\p{N}])[abceghj-nprstvxy][\doi][abceghj-nprstv-z][^\S\n]{0,2}-?[^\S\n]?[\doi][abceghj-nprstv-z][\doi](?![\p{L}\p{N}])/giu;

const postBox =
  /(?<![\p{L}\p{N}])(?:(?:p\.?[^\S\n]?o\.?[^\S\n]?box|post office box|case postale|casier postal|bo[iî]te postale|c\.[^\S\n]?p\.|b\.[^\S\n]?p\.|CP)[^\S\n]{0,2}#?\d{1,6}|r\.?r\.?[^\S\n]?#?\d{1,3}(?:[^\S\n]?,?[^\S\n]?(?:site|comp|box)[^\S\n]?\d{1,4}){0,3}|site[^\S\n]\d{1,4},?[^\S\n](?:comp|box)[^\S\n]\d{1,4}(?:,?[^\S\n](?:comp|box)[^\S\n]\d{1,4})?)(?![\p{L}\p{N}])/giu;

/**
 * What names a private person or her door in a text: phone numbers, e-mail addresses, street addresses, post boxes and postal
 * codes, English and French. Sorted, none overlapping. It is a proposal that a person looks over, so doubt covers.
 */
export const findPersonal = (text: string): TextRange[] =>
  mergeRanges([
    ...rangesOf(text, northAmerican),
    ...rangesOf(text, inLetters),
    // "500-2000 homes" is a span of numbers, not a phone.
    ...rangesOf(text, local).filter(([from]) => !/^\d{3}.\d\d00/.test(text.slice(from, from + 8))),
    ...rangesOf(text, announced),
    ...rangesOf(text, abroad).filter(([from, to]) => hasPhoneLength(text.slice(from, to))),
    ...rangesOf(text, eMail),
    ...rangesOf(text, spelled),
    ...rangesOf(text, postalCode).filter(([from, to]) => isPostalCode(text.slice(from, to))),
    ...rangesOf(text, postBox),
    ...findStreets(text),
  ]);

const rangesOf = (text: string, pattern: RegExp): TextRange[] =>
  [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length]);

const hasPhoneLength = (number: string): boolean => {
  const digits = number.replace(/\D/g, "").length;
  return digits >= 8 && digits <= 15;
};

// Words such as "Bio Bio" have the shape too once O and I count as digits.
const isPostalCode = (code: string): boolean => parsePostalCode(code) !== null && /\d/.test(code);
