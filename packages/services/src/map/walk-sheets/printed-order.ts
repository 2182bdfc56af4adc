import type { TurfDoor } from "@cml/domain/map";

type PlacedUnit = TurfDoor["units"][number] & { place: number };
export type PrintedBuilding = Omit<TurfDoor, "units"> & { units: PlacedUnit[] };

/** Doors that left the turf since keep their number free. */
export const inPrintedOrder = (doors: readonly TurfDoor[], addressIds: readonly string[]): PrintedBuilding[] => {
  const places = new Map(addressIds.map((id, index) => [id, index + 1]));
  return doors
    .map((door) => ({ ...door, units: placed(door.units, places) }))
    .filter(({ units }) => units.length > 0)
    .sort((a, b) => (a.units[0]?.place ?? 0) - (b.units[0]?.place ?? 0));
};

const placed = (units: TurfDoor["units"], places: ReadonlyMap<string, number>): PlacedUnit[] =>
  units
    .flatMap((unit) => {
      const place = places.get(unit.id);
      return place === undefined ? [] : [{ ...unit, place }];
    })
    .sort((a, b) => a.place - b.place);
