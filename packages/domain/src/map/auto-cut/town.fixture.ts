import type { LatLng } from "../../kernel/geo";
import type { CutGeometry } from "../cut-geometry";
import { indexBarriers } from "./barrier-index";
import type { CutBarrier, CutBuilding } from "./cut-site";
import { dice } from "./dice";

/** A place so many metres east and north of the town's corner. */
export const metres = (east: number, north: number): LatLng => ({
  latitude: 49 + north / 111_195,
  longitude: -123 + east / (111_195 * Math.cos((49 * Math.PI) / 180)),
});

const lineOf = (kind: CutBarrier["kind"], places: [number, number][]): CutBarrier => ({
  kind,
  line: places.map(([east, north]) => [metres(east, north).longitude, metres(east, north).latitude]),
});

/** A town of streets with houses on both sides, a river, a railway, a major road, cul-de-sacs and towers. */
export const aTown = ({ seed, blocks }: { seed: number; blocks: number }) => {
  const roll = dice(seed);
  const width = blocks * 240;
  const buildings: CutBuilding[] = [];
  const add = ([east, north]: [number, number], street: string, civicNumber: number): void => {
    const kind = roll();
    const doors = kind < 0.85 ? 1 : kind < 0.97 ? 2 + Math.floor(roll() * 8) : kind < 0.995 ? 12 + Math.floor(roll() * 30) : 90 + Math.floor(roll() * 120); // prettier-ignore
    const id = `b${String(buildings.length).padStart(6, "0")}`;
    const units = Array.from({ length: doors > 40 ? doors : 0 }, (_, index) => ({ id: `${id}-${index}`, unitNumber: `${Math.floor(index / 8) + 1}${String(index % 8).padStart(2, "0")}` })); // prettier-ignore
    const place = metres(east + roll() * 4, north + roll() * 4);
    buildings.push({ id, ...place, doors, address: `${civicNumber} ${street}`, streetKey: street, civicNumber, poll: null, units });
  };
  for (let block = 0; block < blocks * 2; block += 1) {
    const north = block * 120 + 30;
    for (let east = 20; east < width; east += 16) {
      if (roll() < 0.06) continue;
      add([east, north - 14], `street ${block}`, Math.round(east / 8) * 2);
      add([east, north + 14], `street ${block}`, Math.round(east / 8) * 2 + 1);
    }
    // A dead end off the street.
    const east = 40 + roll() * (width - 80);
    for (let step = 0; step < 3; step += 1) add([east, north + 38 + step * 12], `close ${block}`, step + 1);
  }
  const bend = width * (0.3 + roll() * 0.4);
  const barriers = [
    lineOf("water", [[bend, -500], [bend + 60, width / 3], [bend - 80, width / 1.5], [bend + 20, width + 900]]), // prettier-ignore
    lineOf("rail", [
      [-500, width * 0.62],
      [width + 500, width * 0.7],
    ]),
    lineOf("road", [
      [-500, width * 0.25],
      [width + 500, width * 0.25],
    ]),
  ];
  const corners = [[-60, -60], [width + 60, -60], [width + 60, width + 60], [-60, width + 60], [-60, -60]]; // prettier-ignore
  const area: CutGeometry = { type: "Polygon", coordinates: [corners.map(([east = 0, north = 0]) => [metres(east, north).longitude, metres(east, north).latitude])] }; // prettier-ignore
  return { buildings, barriers, area };
};

export const crossesAny = (barriers: readonly CutBarrier[], a: LatLng | undefined, b: LatLng | undefined): boolean => {
  if (a === undefined || b === undefined) return false;
  const asIs = indexBarriers(barriers, { toGround: ([longitude = 0, latitude = 0]) => [longitude, latitude] });
  return asIs([a.longitude, a.latitude], [b.longitude, b.latitude]);
};
