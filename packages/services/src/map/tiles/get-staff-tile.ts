import { listCutDetails, listCutIdsOfUser, listTileClusters, listTileDoors } from "@cml/db/map";
import { hasPermission } from "@cml/domain/auth";
import { type Actor, AppError } from "@cml/domain/kernel";
import { clusterZoomOf, type CutScope, cutScopeOf, singleDoorsFromZoom, type Tile, tileExtent } from "@cml/domain/map";
import { encodeTile, type TileLayer } from "@cml/formats";
import type { Deps } from "../../deps";
import { areaFeature, pointFeature } from "./tile-geometry";

// A tile denser than this at street zoom could not be told apart on a screen anyway.
const mostDoors = 20_000;

/**
 * The working map: areas, and doors with support and visit state (single from zoom 16, gathered below it). Organisers see what their
 * permission covers, volunteers the doors of turf that is out with them, nobody else anything (UNAUTHENTICATED, FORBIDDEN).
 */
export const getStaffTile = async (deps: Deps, actor: Actor, tile: Tile): Promise<Uint8Array> => {
  const scope = await tileScope(deps, actor);
  const cuts = await listCutDetails(deps.db, scope);
  const areas = cuts.map((cut) =>
    areaFeature(tile, cut.geometry, {
      id: cut.id,
      name: cut.name,
      color: cut.color,
      doors: cut.addressCount,
      completion: cut.completionPercentage,
    }),
  );
  return encodeTile([{ name: "cuts", extent: tileExtent, features: areas }, await doorLayer(deps, tile, scope)]);
};

/** Who is asked for in a shared cache's stead: tiles of different scopes never share an ETag. */
export const tileScope = async (deps: Deps, actor: Actor): Promise<CutScope> => {
  if (actor.kind !== "user") throw new AppError("UNAUTHENTICATED", "auth.signInFirst");
  if (hasPermission(actor, "location.view")) return cutScopeOf(actor, "location.view");
  if (!hasPermission(actor, "canvass.walk")) throw new AppError("FORBIDDEN", "auth.notAllowed");
  return listCutIdsOfUser(deps.db, actor.userId);
};

const doorLayer = async (deps: Deps, tile: Tile, scope: CutScope): Promise<TileLayer> => {
  if (scope !== "all" && scope.length === 0) return { name: "doors", extent: tileExtent, features: [] };
  if (tile.z >= singleDoorsFromZoom) {
    const doors = await listTileDoors(deps.db, { tile, scope, limit: mostDoors });
    const features = doors.map(({ id, address, units, supportLevel, lastOutcome, visitedUnits, ...point }) =>
      pointFeature(tile, point, { id, address, units, support: supportLevel, outcome: lastOutcome, visited: visitedUnits }),
    );
    return { name: "doors", extent: tileExtent, features };
  }
  const clusters = await listTileClusters(deps.db, { tile, clusterZoom: clusterZoomOf(tile.z), scope });
  const features = clusters.map(({ locations, doors, visited, ...point }) => pointFeature(tile, point, { locations, doors, visited }));
  return { name: "clusters", extent: tileExtent, features };
};
