import type { Db } from "@cml/db";
import { type EditableLocation, type EditMark, lockLocations } from "@cml/db/map";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { mapScopeOf, userIdOf } from "../require-map-scope";

/** A building held for a change. Throws NOT_FOUND outside the account's areas, CONFLICT when somebody saved since it was read. */
export const lockLocation = async (
  db: Db,
  actor: Actor,
  { id, updatedAt }: { id: string; updatedAt?: Date },
): Promise<EditableLocation> => {
  const [location] = await lockLocations(db, [id], mapScopeOf(actor, "location.edit"));
  if (location === undefined) throw new AppError("NOT_FOUND", "map.location.notFound");
  if (updatedAt !== undefined) requireUnchanged(location, updatedAt);
  return location;
};

/** Throws CONFLICT when a row is newer than what the person saw. */
export const requireUnchanged = (row: { updatedAt: Date }, seen: Date): void => {
  if (row.updatedAt.getTime() !== seen.getTime()) throw new AppError("CONFLICT", "map.location.changedMeanwhile");
};

/** Who and when: later than the row was last changed, whatever the clock says, so that the next reader can tell. */
export const markOf = (deps: Deps, actor: Actor, row?: { updatedAt: Date }): EditMark => {
  const now = deps.clock.now();
  const at = row !== undefined && row.updatedAt >= now ? new Date(row.updatedAt.getTime() + 1) : now;
  return { userId: userIdOf(actor), at };
};
