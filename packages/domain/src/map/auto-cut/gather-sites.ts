import type { CutBuilding, CutSite } from "./cut-site";
import { splitByFloor } from "./split-by-floor";

/** Sites from north to south: first those that turfs are made of, then the floors of buildings larger than a turf, each a turf of its own. */
export const gatherSites = (
  buildings: readonly CutBuilding[],
  mostDoors: number,
  targetDoors: number,
): { plain: CutSite[]; floors: CutSite[] } => {
  const plain = new Map<string, CutSite>();
  const floors: CutSite[] = [];
  for (const building of inOrder(buildings)) {
    const { id, units = [], doors, address, streetKey, civicNumber, poll, latitude, longitude } = building;
    const site = { latitude, longitude, doors, address, streetKey, civicNumber, poll, locationIds: [id], addressIds: null };
    if (doors > mostDoors && units.length > mostDoors) {
      const parts = splitByFloor(units, targetDoors);
      floors.push(...parts.map((part) => ({ ...site, doors: part.length, addressIds: part.map((unit) => unit.id) })));
      continue;
    }
    const key = `${latitude} ${longitude}`;
    const here = plain.get(key);
    if (here === undefined) plain.set(key, site);
    else {
      here.doors += doors;
      here.locationIds.push(id);
    }
  }
  return { plain: [...plain.values()], floors };
};

/** The order of what is handed in must not change how it is cut. */
const inOrder = (buildings: readonly CutBuilding[]): CutBuilding[] =>
  [...buildings].sort((a, b) => b.latitude - a.latitude || a.longitude - b.longitude || (a.id < b.id ? -1 : 1));
