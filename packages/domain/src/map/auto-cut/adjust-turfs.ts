import { type CutSite, type TurfCutting } from "./cut-site";
import { dice } from "./dice";
import { at } from "./ground";
import { mergePlaces } from "./merge-places";
import { halve } from "./tree-split";

type Cutting = Pick<TurfCutting, "sites" | "ways">;

/** Numbers without gaps, in the order the turfs had; a turf whose last building left is no more. */
export const closeGaps = (turfOf: readonly number[]): number[] => {
  const turfs = [...new Set(turfOf)].sort((a, b) => a - b);
  const number = new Map(turfs.map((turf, index) => [turf, index]));
  return turfOf.map((turf) => number.get(turf) ?? 0);
};

/** Gives sites to a turf. */
export const moveSites = (turfOf: readonly number[], moved: ReadonlySet<number>, to: number): number[] =>
  closeGaps(turfOf.map((turf, site) => (moved.has(site) ? to : turf)));

/** Makes one turf of two; the lower number stays. */
export const mergeTurfs = (turfOf: readonly number[], one: number, other: number): number[] =>
  closeGaps(turfOf.map((turf) => (turf === Math.max(one, other) ? Math.min(one, other) : turf)));

const isFloors = (site: CutSite | undefined): boolean => site?.addressIds !== null;

/** Turfs a turf may give buildings to or be merged with: those beside it; floors only with floors of their building. */
export const turfsBeside = ({ sites, ways }: Cutting, turfOf: readonly number[], turf: number): number[] => {
  const beside = new Set<number>();
  const own = sites.find((_, index) => turfOf[index] === turf);
  if (isFloors(own)) {
    const building = own?.locationIds[0];
    sites.forEach((site, index) => isFloors(site) && site.locationIds[0] === building && beside.add(turfOf[index] ?? turf));
  } else {
    for (let way = 0; way < ways.length; way += 2) {
      const [a, b] = [at(turfOf, at(ways, way)), at(turfOf, at(ways, way + 1))];
      if (a === turf) beside.add(b);
      if (b === turf) beside.add(a);
    }
  }
  beside.delete(turf);
  return [...beside].sort((a, b) => a - b);
};

/**
 * Turfs that picked sites may go to: those beside them, and their own where they come from several. Floors stay with their building, so
 * none are given for picks that hold floors.
 */
export const turfsBesideSites = ({ sites, ways }: Cutting, turfOf: readonly number[], picked: ReadonlySet<number>): number[] => {
  if ([...picked].some((site) => isFloors(sites[site]))) return [];
  const own = new Set([...picked].map((site) => at(turfOf, site)));
  const beside = new Set(own.size > 1 ? own : []);
  for (let way = 0; way < ways.length; way += 2) {
    const [a, b] = [at(ways, way), at(ways, way + 1)];
    if (picked.has(a) === picked.has(b)) continue;
    const turf = at(turfOf, picked.has(a) ? b : a);
    if (own.size > 1 || !own.has(turf)) beside.add(turf);
  }
  return [...beside].sort((a, b) => a - b);
};

/**
 * The turfs nearest to picked sites as the crow flies, whatever lies between: who stands there may know of a bridge. None for floors, and
 * none made of floors.
 */
export const nearestTurfs = ({ sites }: Pick<Cutting, "sites">, turfOf: readonly number[], picked: ReadonlySet<number>): number[] => {
  const from = [...picked].flatMap((site) => sites[site] ?? []);
  if (from.length === 0 || from.some(isFloors)) return [];
  const own = new Set([...picked].map((site) => at(turfOf, site)));
  const shrink = Math.cos(((from[0]?.latitude ?? 0) * Math.PI) / 180);
  const nearest = new Map<number, number>();
  sites.forEach((site, index) => {
    const turf = at(turfOf, index);
    if (own.has(turf) || isFloors(site)) return;
    for (const { latitude, longitude } of from) {
      const away = Math.hypot(site.latitude - latitude, (site.longitude - longitude) * shrink);
      if (away < (nearest.get(turf) ?? Infinity)) nearest.set(turf, away);
    }
  });
  return [...nearest].sort(([a, near], [b, far]) => near - far || a - b).map(([turf]) => turf);
};

/** Turfs that do not hang together any more. */
export const brokenTurfs = ({ sites, ways }: Cutting, turfOf: readonly number[]): Set<number> => {
  const root = turfOf.map((_, index) => index);
  const find = (index: number): number => {
    let here = index;
    while (at(root, here) !== here) here = root[here] = at(root, at(root, here));
    return here;
  };
  for (let way = 0; way < ways.length; way += 2) {
    const [a, b] = [at(ways, way), at(ways, way + 1)];
    if (turfOf[a] === turfOf[b]) root[find(a)] = find(b);
  }
  const [first, broken] = [new Map<number, number>(), new Set<number>()];
  sites.forEach((site, index) => {
    if (isFloors(site)) return;
    const turf = at(turfOf, index);
    const known = first.get(turf);
    if (known === undefined) first.set(turf, find(index));
    else if (known !== find(index)) broken.add(turf);
  });
  return broken;
};

/** Halves a turf as evenly as it goes; the new half gets the last number. The same when it is one building, or in pieces already. */
export const splitTurf = ({ sites, ways }: Cutting, turfOf: readonly number[], turf: number): number[] => {
  const own = turfOf.flatMap((of, site) => (of === turf ? [site] : []));
  const next = Math.max(...turfOf) + 1;
  const floors = own.filter((site) => isFloors(sites[site]));
  if (floors.length > 0) {
    const upper = new Set(floors.slice(Math.ceil(floors.length / 2)));
    return turfOf.map((of, site) => (upper.has(site) ? next : of));
  }
  if (own.length < 2 || brokenTurfs({ sites, ways }, turfOf).has(turf)) return [...turfOf];
  const pairs = Array.from({ length: ways.length / 2 }, (_, way): [number, number] => [at(ways, way * 2), at(ways, way * 2 + 1)]);
  const inner = pairs.filter(([a, b]) => turfOf[a] === turf && turfOf[b] === turf);
  const near: number[][] = Array.from({ length: sites.length }, () => []);
  inner.forEach(([a, b], way) => {
    near[a]?.push(way);
    near[b]?.push(way);
  });
  const graph = { size: sites.length, from: Int32Array.from(inner, ([a]) => a), to: Int32Array.from(inner, ([, b]) => b), near };
  const weight = Float64Array.from(sites, ({ doors }) => doors);
  const streets = sites.map(({ streetKey }) => streetKey);
  const places = mergePlaces({ graph: { ...graph, metres: new Float64Array(inner.length) }, weight, streets, polls: null, most: 0 });
  const halves = halve(places, own, { turfs: 2, tries: 40, roll: dice(turf + 1) });
  if (halves === null) return [...turfOf];
  const two = new Set(halves.two);
  return turfOf.map((of, site) => (two.has(site) ? next : of));
};
