import { createHash } from "node:crypto";
import { gzip } from "node:zlib";
import { promisify } from "node:util";
import type { Deps } from "../../deps";

/** A drawn tile. `mark` is a hash of what it holds; `gzipped` is made once, when somebody first asks for it. */
export type DrawnTile = { bytes: Uint8Array; mark: string; gzipped: () => Promise<Buffer> };

type Kept = { version: string; tile: Promise<DrawnTile>; sizeBytes: number };
type Shelf = { kept: Map<string, Kept>; sizeBytes: number };

// What one process may hold; the tiles used longest ago go first.
const mostBytes = 64 * 1024 * 1024;
/** Beside its bytes a tile costs its place in the shelf, and may be held gzipped as well. */
const overheadBytes = 400;

// One for each process (and each test), as the settings' cache.
const shelves = new WeakMap<Deps["events"], Shelf>();

/** The tile of this key as drawn at this version, drawn now if nobody did; many who ask at once wait for one drawing. */
export const keptTile = (
  deps: Pick<Deps, "events">,
  { key, version }: { key: string; version: string },
  draw: () => Promise<Uint8Array>,
): Promise<DrawnTile> => {
  const shelf = shelfOf(deps.events);
  const held = shelf.kept.get(key);
  if (held?.version === version) {
    // The newest use goes to the end; what stands first is the oldest.
    shelf.kept.delete(key);
    shelf.kept.set(key, held);
    return held.tile;
  }
  if (held !== undefined) remove(shelf, key, held);
  const kept: Kept = { version, tile: drawn(draw), sizeBytes: overheadBytes };
  shelf.kept.set(key, kept);
  shelf.sizeBytes += kept.sizeBytes;
  kept.tile.then(
    ({ bytes }) => weigh(shelf, key, { kept, sizeBytes: overheadBytes + bytes.length * 1.4 }),
    () => shelf.kept.get(key) === kept && remove(shelf, key, kept),
  );
  return kept.tile;
};

const drawn = async (draw: () => Promise<Uint8Array>): Promise<DrawnTile> => {
  const bytes = await draw();
  let packed: Promise<Buffer> | null = null;
  return {
    bytes,
    mark: createHash("sha256").update(bytes).digest("base64url").slice(0, 22),
    gzipped: () => (packed ??= promisify(gzip)(bytes, { level: 5 })),
  };
};

const weigh = (shelf: Shelf, key: string, { kept, sizeBytes }: { kept: Kept; sizeBytes: number }): void => {
  if (shelf.kept.get(key) !== kept) return;
  shelf.sizeBytes += sizeBytes - kept.sizeBytes;
  kept.sizeBytes = sizeBytes;
  for (const [oldest, old] of shelf.kept) {
    if (shelf.sizeBytes <= mostBytes) return;
    remove(shelf, oldest, old);
  }
};

const remove = (shelf: Shelf, key: string, { sizeBytes }: Kept): void => {
  shelf.kept.delete(key);
  shelf.sizeBytes -= sizeBytes;
};

const shelfOf = (events: Deps["events"]): Shelf => {
  const known = shelves.get(events);
  if (known !== undefined) return known;
  const shelf: Shelf = { kept: new Map(), sizeBytes: 0 };
  shelves.set(events, shelf);
  return shelf;
};
