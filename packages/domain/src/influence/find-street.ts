import { leadingStreetTypeOf, streetTypeOf } from "../map/street-words";
import type { TextRange } from "./boxes";

const unitWord = "unit|suite|ste|apt|apartment|app|appartement|bureau|bur|local|porte|floor|#";
/** The number of a door with what may stand before it: `Unit 5, 123`, `12-345`, `123A`, `12 bis`, `10½`. */
const civic = new RegExp(
  String.raw`(?<![\p{L}\p{N}$€£%'’]|\d[.,]|[\p{L}\p{N}]-)(?:(?:${unitWord})\.?[^\S\n]?#?\d{1,5}[a-z]?[^\S\n]?[,–-]?[^\S\n]?)?(?:\d{1,5}[a-z]?[^\S\n]?[-–][^\S\n]?)?(\d{1,6})(?:½|[^\S\n]?1/2|[^\S\n]?(?:bis|ter)|[a-z]|[^\S\n][A-D](?=[^\S\n]))?(?=,?[^\S\n])`,
  "giu",
);
/** What comes before a number that is no door: the 12th of a month, Bill 96, page 3. */
const notADoor =
  /(?:\b(?:bill|act|loi|article|section|page|motion|vote|ward|district|chapter|item|question|room|phase|top|version|line|ligne|chapitre|quartier|tableau|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?[^\S\n](?:(?:no\.?|n[o°]|#)[^\S\n]?)?)$/iu;
const beforeYear = /\b(?:in|since|until|by|of|for|from|before|after|during|en|depuis|avant|apr[eè]s|pour|de|d[eè]s)[^\S\n]$/iu;

/** Words no name of a street holds in running lower-case text: what makes "12 people in the street" no address. */
const notInNames = new Set(
  "of the in on at to and or from for with by we you they our your my this that these those is are was were has have had who a an people members homes houses families trees days weeks months years hours minutes km kilometres kilometers metres meters million billion percent per cent more new other lane each every de des du la le les et ou dans sur au aux en que qui personnes gens logements maisons jours mois ans heures nouvelle nouveau nouvelles autre autres".split(
    " ",
  ),
);
/** `12 Supreme Court judges`, `3 food drives`: they look like streets and are none. */
const noStreets =
  /^(?:(?:supreme|federal|superior|provincial|high|divisional|tax) court|(?:food|blood|hard|test|membership) drive|(?:bus|bike|traffic|fast|passing|express) lane|(?:national|provincial|city|industrial|theme|dog|water) park|(?:dirt|gravel|side|toll|paved) road|(?:main|high|city|public|complete) streets)$/i;
/** Types that stand for a street even when nothing is capitalized; the others (Park, Way, Hill) are words like any other. */
const plainTypes = new Set(["ST", "AVE", "RD", "BLVD", "DR", "CRES", "HWY", "PKY", "LANE", "CRT", "TERR", "EXPY"]);
/** Read as a saint, a doctor, a cut unless capitalized or at the end of a clause. */
const shortTypes = /^(?:st|dr|cr|ct|pl|tr|pt|row|run|key|car|str|av)\.?$/u;

const numberedRoad =
  /^(?:highway|hwy\.?|route|rte\.?|autoroute|concession|(?:range|township|county|regional|concession|rge\.?|twp\.?)[^\S\n](?:road|rd\.?))[^\S\n]\d{1,4}[a-z]?(?![\p{L}\p{N}])/iu;
const direction =
  /^,?[^\S\n](?:[NS]\.?[EWO]\.?|[NSEWO]|North(?:east|west)?|South(?:east|west)?|East|West|Nord|Sud|Est|Ouest)(?![\p{L}\p{N}-])\.?/u;
const unit = new RegExp(
  String.raw`^,?[^\S\n]{0,2}(?:${unitWord})\.?[^\S\n]{0,2}#?[^\S\n]?(?:\d{1,5}[a-z]?|[a-z]\d{0,4})(?![\p{L}\p{N}])`,
  "iu",
);
const particles = /^(?:de|du|des|la|le|les|l|d|à|au|aux|en|et)$/iu;
const frenchOrdinal = /^\d{1,3}(?:re|er|e|ère|ème|ième)$/iu;

type Word = { text: string; end: number };

/** Street addresses of a text, English and French: the number, the street, its direction and the unit. */
export const findStreets = (text: string): TextRange[] => {
  const found: TextRange[] = [];
  for (const match of text.matchAll(civic)) {
    const end = match.index + match[0].length;
    const before = text.slice(Math.max(0, match.index - 40), match.index);
    if (notADoor.test(before) || (/^(?:19|20)\d\d$/.test(match[1] ?? "") && beforeYear.test(before))) continue;
    const length = streetLength(text.slice(end, end + 120), (match[1] ?? "").length);
    if (length !== null) found.push([match.index, end + length]);
  }
  return found;
};

const streetLength = (rest: string, digits: number): number | null => {
  const afterComma = rest.startsWith(",");
  const words = wordsOf(afterComma ? rest.slice(1) : rest).map((word) => ({ ...word, end: word.end + (afterComma ? 1 : 0) }));
  const [first] = words;
  if (first === undefined) return null;
  const street = frenchEnd(words) ?? (afterComma && !frenchOrdinal.test(first.text) ? null : (roadEnd(rest, digits) ?? englishEnd(words)));
  return street === null ? null : withTail(rest, street);
};

// The words that follow on the same line with nothing but blanks between them; the end of a sentence is the last one.
const wordsOf = (rest: string): Word[] => {
  const words: Word[] = [];
  const word = /[^\S\n]{1,2}([\p{L}\p{N}][\p{L}\p{N}'’.-]{0,40})/uy;
  for (let match = word.exec(rest); match !== null && words.length < 8; match = word.exec(rest)) {
    const text = match[1] ?? "";
    const bare = text.replace(/\.$/, "");
    const endsSentence = text !== bare && bare.length > 4;
    words.push({ text: endsSentence ? bare : text, end: word.lastIndex - (endsSentence ? 1 : 0) });
    if (endsSentence) break;
  }
  return words;
};

const roadEnd = (rest: string, digits: number): number | null => {
  const match = digits < 2 ? null : numberedRoad.exec(rest.trimStart());
  return match === null ? null : rest.length - rest.trimStart().length + match[0].length;
};

/** `rue de la Montagne`, `boul. René-Lévesque`, `rang 4`, `avenue principale`. */
const frenchEnd = (words: readonly Word[]): number | null => {
  const [type, ...names] = words;
  const leading = type === undefined ? null : leadingStreetTypeOf(type.text);
  if (type === undefined || leading === null) return null;
  const first = names.findIndex(({ text }) => !particles.test(text));
  const name = names[first];
  if (name === undefined || first > 2) return null;
  if (!startsName(name.text)) {
    const plain = first === 0 && ["RUE", "AVE", "BLVD", "CH"].includes(leading) && !notInNames.has(name.text.toLowerCase());
    return plain && type.text === type.text.toLowerCase() ? name.end : null;
  }
  let last = first;
  while (last - first < 3 && (nameGoesOn(names, last) || (particles.test(names[last + 1]?.text ?? "") && nameGoesOn(names, last + 1))))
    last += 1;
  return names[last]?.end ?? name.end;
};

const nameGoesOn = (names: readonly Word[], at: number): boolean =>
  startsName(names[at + 1]?.text ?? "") && !/\.$/.test(names[at]?.text ?? "");

/** `Main Street`, `104 St`, `3e Rang`, `sussex drive`: the last type that names capitalized up to it lead to. */
const englishEnd = (words: readonly Word[]): number | null => {
  for (let at = Math.min(5, words.length - 1); at >= 1; at -= 1) {
    const type = words[at];
    const names = words.slice(0, at).map(({ text }) => text);
    if (type !== undefined && isStreet(names, type.text, words[at + 1]?.text)) return type.end;
  }
  return null;
};

const isStreet = (names: readonly string[], type: string, next: string | undefined): boolean => {
  const short = streetTypeOf(type);
  if (short === null || /^[NSEWO]\.?$/i.test(type) || noStreets.test(`${names.at(-1) ?? ""} ${type}`)) return false;
  if (names.some((name) => name !== "A" && notInNames.has(name.toLowerCase()))) return false;
  const named = names.every(startsName);
  if (named && startsName(type)) return true;
  // "met dr smith": a short word before another one is a title, not the end of an address.
  if (!plainTypes.has(short) || (shortTypes.test(type) && next !== undefined)) return false;
  return named || names.length <= 2;
};

const startsName = (word: string): boolean => /^(?:[\p{Lu}\p{N}]|[dl]['’]\p{Lu})/u.test(word);

const withTail = (rest: string, end: number): number => {
  const afterDirection = end + (direction.exec(rest.slice(end))?.[0].length ?? 0);
  return afterDirection + (unit.exec(rest.slice(afterDirection))?.[0].length ?? 0);
};
