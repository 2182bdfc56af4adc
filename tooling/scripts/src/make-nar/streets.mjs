import { chanceOf } from "./chance.mjs";
import { streetNamesOf } from "./street-names.mjs";

// A million addresses cover a disc of about 25 km: this many fall on a square kilometre.
const addressesPerKm2 = 2037;
const blockM = 250;
const segmentM = 2000;
/** A whole number of lots to a block, so that no two blocks give out one number. */
export const lotM = blockM / 17;

/**
 * Stretches of street from the middle of the city outwards, each a side of one block: the caller takes as many as it needs.
 * @param {import("./cities.mjs").City} city
 * @param {{ rows: number, seed: number }} size
 */
export function* stretchesOf(city, { rows, seed }) {
  const radiusM = 1000 * Math.sqrt(rows / addressesPerKm2 / Math.PI);
  const streetAt = streetsOf(city, { seed, radiusM });
  for (const { column, row } of blocksFromTheMiddle(radiusM)) {
    const [west, south] = [column * blockM, row * blockM];
    const share = Math.hypot(west, south) / radiusM;
    const lines = [{ axis: "x", at: south + 40 }, { axis: "x", at: south + 165 }, ...(column % 2 === 0 ? [{ axis: "y", at: west + 5 }] : [])]; // prettier-ignore
    for (const { axis, at } of lines) {
      const from = axis === "x" ? west : south;
      const street = streetAt(axis, at, from);
      for (const side of [0, 1]) yield { axis, at, from, to: from + blockM, side, street, share };
    }
  }
}

/** Blocks by distance, more of them than needed: lots stand empty here and there. */
const blocksFromTheMiddle = (radiusM) => {
  const reach = Math.ceil((radiusM * 1.6) / blockM) + 2;
  const blocks = [];
  for (let column = -reach; column < reach; column += 1) {
    for (let row = -reach; row < reach; row += 1) blocks.push({ column, row, distance: (column + 0.5) ** 2 + (row + 0.5) ** 2 });
  }
  return blocks.sort((left, right) => left.distance - right.distance || left.column - right.column || left.row - right.row);
};

/** A street runs two kilometres along its line within one town; then another begins. */
const streetsOf = (city, { seed, radiusM }) => {
  const named = city.towns.map((town, index) =>
    streetNamesOf(town, {
      seed: seed * 31 + index,
      numbered: city.numbered,
      quadrants: city.quadrants,
      quebec: city.provinceCode === "24",
    }),
  );
  const chance = chanceOf(seed + 7);
  const known = new Map();
  return (axis, at, along) => {
    const place = axis === "x" ? { x: along, y: at } : { x: at, y: along };
    const town = townAt(city, place, radiusM);
    const segment = Math.floor(along / segmentM);
    const key = `${town}|${axis}|${at}|${segment}`;
    let street = known.get(key);
    if (street === undefined) {
      // Numbers start anew with each street, at a hundred of its own.
      street = { ...named[town](axis, place), town: city.towns[town], firstNumber: 100 * chance.below(30) + 2, startM: segment * segmentM };
      known.set(key, street);
    }
    return street;
  };
};

/** The first town in the middle, the others around it like slices. */
const townAt = (city, { x, y }, radiusM) => {
  const others = city.towns.length - 1;
  if (others === 0 || Math.hypot(x, y) < radiusM * 0.45) return 0;
  const turn = (Math.atan2(y, x) / (2 * Math.PI) + 1) % 1;
  return 1 + Math.min(others - 1, Math.floor(turn * others));
};
