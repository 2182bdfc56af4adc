import { type CutCounts, type CutOutline, listCutCounts, listCutOutlines, type MapVersions } from "@cml/db/map";
import type { CutGeometry, CutScope, Tile } from "@cml/domain/map";
import { isInScope, tileExtent } from "@cml/domain/map";
import { encodeTile, type TileFeature } from "@cml/formats";
import type { Deps } from "../../deps";
import { drawShape, type MercatorShape, shapeOf } from "./tile-shape";

type DrawnCut = Omit<CutOutline, "geometry"> & { shape: MercatorShape };
type Kept = { version: string; cuts: Promise<DrawnCut[]>; countsVersion: string; counts: Promise<ReadonlyMap<string, CutCounts>> };

// Parsed and projected once for each version of the areas, and counted once for each version of the doors.
const keptOf = new WeakMap<Deps["events"], Kept>();

/** Areas of the whole map or of a scope, as one layer of a tile; `describe` gives what it tells of each, null leaves it out. */
export const cutLayer = async (
  deps: Pick<Deps, "db" | "events">,
  { tile, scope, versions }: { tile: Tile; scope: CutScope; versions: MapVersions },
  describe: (cut: DrawnCut & CutCounts) => TileFeature["properties"] | null,
): Promise<Uint8Array> => {
  const { cuts, counts } = await readCuts(deps, versions);
  const features = cuts.flatMap((cut): TileFeature[] => {
    if (!isInScope(scope, cut.id)) return [];
    const properties = describe({ ...cut, ...(counts.get(cut.id) ?? { addressCount: 0, completionPercentage: 0 }) });
    const geometry = properties === null ? null : drawShape(cut.shape, tile);
    return properties === null || geometry === null ? [] : [{ geometry, properties }];
  });
  return encodeTile([{ name: "cuts", extent: tileExtent, features }]);
};

const readCuts = async (deps: Pick<Deps, "db" | "events">, versions: MapVersions) => {
  const held = keptOf.get(deps.events);
  const countsVersion = `${versions.doors}.${versions.cuts}`;
  const isSame = held?.version === versions.cuts;
  const kept: Kept = {
    version: versions.cuts,
    cuts: isSame ? held.cuts : listCutOutlines(deps.db).then((rows) => rows.map(toDrawn)),
    countsVersion,
    counts: held?.countsVersion === countsVersion ? held.counts : listCutCounts(deps.db),
  };
  keptOf.set(deps.events, kept);
  try {
    const [cuts, counts] = await Promise.all([kept.cuts, kept.counts]);
    return { cuts, counts };
  } catch (error) {
    keptOf.delete(deps.events);
    throw error;
  }
};

const toDrawn = ({ geometry, ...cut }: CutOutline): DrawnCut => ({ ...cut, shape: shapeOf(polygonsOf(geometry), true) });

const polygonsOf = (geometry: CutGeometry) => (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates);
