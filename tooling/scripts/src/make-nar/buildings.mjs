import { chanceOf, pickerOf } from "./chance.mjs";
import { toLambert } from "./lambert.mjs";
import { postalCodesOf } from "./postal-codes.mjs";
import { lotM, stretchesOf } from "./streets.mjs";

/**
 * @typedef {{ latitude: number, longitude: number }} Point
 * @typedef {{ addrGuid: string, label: string, use: number, delivery: string }} Unit
 * @typedef {{ locGuid: string, point: Point | null, blockFace: Point | null, hasDegrees: boolean, hasMetres: boolean, number: number, suffix: string,
 *   street: { name: string, type: string, direction: string, town: import("./cities.mjs").Town }, postalCode: string, hasMail: boolean,
 *   district: import("./cities.mjs").District, dls: readonly string[], units: Unit[] }} Building
 */

// Shares of the June 2026 register: 93.1 % have a building point, 6.5 % only that of their block face, 0.4 % none.
const blockFaceOnly = 0.065;
const nowhere = 0.004;

/**
 * The register's buildings of one city until `rows` addresses have been made; the last building is cut to fit.
 * @param {import("./cities.mjs").City} city
 * @param {{ rows: number, seed: number }} size
 * @returns {Generator<Building>}
 */
export function* buildingsOf(city, { rows, seed }) {
  const chance = chanceOf(seed);
  const toPoint = pointsOf(city);
  const postalCodeOf = postalCodesOf();
  const useOf = pickerOf([[1, 88], [2, 3], [3, 6], [4, 3]]); // prettier-ignore
  let left = rows;
  for (const stretch of stretchesOf(city, { rows, seed })) {
    const { street, side, share } = stretch;
    const postalCode = postalCodeOf(street.town);
    const blockFace = toPoint(stretch, (stretch.from + stretch.to) / 2, 0);
    for (let along = stretch.from + lotM / 2; along < stretch.to; along += lotM) {
      if (left === 0) return;
      if (chance.is(0.05)) continue;
      const point = toPoint(stretch, along + chance.next() * 4 - 2, 9 + chance.next() * 8);
      const district = districtOf(city, street.town, share);
      const number = street.firstNumber + 2 * Math.floor((along - street.startM) / lotM) + side;
      const kind = chance.next();
      const use = useOf(chance.next());
      const building = {
        locGuid: chance.guid(),
        point: kind < blockFaceOnly + nowhere ? null : point,
        blockFace: kind < nowhere ? null : blockFace,
        hasDegrees: !chance.is(0.01),
        hasMetres: !chance.is(0.01),
        number,
        suffix: chance.is(0.012) ? (chance.is(0.15) ? "1/2" : "ABC"[chance.below(3)]) : "",
        street,
        postalCode: chance.is(0.005) ? "" : postalCode,
        hasMail: !chance.is(0.02),
        district,
        dls: city.dls && chance.is(0.002) ? ["12", "NE", String(1 + chance.below(36)), "53", String(20 + chance.below(6)), "4"] : noDls,
        units: unitsOf(chance, { share, use, most: left }),
      };
      left -= building.units.length;
      yield building;
    }
  }
}

const noDls = ["", "", "", "", "", ""];

/** A tilted grid around the city's middle; `off` metres from the street's middle line, to the side of the stretch. */
const pointsOf = (city) => {
  const tilt = (city.tilt * Math.PI) / 180;
  const [sin, cos] = [Math.sin(tilt), Math.cos(tilt)];
  const perDegree = { latitude: 111_132.9, longitude: 111_319.5 * Math.cos((city.latitude * Math.PI) / 180) };
  return ({ axis, at, side }, along, off) => {
    const across = at + (side === 0 ? off : -off);
    const [x, y] = axis === "x" ? [along, across] : [across, along];
    return {
      latitude: city.latitude + (x * sin + y * cos) / perDegree.latitude,
      longitude: city.longitude + (x * cos - y * sin) / perDegree.longitude,
    };
  };
};

const districtOf = (city, town, share) => {
  const index = city.towns.indexOf(town);
  return city.districts[(index + (share > 0.8 ? 1 : 0)) % city.districts.length];
};

// Chosen so that 1.61 addresses stand at a building point; towers stand downtown.
const sizeOf = (chance, share) => {
  const roll = chance.next();
  const downtown = share < 0.35 ? 2.7 : 0.76;
  if (roll < 0.0021 * downtown) return 40 + chance.below(chance.is(0.2) ? 260 : 120);
  if (roll < 0.0231 * downtown) return 5 + chance.below(16);
  if (roll < 0.0931 * downtown) return 2 + chance.below(3);
  return 1;
};

const unitsOf = (chance, { share, use, most }) => {
  const count = Math.min(sizeOf(chance, share), most);
  const unit = (label, itsUse) => ({ addrGuid: chance.guid(), label, use: itsUse, delivery: chance.is(0.003) ? deliveryOf(chance) : "" });
  if (count === 1) return [unit("", use)];
  // Half the buildings have a line for the door to the street beside those of its units.
  const hasBase = chance.is(0.5);
  const labels = hasBase ? ["", ...labelsOf(chance, count - 1)] : labelsOf(chance, count);
  const inside = use === 3 ? 3 : 1;
  return labels.map((label) => unit(label, label === "" ? (use === 3 ? 3 : 2) : inside));
};

const labelsOf = (chance, count) => {
  if (count <= 4) {
    const pairs = [["A", "B", "C", "D"], ["1", "2", "3", "4"], ["UPPER", "LOWER", "BSMT", "REAR"], ["01", "02", "03", "04"]]; // prettier-ignore
    return pairs[chance.below(pairs.length)].slice(0, count);
  }
  const onFloor = count < 20 ? 4 : 8 + chance.below(6);
  const floors = Math.ceil(count / onFloor);
  const hasPenthouse = floors > 8;
  return Array.from({ length: count }, (_, index) => {
    const floor = Math.floor(index / onFloor) + 1;
    return hasPenthouse && floor === floors ? `PH${(index % onFloor) + 1}` : `${floor}${String((index % onFloor) + 1).padStart(2, "0")}`;
  });
};

const deliveryOf = (chance) =>
  chance.is(0.6) ? `PO BOX ${1 + chance.below(900)}` : `RR${1 + chance.below(6)} SITE${1 + chance.below(30)} BOX${1 + chance.below(60)}`;

/** Its point in metres, as the register gives it beside the degrees. */
export const metresOf = ({ latitude, longitude }) => {
  const { x, y } = toLambert(latitude, longitude);
  return { x: x.toFixed(3), y: y.toFixed(3) };
};
