import { type BoundaryBox, listBoundaryBoxes, listBoundaryGeometries } from "@cml/db/map";
import type { LatLng } from "@cml/domain/kernel";
import { type CutGeometry, holdsPoint, indexBounds } from "@cml/domain/map";
import type { Deps } from "../../deps";

type Loaded = { districts: number; near: (point: LatLng) => BoundaryBox[]; outlines: Map<string, CutGeometry>; loadedAt: number };
type Kept = { loading: Promise<Loaded> | null };
type NeedsDistricts = Pick<Deps, "db" | "clock" | "events">;

// An event that got lost must not leave a process with old districts for ever.
const keepMs = 600_000;
const mostOutlines = 4000;
const kept = new WeakMap<object, Kept>();

/** Frames of all districts, read once; an outline is read when a point first falls into its frame. Dropped when districts change. */
const loaded = async (deps: NeedsDistricts): Promise<Loaded> => {
  const mine = kept.get(deps.events) ?? begin(deps);
  const now = deps.clock.now();
  const known = await mine.loading;
  if (known !== null && now.getTime() - known.loadedAt < keepMs) return known;
  // Whoever asked first while nothing (or something old) was kept loads for all.
  const loading = known === null && mine.loading !== null ? mine.loading : load(deps, now);
  mine.loading = loading;
  // A database that did not answer is asked again by the next point.
  loading.catch(() => {
    if (mine.loading === loading) mine.loading = null;
  });
  return loading;
};

const begin = (deps: NeedsDistricts): Kept => {
  const mine: Kept = { loading: null };
  deps.events.subscribe((event) => {
    if (event.type === "boundaries.changed") mine.loading = null;
  });
  kept.set(deps.events, mine);
  return mine;
};

const indexed = (boxes: BoundaryBox[]) => ({ near: indexBounds(boxes), districts: boxes.length });

const load = async (deps: NeedsDistricts, now: Date): Promise<Loaded> => ({
  ...indexed(await listBoundaryBoxes(deps.db, now)),
  outlines: new Map(),
  loadedAt: now.getTime(),
});

/** Whether any district was imported at all: without one nobody need look for a place's point. */
export const hasDistricts = async (deps: NeedsDistricts): Promise<boolean> => (await loaded(deps)).districts > 0;

export type DistrictAt = Pick<BoundaryBox, "set" | "externalId" | "nameEn" | "nameFr"> & { key: string };

/** The imported districts that hold a point today, of every set; a point on a border is in both. */
export const districtsAt = async (deps: NeedsDistricts, point: LatLng): Promise<DistrictAt[]> => {
  const { near, outlines } = await loaded(deps);
  const now = deps.clock.now();
  const candidates = near(point).filter(({ validFrom, validTo }) => validFrom <= now && (validTo === null || validTo > now));
  const missing = candidates.map(({ id }) => id).filter((id) => !outlines.has(id));
  if (missing.length > 0) {
    if (outlines.size > mostOutlines) outlines.clear();
    for (const [id, outline] of await listBoundaryGeometries(deps.db, missing)) outlines.set(id, outline);
  }
  return candidates.flatMap(({ id, set, externalId, nameEn, nameFr }) => {
    const outline = outlines.get(id);
    return outline !== undefined && holdsPoint(outline, point) ? [{ key: `${set}/${externalId}`, set, externalId, nameEn, nameFr }] : [];
  });
};
