import type { LatLng } from "@cml/domain/kernel";
import type { CutBarrier, CutBuilding, CutGeometry } from "@cml/domain/map";

/** The same numbers each time. */
const dice = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

const corner: LatLng = { latitude: 45.4, longitude: -75.7 };
const metresPerDegree = 111_195;
const place = (east: number, north: number): LatLng => ({
  latitude: corner.latitude + north / metresPerDegree,
  longitude: corner.longitude + east / (metresPerDegree * Math.cos((corner.latitude * Math.PI) / 180)),
});
const position = (east: number, north: number): [number, number] => [place(east, north).longitude, place(east, north).latitude];

export type MadeCity = { buildings: CutBuilding[]; barriers: CutBarrier[]; area: CutGeometry };

/**
 * A city of about so many doors: streets with houses on both sides, triplexes, walk-ups and some towers; a river, a railway, and major
 * roads every seven hundred metres or so, as real ones lie.
 */
export const makeCity = (doors: number): MadeCity => {
  const roll = dice(20_261_122);
  const buildings: CutBuilding[] = [];
  // About 2.2 doors in a building, one every 8 metres of street, streets 80 metres apart.
  const width = Math.sqrt((doors / 2.2) * 8 * 80);
  let made = 0;
  for (let north = 40; made < doors; north += 80) {
    for (let east = 15; east < width && made < doors; east += 16) {
      for (const side of [0, 1]) {
        if (roll() < 0.06 || made >= doors) continue;
        const kind = roll();
        const most = kind < 0.7 ? 1 : kind < 0.93 ? 2 + Math.floor(roll() * 3) : kind < 0.992 ? 6 + Math.floor(roll() * 14) : 70 + Math.floor(roll() * 80); // prettier-ignore
        const count = Math.min(most, doors - made);
        made += count;
        const id = `b${String(buildings.length).padStart(6, "0")}`;
        const civicNumber = Math.round(east / 8) * 2 + side;
        const streetKey = `street ${north}`;
        const units = Array.from({ length: count >= 6 ? count : 0 }, (_, unit) => ({ id: `${id}-${unit}`, unitNumber: `${Math.floor(unit / 8) + 1}${String(unit % 8).padStart(2, "0")}` })); // prettier-ignore
        buildings.push({ id, ...place(east + roll() * 4, north + (side === 0 ? -13 : 13) + roll() * 4), doors: count, address: `${civicNumber} ${streetKey}`, streetKey, civicNumber, poll: null, units }); // prettier-ignore
      }
    }
  }
  const height = buildings.reduce((most, building) => Math.max(most, (building.latitude - corner.latitude) * metresPerDegree), 0) + 60;
  const line = (kind: CutBarrier["kind"], places: [number, number][]): CutBarrier => ({ kind, line: places.map(([east, north]) => position(east, north)) }); // prettier-ignore
  const roads = Array.from({ length: Math.floor(width / 720) }, (_, road) => line("road", [[(road + 1) * 720, -200], [(road + 1) * 720, height + 200]])); // prettier-ignore
  const river = line("water", [[-200, height * 0.3], [width * 0.4, height * 0.42], [width * 0.7, height * 0.35], [width + 200, height * 0.5]]); // prettier-ignore
  const rail = line("rail", [[-200, height * 0.75], [width + 200, height * 0.8]]); // prettier-ignore
  const ring = [[-60, -60], [width + 60, -60], [width + 60, height], [-60, height], [-60, -60]]; // prettier-ignore
  const area: CutGeometry = { type: "Polygon", coordinates: [ring.map(([east = 0, north = 0]) => position(east, north))] };
  return { buildings, barriers: [...roads, river, rail], area };
};
