type Named = { origins: string[]; sources: string[] };

const textsOf = (value: unknown): string[] =>
  typeof value === "string" ? [value] : Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/**
 * Where a map style fetches from, as far as the style says so: `origins` of its tiles, pictures, signs and letters, and `sources`, the
 * addresses of descriptions that name tiles in turn. Addresses may be relative to `base`; anything but http and https is nothing to us.
 */
export const placesOfStyle = (style: unknown, base: string): Named => {
  if (!isObject(style)) return { origins: [], sources: [] };
  const sources = isObject(style["sources"]) ? Object.values(style["sources"]).filter(isObject) : [];
  const described = sources.filter(({ type }) => type !== "image" && type !== "video").flatMap(({ url }) => textsOf(url));
  const sprites = Array.isArray(style["sprite"])
    ? style["sprite"].filter(isObject).flatMap(({ url }) => textsOf(url))
    : textsOf(style["sprite"]);
  const named = [
    ...sources.flatMap(({ tiles, data, url, urls }) => [tiles, data, url, urls].flatMap(textsOf)),
    ...sprites,
    ...textsOf(style["glyphs"]),
  ];
  return { origins: originsOf(named, base), sources: described.flatMap((address) => webAddress(address, base) ?? []) };
};

/** Where the tiles lie that a description of a source (TileJSON) names. */
export const originsOfSource = (source: unknown, base: string): string[] =>
  isObject(source) ? originsOf(textsOf(source["tiles"]), base) : [];

/** The origin of a style's or a tile's address; null where it has none. */
export const originOf = (address: string, base?: string): string | null => {
  const found = webAddress(address, base);
  return found === null ? null : new URL(found).origin;
};

const originsOf = (addresses: readonly string[], base: string): string[] => [
  ...new Set(addresses.flatMap((address) => originOf(address, base) ?? [])),
];

// Braces of {z} and of {fontstack} stand in paths, and some name servers by them: those cannot be known.
const webAddress = (address: string, base?: string): string | null => {
  const plain = address.replace(/[{}]/g, "");
  if (/^[a-z]+:\/\/[^/]*\{/i.test(address) || !URL.canParse(plain, base)) return null;
  const url = new URL(plain, base);
  return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
};
