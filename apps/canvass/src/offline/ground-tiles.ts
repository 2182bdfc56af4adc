import type { Bounds } from "@cml/domain/kernel";
import { toMercator } from "@cml/domain/map";
import type { MapGround } from "@cml/domain/settings";
import { openDB } from "idb";

/** Where tiles of the ground lie on the phone; the service worker answers from it (vite.config.ts). */
const groundCache = "ground";

const widestZoom = 13;
const closestLineZoom = 16;
/** A turf has a few dozen; an area as large as a province is not carried about. */
const mostTiles = 400;

/** Addresses of the tiles under these bounds, with a margin of one tile; none where they are somebody else's. */
export const groundTiles = ([west, south, east, north]: Bounds, ground: MapGround): string[] => {
  if (ground.kind === "style" || (ground.kind !== "plain" && !ground.tiles.startsWith("/"))) return [];
  const template = ground.kind === "plain" ? "/tiles/lines/{z}/{x}/{y}.mvt" : ground.tiles;
  const closest = ground.kind === "plain" ? closestLineZoom : Math.min(ground.maxZoom, closestLineZoom);
  const [topLeft, bottomRight] = [toMercator({ latitude: north, longitude: west }), toMercator({ latitude: south, longitude: east })];
  const found: string[] = [];
  for (let z = Math.min(widestZoom, closest); z <= closest; z += 1) {
    const side = 2 ** z;
    const span = (from: number, to: number) =>
      [Math.max(0, Math.floor(from * side) - 1), Math.min(side - 1, Math.floor(to * side) + 1)] as const;
    const [left, right] = span(topLeft.x, bottomRight.x);
    const [top, bottom] = span(topLeft.y, bottomRight.y);
    if (found.length + (right - left + 1) * (bottom - top + 1) > mostTiles) break;
    for (let x = left; x <= right; x += 1)
      for (let y = top; y <= bottom; y += 1)
        found.push(template.replace("{z}", String(z)).replace("{x}", String(x)).replace("{y}", String(y)));
  }
  return found;
};

/** Fetches what is not on the phone yet, one after another; whatever does not come is fetched another time. */
export const keepTiles = async (addresses: readonly string[], leaving: AbortSignal): Promise<void> => {
  // Pages without a secure connection have no cache; the map then needs its signal.
  if (!("caches" in window)) return;
  try {
    const cache = await caches.open(groundCache);
    for (const address of addresses) {
      if (leaving.aborted) return;
      if ((await cache.match(address)) === undefined) await cache.add(new Request(address, { signal: leaving }));
    }
  } catch {
    // No signal, or no room on the phone: the map is drawn without what is missing.
  }
};

/** Takes the ground off the phone: which tiles lie here says where somebody walks. */
export const dropTiles = async (): Promise<void> => {
  if (!("caches" in window)) return;
  try {
    await caches.delete(groundCache);
    await dropTimes();
  } catch {
    // A browser that forbids its storage has kept nothing.
  }
};

const timesDatabase = "workbox-expiration";
const timesStore = "cache-entries";

/** The service worker notes beside its cache when each tile was used, by its address. */
const dropTimes = async (): Promise<void> => {
  const known = await indexedDB.databases();
  // Opened by us first, it would lack what the service worker expects in it.
  if (!known.some(({ name }) => name === timesDatabase)) return;
  const times = await openDB(timesDatabase);
  if (times.objectStoreNames.contains(timesStore)) await times.clear(timesStore);
  times.close();
};
