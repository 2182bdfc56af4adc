import type { Db } from "@cml/db";
import { listLinesIn } from "@cml/db/map";
import type { Bounds, LatLng } from "@cml/domain/kernel";
import { barriersOf, type CutBarrier } from "@cml/domain/map";

/** Degrees around the doors: a river between two of them may bend beyond both. */
const around = 0.002;

/** Water, rails and major roads among these doors, which a walk goes around or leaves for its end. */
export const barriersAmong = async (db: Pick<Db, "pool">, stops: readonly LatLng[]): Promise<CutBarrier[]> => {
  if (stops.length < 2) return [];
  const bounds: Bounds = [180, 90, -180, -90];
  for (const { latitude, longitude } of stops) {
    bounds[0] = Math.min(bounds[0], longitude - around);
    bounds[1] = Math.min(bounds[1], latitude - around);
    bounds[2] = Math.max(bounds[2], longitude + around);
    bounds[3] = Math.max(bounds[3], latitude + around);
  }
  return barriersOf(await listLinesIn(db, bounds));
};
