import { countInside, findCut, listCutsOfBoundaries, overlapsOf } from "@cml/db/map";
import type { Actor } from "@cml/domain/kernel";
import { type BoundaryPreview, type CutDetail, type CutGeometry, mostOverlaps } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { mapScopeOf, requireWholeMapFor } from "../require-map-scope";
import { fetchBoundary } from "./fetch-boundary";
import { hereOf } from "./search-boundaries";

/** A boundary before it becomes turf: its shape, what it holds, whom to thank, and the turf it has become already. Throws as `fetchBoundary`. */
export const previewBoundary = async (deps: Deps, actor: Actor, { key }: { key: string }): Promise<BoundaryPreview> => {
  requireWholeMapFor(actor, "cut.edit");
  const boundary = await fetchBoundary(deps, key);
  const { geometry, bounds, nameFr, isSimplified, credit, licenceUrl, fetchedAt, source } = boundary;
  const cut = await cutOfBoundary(deps, key);
  const [counts, overlaps] = await Promise.all([
    countInside(deps.db, geometry),
    overlapsOf(deps.db, { geometry, exceptId: cut?.id ?? null, scope: mapScopeOf(actor, "cut.edit"), take: mostOverlaps }),
  ]);
  return {
    ...hereOf(boundary),
    isHere: true,
    cutId: cut?.id ?? null,
    nameFr,
    geometry,
    bounds,
    isSimplified,
    credit: credit ?? (fetchedAt === null ? source : null),
    licenceUrl,
    fetchedAt,
    ...counts,
    overlaps,
    before: cut === null || isSameShape(cut.geometry, geometry) ? null : { ...cut, addresses: cut.addressCount },
  };
};

/** The turf a boundary has become. */
export const cutOfBoundary = async (deps: Deps, key: string): Promise<CutDetail | null> => {
  const id = (await listCutsOfBoundaries(deps.db, [key])).get(key);
  return id === undefined ? null : findCut(deps.db, id);
};

// jsonb gives an object's keys back in its own order.
export const isSameShape = (a: CutGeometry, b: CutGeometry): boolean =>
  a.type === b.type && JSON.stringify(a.coordinates) === JSON.stringify(b.coordinates);
