import { indexBarriers } from "./barrier-index";
import {
  cutTolerance,
  type CutBarrier,
  type CutBuilding,
  type CutSite,
  type CutTarget,
  type CutTurfKind,
  type TurfCutting,
} from "./cut-site";
import { gatherSites } from "./gather-sites";
import { at, layOnGround } from "./ground";
import { mergePlaces } from "./merge-places";
import { findNeighbours, type NeighbourGraph } from "./neighbour-graph";
import { inWalkingRows } from "./number-turfs";
import { partition, regionsOf, turfsFor } from "./partition";
import { approachM, minutesFor, usualPace, type WalkPace, walkTimeOf } from "./walk-time";

export type CutWish = {
  target: CutTarget;
  keepPolls: boolean;
  barriers: readonly CutBarrier[];
  /** Left out, the usual one. */ pace?: WalkPace;
};

/**
 * Cuts buildings into turfs of about the target: each hangs together without crossing a barrier, streets are kept together where that
 * goes, a building larger than a turf becomes turfs of its floors. The same buildings are always cut the same way.
 */
export const planTurfs = (buildings: readonly CutBuilding[], wish: CutWish): TurfCutting => {
  const steps = planTurfsInSteps(buildings, wish);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
};

/** The same in steps, each with the share that is done. */
export function* planTurfsInSteps(buildings: readonly CutBuilding[], wish: CutWish): Generator<number, TurfCutting> {
  const { target, pace = usualPace } = wish;
  const doors = target.by === "doors" ? target.amount : Math.max(1, target.amount / minutesFor(0, 1, pace));
  const { plain, floors } = gatherSites(
    buildings.filter((building) => building.doors > 0),
    doors * (1 + cutTolerance),
    doors,
  );
  const ground = layOnGround(plain);
  const graph = findNeighbours(ground, indexBarriers(wish.barriers, ground));
  const cutting = { plain, graph, wish };
  const { turfOf, kinds } = yield* target.by === "doors" ? cutBy(doorsOf(plain), cutting) : cutByMinutes(cutting);
  return {
    sites: [...plain, ...floors],
    ways: Array.from(graph.from, (from, edge) => [from, at(graph.to, edge)]).flat(),
    turfOf: [...turfOf, ...floors.map((_, index) => kinds.length + index)],
    kinds: [...kinds, ...floors.map(() => "floors" as const)],
  };
}

const doorsOf = (sites: readonly CutSite[]): Float64Array => Float64Array.from(sites, (site) => site.doors);

type Cutting = { plain: readonly CutSite[]; graph: NeighbourGraph; wish: CutWish };
type Parted = { turfOf: number[]; kinds: CutTurfKind[] };

function* cutBy(weight: Float64Array, { plain, graph, wish }: Cutting): Generator<number, Parted> {
  const { amount } = wish.target;
  const polls = wish.keepPolls ? plain.map(({ poll }) => poll) : null;
  const streets = plain.map(({ streetKey }) => streetKey);
  const places = mergePlaces({ graph, weight, streets, polls, most: amount * (1 + cutTolerance) });
  const turfOfPlace = yield* partition(places, amount);
  const { turfOf, was } = inWalkingRows(
    plain,
    Array.from(places.placeOf, (place) => at(turfOfPlace, place)),
  );
  const islands = new Set<number>();
  for (const region of regionsOf(places)) {
    const sum = region.reduce((total, place) => total + at(places.weight, place), 0);
    if (Math.abs(sum / turfsFor(sum, amount) / amount - 1) > cutTolerance) region.forEach((place) => islands.add(at(turfOfPlace, place)));
  }
  return { turfOf, kinds: was.map((turf) => (islands.has(turf) ? "island" : "plain")) };
}

/** The way from door to door is known only once turfs are cut: the second cutting uses what the first one came to. */
function* cutByMinutes(cutting: Cutting): Generator<number, Parted> {
  const { plain, graph, wish } = cutting;
  const { pace = usualPace } = wish;
  const ways = plain.map((_, index) => {
    const nearest = (graph.near[index] ?? []).reduce((least, way) => Math.min(least, at(graph.metres, way)), Infinity);
    return approachM + (Number.isFinite(nearest) ? nearest : 0);
  });
  const weigh = (scale: number): Float64Array =>
    Float64Array.from(plain, (site, index) => minutesFor(at(ways, index) * scale, site.doors, pace));
  const first = yield* halfOf(cutBy(weigh(1), cutting), 0);
  const walked = [...groupSites(plain, first.turfOf).values()].reduce((sum, sites) => sum + walkTimeOf(sites).walkMetres, 0);
  const thought = ways.reduce((sum, metres) => sum + metres, 0);
  return thought === 0 ? first : yield* halfOf(cutBy(weigh(walked / thought), cutting), 0.5);
}

function* halfOf<T>(steps: Generator<number, T>, from: number): Generator<number, T> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    yield from + step.value / 2;
  }
}

/** The sites of each turf. */
export const groupSites = (sites: readonly CutSite[], turfOf: readonly number[]): Map<number, CutSite[]> => {
  const groups = new Map<number, CutSite[]>();
  sites.forEach((site, index) => {
    const turf = turfOf[index] ?? -1;
    const group = groups.get(turf);
    if (group === undefined) groups.set(turf, [site]);
    else group.push(site);
  });
  return groups;
};
