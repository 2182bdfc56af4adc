import {
  countCut,
  countInside as countStoredInside,
  figuresOfCuts,
  findCut,
  listCutDetails,
  listCuts as listStoredCuts,
  listPublicCuts as listStoredPublicCuts,
  overlapsOf,
} from "@cml/db/map";
import { type Actor, AppError, type Page } from "@cml/domain/kernel";
import {
  boundsOf, type CountInsideInput, type Cut, type CutDetail, type CutFigures, type CutGeometry, type CutStatistics, isInScope, labelPointOf, type ListCutsInput, mostOverlaps, noFigures, publicCount, type PublicCut, readCutGeometry, requireCutInScope,
} from "@cml/domain/map"; // prettier-ignore
import type { Deps } from "../../deps";
import { mapScopeOf } from "../require-map-scope";

export const listCuts = (deps: Deps, actor: Actor, input: ListCutsInput): Promise<Page<Cut>> =>
  listStoredCuts(deps.db, input, mapScopeOf(actor, "cut.view"));

/** Every boundary the account may see, for the map. */
export const listCutBoundaries = (deps: Deps, actor: Actor): Promise<CutDetail[]> => listCutDetails(deps.db, mapScopeOf(actor, "cut.view"));

/** Throws NOT_FOUND. */
export const getCut = async (deps: Deps, actor: Actor, id: string): Promise<CutDetail> => {
  requireCutInScope(mapScopeOf(actor, "cut.view"), id);
  const cut = await findCut(deps.db, id);
  if (cut === null) throw new AppError("NOT_FOUND", "map.cut.notFound");
  return cut;
};

export const getCutStatistics = async (deps: Deps, actor: Actor, id: string): Promise<CutStatistics> => {
  await getCut(deps, actor, id);
  return countCut(deps.db, id);
};

/** What was said at the doors of some areas, in the order they were asked for; those out of sight are left out. */
export const listCutFigures = async (deps: Deps, actor: Actor, ids: readonly string[]): Promise<CutFigures[]> => {
  const scope = mapScopeOf(actor, "cut.view");
  const seen = ids.filter((id) => isInScope(scope, id));
  const figures = await figuresOfCuts(deps.db, seen);
  return seen.map((id) => figures.get(id) ?? noFigures(id));
};

/** How many buildings and doors a drawn shape holds, and which turf of the account has some of them already; stores nothing. */
export const countInside = async (deps: Deps, actor: Actor, { geometry, exceptId }: CountInsideInput) => {
  const scope = mapScopeOf(actor, "cut.edit");
  const tidy = requireGeometry(geometry);
  const [counts, overlaps] = await Promise.all([
    countStoredInside(deps.db, tidy),
    overlapsOf(deps.db, { geometry: tidy, exceptId, scope, take: mostOverlaps }),
  ]);
  const [west, south, east, north] = boundsOf(tidy);
  return { ...counts, overlaps, centre: { latitude: (south + north) / 2, longitude: (west + east) / 2 } };
};

/** Public areas for everybody: no count below ten, and nothing of their visits then either. */
export const listPublicCuts = async (deps: Deps): Promise<PublicCut[]> =>
  (await listStoredPublicCuts(deps.db)).map(({ id, name, description, color, opacity, category, bounds, geometry, ...counted }) => {
    const addressCount = publicCount(counted.addressCount);
    const completionPercentage = addressCount === null ? null : counted.completionPercentage;
    return { id, name, description, color, opacity, category, bounds, addressCount, completionPercentage, labelAt: labelPointOf(geometry) };
  });

/** The shape as it is stored; throws INVALID `map.geometry.<problem>` with the place at fault. */
export const requireGeometry = (geometry: CutGeometry): CutGeometry => {
  const read = readCutGeometry(geometry);
  if ("geometry" in read) return read.geometry;
  const place = read.at === null ? "" : `${read.at.latitude.toFixed(5)}, ${read.at.longitude.toFixed(5)}`;
  throw new AppError("INVALID", `map.geometry.${read.problem}`, { place });
};
