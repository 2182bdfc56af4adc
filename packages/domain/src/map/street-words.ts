import { editDistance } from "./edit-distance";

/** Street types and directions as they are written, in both languages, by the short form that stands in a search key. */
const typeSpellings: Readonly<Record<string, readonly string[]>> = {
  ABBEY: ["ABBEY"], ACCESS: ["ACCESS"], ACRES: ["ACRES"], ALLEY: ["ALLEY", "ALY"], ALLEE: ["ALLEE"], AUT: ["AUTOROUTE", "AUT"],
  AVE: ["AVENUE", "AVE", "AV", "AVEN"], BAIE: ["BAIE"], BAY: ["BAY"], BEACH: ["BEACH"], BEND: ["BEND"], BLUFF: ["BLUFF"],
  BLVD: ["BOULEVARD", "BLVD", "BOUL", "BD"], BROOK: ["BROOK"], BYPASS: ["BYPASS", "BYPA"], BYWAY: ["BYWAY"], CAPE: ["CAPE"], CDS: ["CDS"],
  CH: ["CHEMIN", "CH", "CHE"], CHASE: ["CHASE"], CIR: ["CIRCLE", "CIR", "CERCLE"], CIRCT: ["CIRCUIT", "CIRCT"], CLOSE: ["CLOSE", "CL"],
  CNNCTR: ["CONNECTOR", "CNNCTR"], COMMON: ["COMMON"], CONC: ["CONCESSION", "CONC"], CORNER: ["CORNER"], COTE: ["COTE"], COURS: ["COURS"],
  COVE: ["COVE"], CRES: ["CRESCENT", "CRES", "CR", "CROIS", "CROISSANT", "CRESC"], CREST: ["CREST"], CRNRS: ["CORNERS", "CRNRS"], CROFT: ["CROFT"],
  CROSS: ["CROSS"], CRSSNG: ["CROSSING", "CRSSNG"], CRSSRD: ["CROSSROAD", "CROSSROADS", "CRSSRD"], CRT: ["COURT", "CRT", "CT", "COUR"],
  CTR: ["CENTRE", "CENTER", "CTR"], DALE: ["DALE"], DELL: ["DELL"], DESSTE: ["DESSERTE", "DESSTE"], DIVERS: ["DIVERSION", "DIVERS"],
  DOWNS: ["DOWNS"], DR: ["DRIVE", "DR", "DRV"], DRUNG: ["DRUNG"], DRVWAY: ["DRIVEWAY", "DRVWAY"], END: ["END"], ESPL: ["ESPLANADE", "ESPL"],
  EST: ["ESTATES", "ESTATE"], EXIT: ["EXIT"], EXPY: ["EXPRESSWAY", "EXPY"], EXTEN: ["EXTENSION", "EXTEN"], FIELD: ["FIELD"], FOREST: ["FOREST"],
  FRONT: ["FRONT"], FRRTE: ["FIRE ROUTE", "FRRTE"], FSR: ["FSR"], FWY: ["FREEWAY", "FWY"], GATE: ["GATE"], GDNS: ["GARDENS", "GDNS", "GARDEN"],
  GLADE: ["GLADE"], GLEN: ["GLEN"], GREEN: ["GREEN"], GRNDS: ["GROUNDS", "GRNDS"], GRNWAY: ["GREENWAY", "GRNWAY"], GROVE: ["GROVE", "GRV"],
  GTEWAY: ["GATEWAY", "GTEWAY"], HARBR: ["HARBOUR", "HARBR"], HAVEN: ["HAVEN"], HEATH: ["HEATH"], HGHLDS: ["HIGHLANDS", "HGHLDS"], HILL: ["HILL"],
  HOLLOW: ["HOLLOW"], HTS: ["HEIGHTS", "HTS"], HWY: ["HIGHWAY", "HWY"], ILE: ["ILE"], IMP: ["IMPASSE", "IMP"], INLET: ["INLET"],
  ISLAND: ["ISLAND"], KEEP: ["KEEP"], KEY: ["KEY"], KNOLL: ["KNOLL"], LANDNG: ["LANDING", "LANDNG"], LANE: ["LANE", "LN"],
  LANEWY: ["LANEWAY", "LANEWY"], LAWN: ["LAWN"], LINE: ["LINE"], LINK: ["LINK"], LKOUT: ["LOOKOUT", "LKOUT"], LMTS: ["LIMITS", "LMTS"],
  LOOP: ["LOOP"], MALL: ["MALL"], MANOR: ["MANOR"], MAZE: ["MAZE"], MEADOW: ["MEADOW"], MEWS: ["MEWS"], MONTEE: ["MONTEE"], MOUNT: ["MOUNT"],
  MTN: ["MOUNTAIN", "MTN"], ORCH: ["ORCHARD", "ORCH"], PARADE: ["PARADE"], PARK: ["PARK", "PK"], PASS: ["PASS"],
  PATH: ["PATH", "PATHWAY", "PTWAY"], PEAK: ["PEAK"], PKY: ["PARKWAY", "PKY", "PKWY"], PL: ["PLACE", "PL"], PLAT: ["PLATEAU", "PLAT"],
  PLAZA: ["PLAZA"], POINT: ["POINT", "PT", "POINTE"], PORT: ["PORT"], PROM: ["PROMENADE", "PROM", "PRMNDE"], PSSGE: ["PASSAGE", "PSSGE", "PASSGE"],
  PVT: ["PRIVATE", "PVT"], QUAI: ["QUAI"], QUAY: ["QUAY"], RANG: ["RANG", "RG"], RD: ["ROAD", "RD"], RDWAY: ["ROADWAY", "RDWAY"], REACH: ["REACH"],
  RIDGE: ["RIDGE"], RISE: ["RISE"], RLE: ["RUELLE", "RLE"], ROUTE: ["ROUTE", "RTE"], ROW: ["ROW"], RTOFWY: ["RTOFWY"], RUE: ["RUE"], RUN: ["RUN"],
  SENTIER: ["SENTIER", "SENT"], SIDERD: ["SIDEROAD", "SIDERD"], SQ: ["SQUARE", "SQ", "CARRE", "CAR"], ST: ["STREET", "ST", "STR"],
  STRIP: ["STRIP"], STROLL: ["STROLL"], SUBDIV: ["SUBDIVISION", "SUBDIV"], TERR: ["TERRACE", "TERR", "TSSE", "TERRASSE", "TER"],
  TLINE: ["TOWNLINE", "TLINE"], TRACE: ["TRACE"], TRAIL: ["TRAIL", "TR", "TRL"], TRNABT: ["TURNABOUT", "TRNABT"], TRNPKE: ["TURNPIKE", "TRNPKE"],
  TRNRND: ["TRNRND"], TRTCRR: ["TRTCRR"], TURN: ["TURN"], VALE: ["VALE"], VIEW: ["VIEW"], VILLAGE: ["VILLAGE", "VILLGE"], VILLAS: ["VILLAS"],
  VISTA: ["VISTA"], VOIE: ["VOIE"], WALK: ["WALK"], WAY: ["WAY", "WY"], WHARF: ["WHARF"], WLKWAY: ["WALKWAY", "WLKWAY"], WOOD: ["WOOD"],
  WOODS: ["WOODS"], WYND: ["WYND"],
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

/** Spellings long enough that one slip leaves them recognisable. */
const longTypes = [...types].filter(([word]) => word.length >= 4);
const longDirections = [...directions].filter(([word]) => word.length >= 3);

/** The type or direction a word was meant to be, when one slip of the pen stands between; null for a word that is one, or is none. */
export const nearlyStreetType = (word: string): string | null => nearest(longTypes, word);
export const nearlyDirection = (word: string): string | null => nearest(longDirections, word);

const nearest = (spellings: readonly (readonly [word: string, short: string])[], word: string): string | null => {
  const folded = foldWords(word);
  return folded.length < 3 ? null : (spellings.find(([spelling]) => editDistance(spelling, folded, 1) === 1)?.[1] ?? null);
};

/** The name of a street or town as it stands in a street key: folded, lower case, `Saint` as `st`, `11th` and `11e` as `11`. */
export const foldName = (text: string): string =>
  foldWords(text)
    .split(" ")
    .map((word) => nameSpellings.get(word) ?? word.replace(/^(\d+)(?:ST|ND|RD|TH|RE|ER|E|EME|IEME)$/, "$1"))
    .join(" ")
    .toLowerCase();
