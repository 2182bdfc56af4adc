import { createHash } from "node:crypto";
import { findTurfScope, type MapVersions, readMapVersions } from "@cml/db/map";
import { hasPermission } from "@cml/domain/auth";
import { type Actor, AppError } from "@cml/domain/kernel";
import { type CutScope, cutScopeOf, type LocationFilter, type Tile, writeLocationFilter } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { cutLayer } from "./cut-layer";
import { doorLayer } from "./door-layer";
import { type DrawnTile, keptTile } from "./kept-tiles";

export type StaffTileInput = { tile: Tile; filter: LocationFilter };

/**
 * The working map: areas, and doors with support, visit and sign (single from zoom 16, gathered below it). Organisers see what their
 * permission covers, volunteers the doors of turf that is out with them, nobody else anything (UNAUTHENTICATED, FORBIDDEN).
 * Accounts of the same scope share what was drawn until a version moves.
 */
export const getStaffTile = async (deps: Deps, actor: Actor, { tile, filter }: StaffTileInput): Promise<DrawnTile> => {
  const { scope, turfs, mark } = await tileScope(deps, actor);
  const versions = await readMapVersions(deps.db);
  // A tile has its own bounds.
  const asked = { ...filter, bounds: null };
  const now = deps.clock.now();
  const key = ["staff", tile.z, tile.x, tile.y, shortHash(mark), filterKey(asked, now)].join("/");
  return keptTile(deps, { key, version: `${versions.doors}.${versions.cuts}` }, async () => {
    const [doors, cuts] = await Promise.all([
      doorLayer(deps, { tile, scope, turfs, filter: asked, now }),
      cutLayer(deps, { tile, scope, versions }, ({ id, name, color, addressCount, completionPercentage }) => ({
        id,
        name,
        color,
        doors: addressCount,
        completion: completionPercentage,
      })),
    ]);
    return Buffer.concat([doors, cuts]);
  });
};

/** The versions tiles are kept by, for maps that stand open. Who may not see the map sees no version either. */
export const getTileVersions = async (deps: Deps, actor: Actor): Promise<MapVersions> => {
  await tileScope(deps, actor);
  return readMapVersions(deps.db);
};

/** Areas, and where the account only walks, the hand-outs whose doors it may see; accounts of one mark see the same. */
type TileScope = { scope: CutScope; turfs: string[] | null; mark: string };

const tileScope = async (deps: Deps, actor: Actor): Promise<TileScope> => {
  if (actor.kind !== "user") throw new AppError("UNAUTHENTICATED", "auth.signInFirst");
  if (hasPermission(actor, "location.view")) {
    const scope = cutScopeOf(actor, "location.view");
    return { scope, turfs: null, mark: scope === "all" ? "all" : [...scope].sort().join() };
  }
  if (!hasPermission(actor, "canvass.walk")) throw new AppError("FORBIDDEN", "auth.notAllowed");
  const { cutIds, assignmentIds, mark } = await findTurfScope(deps.db, actor.userId);
  return { scope: cutIds, turfs: assignmentIds, mark };
};

const shortHash = (mark: string): string => (mark === "all" ? mark : createHash("sha256").update(mark).digest("base64url").slice(0, 22));

/** "Within thirty days" moves with the day; an hour is fine enough. */
const filterKey = (filter: LocationFilter, now: Date): string => {
  const moves = filter.visited !== null && /\d/.test(filter.visited);
  return JSON.stringify([writeLocationFilter(filter), moves ? Math.floor(now.getTime() / 3_600_000) : 0]);
};
