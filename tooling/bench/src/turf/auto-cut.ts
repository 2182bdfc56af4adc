import { brokenTurfs, type CutBarrier, type CutSite, groupSites, planTurfs, type TurfCutting, turfShapes } from "@cml/domain/map";
import { atLeast, atMost, type Figure } from "../figure";
import { machine } from "../machine";
import { makeCity } from "./made-city";

const bench = "turf";
const target = 60;
const tolerance = 0.15;

/** A made city cut into turfs of 60 doors with their shapes: how long, how even, and whether every turf hangs together on its side. */
export const autoCut = ({ rows = 20_000 }: { rows?: number | undefined } = {}): Promise<Figure[]> => {
  const { buildings, barriers, area } = makeCity(rows);
  const begun = performance.now();
  const cutting = planTurfs(buildings, { target: { by: "doors", amount: target }, keepPolls: false, barriers });
  const shapes = turfShapes(cutting, area);
  const seconds = (performance.now() - begun) / 1_000;
  const turfs = [...groupSites(cutting.sites, cutting.turfOf)];
  const plain = turfs.filter(([turf]) => cutting.kinds[turf] === "plain");
  const even = plain.filter(([, sites]) => Math.abs(sites.reduce((sum, { doors }) => sum + doors, 0) / target - 1) <= tolerance);
  const islands = turfs.length - plain.length;
  const whole = ((turfs.length - brokenTurfs(cutting, cutting.turfOf).size) / turfs.length) * 100;
  const of = `auto-cut of ${rows} doors into ${turfs.length} turfs of ${target}`;
  return Promise.resolve([
    atMost({ bench, figure: `${of}, with their shapes (${machine()})`, value: seconds, unit: "s" }, 5),
    atLeast({ bench, figure: `${of}, within 15 % (${islands} floors and islands aside)`, value: (even.length / plain.length) * 100, unit: "%" }, 95), // prettier-ignore
    atLeast({ bench, figure: `${of}, contiguous`, value: whole, unit: "%" }, 100),
    atMost({ bench, figure: `${of}, ways of turfs across a barrier`, value: crossings(cutting, barriers), unit: "ways" }, 0),
    atLeast({ bench, figure: `${of}, with a shape of its own`, value: (shapes.size / turfs.length) * 100, unit: "%" }, 100),
  ]);
};

/** Ways between neighbours of one turf that meet a barrier; every pair is tried, without the index the cutting uses. */
const crossings = ({ sites, ways, turfOf }: TurfCutting, barriers: readonly CutBarrier[]): number => {
  const pieces = barriers.flatMap(({ line }) => line.slice(1).map((end, index) => [line[index] ?? end, end] as const));
  let found = 0;
  for (let way = 0; way < ways.length; way += 2) {
    const [a, b] = [ways[way] ?? 0, ways[way + 1] ?? 0];
    if (turfOf[a] !== turfOf[b]) continue;
    const walk = [spot(sites[a]), spot(sites[b])] as const;
    if (pieces.some(([from, to]) => meets(walk, [from, to]))) found += 1;
  }
  return found;
};

type Spot = readonly number[];

const spot = (site: CutSite | undefined): Spot => [site?.longitude ?? 0, site?.latitude ?? 0];

const side = ([ax = 0, ay = 0]: Spot, [bx = 0, by = 0]: Spot, [x = 0, y = 0]: Spot): number => (bx - ax) * (y - ay) - (by - ay) * (x - ax);

const meets = ([a, b]: readonly [Spot, Spot], [c, d]: readonly [Spot, Spot]): boolean =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
