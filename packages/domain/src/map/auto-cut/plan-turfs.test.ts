import { describe, expect, it } from "vitest";
import { isInCut } from "../cut-geometry";
import { cutTolerance, type CutBarrier, type CutBuilding } from "./cut-site";
import { groupSites, planTurfs } from "./plan-turfs";
import { aTown, crossesAny, metres } from "./town.fixture";
import { turfShapes } from "./turf-shapes";

const doorsOf = (turf: readonly { doors: number }[]): number => turf.reduce((sum, { doors }) => sum + doors, 0);

/** Every turf reaches all its sites by ways within it. */
const allHangTogether = ({ ways, turfOf, kinds }: ReturnType<typeof planTurfs>): boolean => {
  const root = turfOf.map((_, index) => index);
  const find = (index: number): number => (root[index] === index ? index : (root[index] = find(root[index] ?? index)));
  for (let way = 0; way < ways.length; way += 2) {
    const [a, b] = [ways[way] ?? 0, ways[way + 1] ?? 0];
    if (turfOf[a] === turfOf[b]) root[find(a)] = find(b);
  }
  return kinds.every((_, turf) => new Set(turfOf.flatMap((of, site) => (of === turf ? [find(site)] : []))).size === 1);
};

describe.each([1, 2, 3])("a made town, number %i", (seed) => {
  const town = aTown({ seed, blocks: 6 });
  const cutting = planTurfs(town.buildings, { target: { by: "doors", amount: 60 }, keepPolls: false, barriers: town.barriers });
  const turfs = groupSites(cutting.sites, cutting.turfOf);

  it("gives every door to one turf, and every turf doors", () => {
    expect(doorsOf(cutting.sites)).toBe(doorsOf(town.buildings));
    expect(turfs.size).toBe(cutting.kinds.length);
    expect(new Set(cutting.sites.flatMap(({ locationIds }) => locationIds)).size).toBe(town.buildings.length);
  });

  it("balances the turfs that may be balanced", () => {
    const plain = [...turfs].filter(([turf]) => cutting.kinds[turf] === "plain").map(([, sites]) => doorsOf(sites));
    const good = plain.filter((doors) => Math.abs(doors / 60 - 1) <= cutTolerance);
    expect(good.length / plain.length).toBeGreaterThanOrEqual(0.95);
  });

  it("keeps each turf together, and on its side of river, railway and major road", () => {
    expect(allHangTogether(cutting)).toBe(true);
    for (let way = 0; way < cutting.ways.length; way += 2)
      expect(crossesAny(town.barriers, cutting.sites[cutting.ways[way] ?? 0], cutting.sites[cutting.ways[way + 1] ?? 0])).toBe(false);
  });

  it("draws shapes that hold exactly their buildings, and none where only floors are", () => {
    const shapes = turfShapes(cutting, town.area);
    expect(shapes.size).toBe(cutting.kinds.length);
    for (const [turf, shape] of shapes)
      cutting.sites.forEach((site, index) => expect(isInCut(site, shape)).toBe(site.addressIds === null && cutting.turfOf[index] === turf));
  });

  it("is the same for the same doors, in whatever order they come", () => {
    const again = planTurfs([...town.buildings].reverse(), {
      target: { by: "doors", amount: 60 },
      keepPolls: false,
      barriers: town.barriers,
    });
    expect(again).toEqual(cutting);
  });
});

const row = (count: number, patch: (index: number) => Partial<CutBuilding> = () => ({})): CutBuilding[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `b${String(index).padStart(4, "0")}`,
    ...metres(index * 15, 0),
    doors: 1,
    address: `${index} Long Street`,
    streetKey: "long street",
    civicNumber: index * 2,
    poll: null,
    ...patch(index),
  }));

const wish = { target: { by: "doors", amount: 20 } as const, keepPolls: false, barriers: [] as CutBarrier[] };

describe("planTurfs", () => {
  it("gives nothing for nothing, and one turf for less than one", () => {
    expect(planTurfs([], wish)).toEqual({ sites: [], ways: [], turfOf: [], kinds: [] });
    expect(planTurfs(row(1), wish).turfOf).toEqual([0]);
    expect(planTurfs(row(18), wish).kinds).toEqual(["plain"]);
  });

  it("says which turf a barrier left too small", () => {
    const river: CutBarrier = { kind: "water", line: [[metres(67, 0).longitude, 48], [metres(67, 0).longitude, 50]] }; // prettier-ignore
    const { kinds, turfOf } = planTurfs(row(25), { ...wish, barriers: [river] });
    expect(kinds.toSorted()).toEqual(["island", "plain"]);
    expect(turfOf.filter((turf) => turf === turfOf[0])).toHaveLength(5);
  });

  it("splits a tower by its floors and leaves its neighbours a turf", () => {
    const units = Array.from({ length: 60 }, (_, index) => ({ id: `u${index}`, unitNumber: `${Math.floor(index / 6) + 1}0${index % 6}` }));
    const { sites, kinds } = planTurfs(
      row(20, (index) => (index === 10 ? { doors: 60, units } : {})),
      wish,
    );
    const floors = sites.filter(({ addressIds }) => addressIds !== null);
    expect(floors.map(({ doors }) => doors)).toEqual([18, 24, 18]);
    expect(kinds).toEqual(["plain", "floors", "floors", "floors"]);
  });

  it("keeps small polls whole and large ones to themselves on request", () => {
    const pollOf = (index: number): string => (index < 50 ? "large" : `small ${Math.floor((index - 50) / 7)}`);
    const { sites, turfOf } = planTurfs(
      row(92, (index) => ({ poll: pollOf(index) })),
      { ...wish, keepPolls: true },
    );
    const turfsOf = (poll: string): Set<number | undefined> =>
      new Set(sites.flatMap((site, index) => (site.poll === poll ? [turfOf[index]] : [])));
    for (let poll = 0; poll < 6; poll += 1) expect(turfsOf(`small ${poll}`).size).toBe(1);
    const large = turfsOf("large");
    expect(sites.some((site, index) => site.poll !== "large" && large.has(turfOf[index]))).toBe(false);
    expect(large.size).toBeGreaterThan(1);
  });

  it("cuts by minutes: far houses make smaller turfs", () => {
    const near = planTurfs(row(120), { ...wish, target: { by: "minutes", amount: 90 } });
    const far = planTurfs(
      row(120, (index) => metres(index * 200, 0)),
      { ...wish, target: { by: "minutes", amount: 90 } },
    );
    expect(far.kinds.length).toBeGreaterThan(near.kinds.length);
  });
});
