import { findMapSettings } from "@cml/db/settings";
import { type Actor, AppError } from "@cml/domain/kernel";
import { groundOfAddress, type MapGround, type MapSettings, plainGround } from "@cml/domain/settings";
import { type Basemap, openBasemap } from "@cml/formats";
import { buffer } from "node:stream/consumers";
import type { Deps } from "../../deps";

type Opened = { key: string; basemap: Basemap };

// Directories of the file are kept with it; another file of another name is opened anew.
const openedOf = new WeakMap<Deps["events"], Opened>();

/** The basemap at a storage key; read by ranges, so a file of many gigabytes costs no memory. */
const basemapAt = (deps: Pick<Deps, "events" | "storage">, key: string): Basemap => {
  const held = openedOf.get(deps.events);
  if (held?.key === key) return held.basemap;
  const basemap = openBasemap(key, async (start, length) => {
    const file = await deps.storage.open(key, { start, end: start + length - 1 });
    if (file === null) throw new AppError("NOT_FOUND", "import.fileGone");
    return buffer(file.stream);
  });
  openedOf.set(deps.events, { key, basemap });
  return basemap;
};

/**
 * What maps lie on: the style or tiles of an address in the settings, else a basemap of our own, else the address of the environment,
 * else our lines on a plain ground.
 */
export const readGround = async (deps: Deps, settings: MapSettings): Promise<MapGround> => {
  const { basemapFileKey } = settings;
  const address = addressOf(deps, settings);
  if (address !== null) return groundOfAddress(address);
  if (basemapFileKey === null) return plainGround;
  try {
    const { format, maxZoom, layers } = await basemapAt(deps, basemapFileKey).facts();
    // Another name with another file, so that no browser mixes the tiles of two.
    const tiles = `/tiles/basemap/{z}/{x}/{y}?of=${basemapFileKey.slice(-12)}`;
    if (format !== "mvt") return { kind: "raster", tiles, maxZoom };
    return { kind: "vector", tiles, maxZoom, schema: layers.includes("transportation") ? "openmaptiles" : "protomaps" };
  } catch (error) {
    deps.logger.warn({ error: String(error) }, "the basemap cannot be read; maps are plain");
    return plainGround;
  }
};

const addressOf = ({ config }: Pick<Deps, "config">, { basemapUrl, basemapFileKey }: MapSettings): string | null =>
  basemapUrl ?? (basemapFileKey === null ? config.basemapUrl : null);

/** What the basemap of our own is; null where there is none. */
export const getBasemapFacts = async (deps: Deps, _actor: Actor) => {
  const { basemapFileKey } = await findMapSettings(deps.db);
  if (basemapFileKey === null) return null;
  const { format, maxZoom, attribution } = await basemapAt(deps, basemapFileKey).facts();
  return { format, maxZoom, attribution };
};

/** The address pages must be let to fetch from, as a template or a style; null: nothing but our own server. */
export const getBasemapAddress = async (deps: Pick<Deps, "config" | "db">): Promise<string | null> =>
  addressOf(deps, await findMapSettings(deps.db));

const types = { mvt: "application/vnd.mapbox-vector-tile", png: "image/png", jpeg: "image/jpeg", webp: "image/webp" } as const;

/** One tile of our own basemap; null where it has none. Throws NOT_FOUND where there is no basemap. */
export const getBasemapTile = async (
  deps: Deps,
  _actor: Actor,
  { z, x, y }: { z: number; x: number; y: number },
): Promise<{ bytes: Uint8Array; type: string } | null> => {
  const { basemapFileKey } = await findMapSettings(deps.db);
  if (basemapFileKey === null) throw new AppError("NOT_FOUND", "import.fileGone");
  const basemap = basemapAt(deps, basemapFileKey);
  const [{ format }, bytes] = await Promise.all([basemap.facts(), basemap.tile(z, x, y)]);
  return bytes === null ? null : { bytes, type: types[format] };
};
