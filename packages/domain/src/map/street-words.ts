/** Street types and directions as they are written, in both languages, by the short form that stands in a search key. */
const typeSpellings: Readonly<Record<string, readonly string[]>> = {
  ABBEY: ["ABBEY"], ALLEY: ["ALLEY", "ALY"], ALLEE: ["ALLEE"], AUT: ["AUTOROUTE", "AUT"], AVE: ["AVENUE", "AVE", "AV"], BAY: ["BAY"],
  BLVD: ["BOULEVARD", "BLVD", "BOUL"], BROOK: ["BROOK"], BYPASS: ["BYPASS", "BYPA"], CH: ["CHEMIN", "CH", "CHE"], CIR: ["CIRCLE", "CIR"],
  CIRCT: ["CIRCUIT", "CIRCT"], CLOSE: ["CLOSE", "CL"], COMMON: ["COMMON"], COTE: ["COTE"], COURS: ["COURS"], COVE: ["COVE"],
  CRES: ["CRESCENT", "CRES", "CR", "CROIS", "CROISSANT"], CRNRS: ["CORNERS", "CRNRS"], CROSS: ["CROSSING", "CROSS"],
  CRT: ["COURT", "CRT", "CT"], DIVERS: ["DIVERSION", "DIVERS"], DR: ["DRIVE", "DR"], ESPL: ["ESPLANADE", "ESPL"], EST: ["ESTATES"],
  EXPY: ["EXPRESSWAY", "EXPY"], FWY: ["FREEWAY", "FWY"], GATE: ["GATE"], GDNS: ["GARDENS", "GDNS", "GARDEN"], GLEN: ["GLEN"],
  GREEN: ["GREEN"], GROVE: ["GROVE", "GRV"], HEATH: ["HEATH"], HILL: ["HILL"], HTS: ["HEIGHTS", "HTS"], HWY: ["HIGHWAY", "HWY"],
  IMP: ["IMPASSE", "IMP"], KEY: ["KEY"], LANE: ["LANE", "LN"], LANDNG: ["LANDING", "LANDNG"], LINE: ["LINE"], LINK: ["LINK"],
  LOOP: ["LOOP"], MALL: ["MALL"], MANOR: ["MANOR"], MEWS: ["MEWS"], MONTEE: ["MONTEE"], PARK: ["PARK", "PK"], PASS: ["PASSAGE", "PASS"],
  PATH: ["PATH", "PATHWAY", "PTWAY"], PKY: ["PARKWAY", "PKY", "PKWY"], PL: ["PLACE", "PL"], PLAT: ["PLATEAU", "PLAT"],
  PLAZA: ["PLAZA"], POINT: ["POINT", "PT"], PROM: ["PROMENADE", "PROM"], RANG: ["RANG", "RG"], RD: ["ROAD", "RD"], RIDGE: ["RIDGE"],
  RISE: ["RISE"], RLE: ["RUELLE", "RLE"], ROUTE: ["ROUTE", "RTE"], ROW: ["ROW"], RUE: ["RUE"], RUN: ["RUN"], SENTIER: ["SENTIER"],
  SQ: ["SQUARE", "SQ", "CARRE", "CAR"], ST: ["STREET", "ST", "STR"], SUBDIV: ["SUBDIVISION", "SUBDIV"], TERR: ["TERRACE", "TERR", "TSSE", "TERRASSE"],
  TRAIL: ["TRAIL", "TR"], TURN: ["TURN"], VALE: ["VALE"], VIEW: ["VIEW"], VILLAGE: ["VILLAGE"], WALK: ["WALK"], WAY: ["WAY"], WYND: ["WYND"],
}; // prettier-ignore

const directionSpellings: Readonly<Record<string, readonly string[]>> = {
  N: ["N", "NORTH", "NORD"], S: ["S", "SOUTH", "SUD"], E: ["E", "EAST", "EST"], W: ["W", "WEST", "OUEST", "O"],
  NE: ["NE", "NORTHEAST", "NORDEST"], NW: ["NW", "NO", "NORTHWEST", "NORDOUEST"],
  SE: ["SE", "SOUTHEAST", "SUDEST"], SW: ["SW", "SO", "SOUTHWEST", "SUDOUEST"],
}; // prettier-ignore

const provinceSpellings: Readonly<Record<string, readonly string[]>> = {
  AB: ["ALBERTA", "ALTA"], BC: ["BRITISH COLUMBIA", "COLOMBIE BRITANNIQUE", "CB"], MB: ["MANITOBA", "MAN"],
  NB: ["NEW BRUNSWICK", "NOUVEAU BRUNSWICK"], NL: ["NEWFOUNDLAND AND LABRADOR", "NEWFOUNDLAND", "TERRE NEUVE ET LABRADOR", "NFLD"],
  NS: ["NOVA SCOTIA", "NOUVELLE ECOSSE"], NT: ["NORTHWEST TERRITORIES", "TERRITOIRES DU NORD OUEST", "NWT"], NU: ["NUNAVUT"],
  ON: ["ONTARIO", "ONT"], PE: ["PRINCE EDWARD ISLAND", "ILE DU PRINCE EDOUARD", "PEI"], QC: ["QUEBEC", "PQ", "QUE"],
  SK: ["SASKATCHEWAN", "SASK"], YT: ["YUKON", "YUKON TERRITORY", "YK"],
}; // prettier-ignore

const invert = (spellings: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(spellings).flatMap(([short, words]) => [...words, short].map((word) => [word, short] as const)));

const types = invert(typeSpellings);
const directions = invert(directionSpellings);
const provinces = invert(provinceSpellings);

/** Types French puts before the name: `RUE SAINTE-CATHERINE`. */
const leadingTypes = new Set(["RUE", "CH", "AVE", "BLVD", "PL", "RANG", "MONTEE", "ROUTE", "COTE", "IMP", "ALLEE", "COURS", "RLE", "AUT", "SENTIER", "PROM", "SQ", "TERR", "CRES"]); // prettier-ignore

/** Upper case, accents folded, every run of other signs one space: how words of an address are compared. */
export const foldWords = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toUpperCase()
    .replaceAll("Œ", "OE")
    .replaceAll("Æ", "AE")
    .replace(/['’.]/g, "")
    .replace(/[^A-Z0-9]+/g, " ")
    .trim();

export const streetTypeOf = (word: string): string | null => types.get(foldWords(word)) ?? null;
export const leadingStreetTypeOf = (word: string): string | null => {
  const type = streetTypeOf(word);
  return type !== null && leadingTypes.has(type) ? type : null;
};
export const directionOf = (word: string): string | null => directions.get(foldWords(word)) ?? null;

/** `Alberta`, `Alta.`, `Qué.`, `bc` → the two-letter code; null for anything else. */
export const provinceOf = (text: string): string | null => provinces.get(foldWords(text)) ?? null;

/** Words of names that people write in two ways, by the one that stands in a street key. */
const nameSpellings: ReadonlyMap<string, string> = new Map([
  ["SAINT", "ST"], ["SAINTE", "STE"], ["MOUNT", "MT"], ["FORT", "FT"], ["FIRST", "1"], ["SECOND", "2"], ["THIRD", "3"], ["FOURTH", "4"],
  ["FIFTH", "5"], ["SIXTH", "6"], ["SEVENTH", "7"], ["EIGHTH", "8"], ["NINTH", "9"], ["TENTH", "10"], ["ELEVENTH", "11"], ["TWELFTH", "12"],
  ["PREMIERE", "1"], ["PREMIER", "1"], ["DEUXIEME", "2"], ["TROISIEME", "3"], ["QUATRIEME", "4"], ["CINQUIEME", "5"], ["SIXIEME", "6"],
  ["SEPTIEME", "7"], ["HUITIEME", "8"], ["NEUVIEME", "9"], ["DIXIEME", "10"],
]); // prettier-ignore

/** The name of a street or town as it stands in a street key: folded, lower case, `Saint` as `st`, `11th` and `11e` as `11`. */
export const foldName = (text: string): string =>
  foldWords(text)
    .split(" ")
    .map((word) => nameSpellings.get(word) ?? word.replace(/^(\d+)(?:ST|ND|RD|TH|RE|ER|E|EME|IEME)$/, "$1"))
    .join(" ")
    .toLowerCase();
