import { groupByFloor } from "../unit-list";

/**
 * Units of a building larger than a turf in parts of about `target`, from the ground up: a part ends with a floor where one does, and
 * within a floor only when that alone is larger than a turf.
 */
export const splitByFloor = <T extends { unitNumber: string | null }>(units: readonly T[], target: number): T[][] => {
  const parts = Math.max(1, Math.round(units.length / target));
  const floors = groupByFloor(units).flatMap((group) => pieces(group.units, Math.ceil(units.length / parts)));
  const result: T[][] = [];
  let [taken, part] = [0, [] as T[]];
  for (const floor of floors) {
    const goal = ((result.length + 1) * units.length) / parts;
    const isNearerWithout = part.length > 0 && Math.abs(taken - goal) <= Math.abs(taken + floor.length - goal);
    if (isNearerWithout && result.length < parts - 1) {
      result.push(part);
      part = [];
    }
    part.push(...floor);
    taken += floor.length;
  }
  if (part.length > 0) result.push(part);
  return result;
};

const pieces = <T>(units: T[], most: number): T[][] => {
  const count = Math.ceil(units.length / most);
  const size = Math.ceil(units.length / count);
  return Array.from({ length: count }, (_, index) => units.slice(index * size, (index + 1) * size));
};
