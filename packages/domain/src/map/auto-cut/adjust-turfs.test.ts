import { describe, expect, it } from "vitest";
import { distanceM } from "../../kernel/geo";
import { brokenTurfs, mergeTurfs, moveSites, nearestTurfs, splitTurf, turfsBeside, turfsBesideSites } from "./adjust-turfs";
import { planTurfs } from "./plan-turfs";
import { aTown } from "./town.fixture";

const town = aTown({ seed: 4, blocks: 3 });
const cutting = planTurfs(town.buildings, { target: { by: "doors", amount: 40 }, keepPolls: false, barriers: town.barriers });
const plain = cutting.kinds.findIndex((kind, turf) => kind === "plain" && turfsBeside(cutting, cutting.turfOf, turf).length > 0);
const sitesOf = (turfOf: readonly number[], turf: number): number[] => turfOf.flatMap((of, site) => (of === turf ? [site] : []));

describe("turfs adjusted by hand", () => {
  it("merges two neighbours and numbers the rest without a gap", () => {
    const [beside = -1] = turfsBeside(cutting, cutting.turfOf, plain);
    const merged = mergeTurfs(cutting.turfOf, plain, beside);
    expect(Math.max(...merged)).toBe(cutting.kinds.length - 2);
    expect(sitesOf(merged, Math.min(plain, beside))).toHaveLength(
      sitesOf(cutting.turfOf, plain).length + sitesOf(cutting.turfOf, beside).length,
    );
    expect(brokenTurfs(cutting, merged)).toEqual(new Set());
  });

  it("splits a turf into two that hang together and are about even", () => {
    const split = splitTurf(cutting, cutting.turfOf, plain);
    const last = cutting.kinds.length;
    const doors = (turf: number): number => sitesOf(split, turf).reduce((sum, site) => sum + (cutting.sites[site]?.doors ?? 0), 0);
    expect(doors(last)).toBeGreaterThan(0);
    expect(Math.abs(doors(plain) - doors(last))).toBeLessThan(20);
    expect(brokenTurfs(cutting, split)).toEqual(new Set());
  });

  it("says when a move tears a turf, and forgets a turf that is empty", () => {
    const far = cutting.kinds.length - 1;
    const one = sitesOf(cutting.turfOf, plain)[0] ?? 0;
    const other = cutting.kinds.findLastIndex((kind, turf) => kind === "plain" && !turfsBeside(cutting, cutting.turfOf, plain).includes(turf) && turf !== plain); // prettier-ignore
    expect(brokenTurfs(cutting, moveSites(cutting.turfOf, new Set([one]), other))).toContain(other);
    const all = new Set(sitesOf(cutting.turfOf, plain));
    expect(Math.max(...moveSites(cutting.turfOf, all, other))).toBe(far - 1);
  });

  it("offers picked buildings the turfs beside them, and their own where they come from several", () => {
    const whole = new Set(sitesOf(cutting.turfOf, plain));
    const beside = turfsBeside(cutting, cutting.turfOf, plain);
    expect(turfsBesideSites(cutting, cutting.turfOf, whole)).toEqual(beside);
    const neighbour = sitesOf(cutting.turfOf, beside[0] ?? -1)[0] ?? -1;
    expect(turfsBesideSites(cutting, cutting.turfOf, new Set([...whole, neighbour]))).toEqual(expect.arrayContaining([plain, beside[0]]));
    const floor = cutting.sites.findIndex(({ addressIds }) => addressIds !== null);
    expect(turfsBesideSites(cutting, cutting.turfOf, new Set([floor]))).toEqual([]);
    expect(nearestTurfs(cutting, cutting.turfOf, new Set([floor]))).toEqual([]);
  });

  it("names the nearest turfs whatever lies between", () => {
    const whole = new Set(sitesOf(cutting.turfOf, plain));
    const near = nearestTurfs(cutting, cutting.turfOf, whole);
    expect(near).not.toContain(plain);
    expect(near).toHaveLength(cutting.kinds.filter((kind) => kind !== "floors").length - 1);
    const metresTo = (turf: number): number => {
      const all = [...whole].flatMap((one) =>
        sitesOf(cutting.turfOf, turf).map((other) => [cutting.sites[one], cutting.sites[other]] as const),
      );
      return Math.min(...all.map(([a, b]) => (a === undefined || b === undefined ? Infinity : distanceM(a, b))));
    };
    const away = near.map(metresTo);
    expect(away).toEqual([...away].sort((a, b) => a - b));
  });
});
