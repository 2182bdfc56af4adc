import { fileURLToPath } from "node:url";
import { listLinesIn } from "@cml/db/map";
import { systemActor } from "@cml/domain/kernel";
import {
  barriersOf, boundsOf, brokenTurfs, type CutBarrier, type CutGeometry, groupSites, importOptionsSchema, type TurfCutting, type TurfPlanOptions, usualPace, walkTimeOf,
} from "@cml/domain/map"; // prettier-ignore
import { actorOf, aUser, createTestDb, testDeps } from "@cml/testing";
import { aCut } from "@cml/testing/factories";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createImportFromFile } from "../imports/create-import";
import { runImport } from "../imports/run-import";
import { getTurfCutting, getTurfPlanArea, runTurfPlan, startTurfPlan } from ".";

const test = await createTestDb();
const deps = testDeps({ db: test.db });
afterAll(() => test.drop());
const admin = actorOf(await aUser(test.db, { role: "MAP_ADMIN" }));
const fixture = (name: string) => fileURLToPath(new URL(`../../../../../tooling/fixtures/owen-sound/${name}`, import.meta.url));
const bring = async (kind: "addresses" | "lines", name: string, source: string) => {
  const options = importOptionsSchema.parse({ source });
  const { id } = await createImportFromFile(deps, systemActor(), { kind, path: fixture(name), options });
  expect((await runImport(deps, systemActor(), { importId: id })).status).toBe("COMPLETED");
};

/** The middle of Owen Sound: its harbour, the Sydenham and the Pottawatomi river, and highways through it. */
const middle: CutGeometry = {
  type: "Polygon",
  coordinates: [[[-80.958, 44.556], [-80.918, 44.556], [-80.918, 44.58], [-80.958, 44.58], [-80.958, 44.556]]], // prettier-ignore
};
let cutId = "";
let barriers: CutBarrier[] = [];
beforeAll(async () => {
  await bring("lines", "owen-sound.osm.pbf", "openstreetmap");
  await bring("addresses", "houses.csv.gz", "made");
  cutId = await aCut(test.db, { name: "Middle of the town", geometry: middle });
  barriers = barriersOf(await listLinesIn(test.db, boundsOf(middle)));
}, 180_000);

const cutInto = async (given: Partial<TurfPlanOptions> = {}): Promise<TurfCutting> => {
  const target = { by: "doors" as const, amount: 60 };
  const options: TurfPlanOptions = { target, keepPolls: false, pace: usualPace, water: true, rail: true, roads: true, ...given };
  const { id } = await startTurfPlan(deps, admin, { cutId, options });
  await runTurfPlan(deps, { planId: id, isLastTry: true });
  return getTurfCutting(deps, admin, { id });
};

type Spot = readonly number[];
const side = ([ax = 0, ay = 0]: Spot, [bx = 0, by = 0]: Spot, [x = 0, y = 0]: Spot): number => (bx - ax) * (y - ay) - (by - ay) * (x - ax);
const meet = (a: Spot, b: Spot, [c, d]: readonly [Spot, Spot]): boolean =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;

/** Ways within a turf that go across a line, looked for without the index that cutting uses. */
const acrossLines = ({ sites, ways, turfOf }: TurfCutting): string[] => {
  const pieces = barriers.flatMap(({ line }) => line.slice(1).map((end, place): [Spot, Spot] => [line[place] ?? end, end]));
  const found: string[] = [];
  for (let way = 0; way < ways.length; way += 2) {
    const [a, b] = [ways[way] ?? 0, ways[way + 1] ?? 0];
    const [from, to] = [sites[a], sites[b]];
    if (turfOf[a] !== turfOf[b] || from === undefined || to === undefined) continue;
    const [one, two] = [[from.longitude, from.latitude], [to.longitude, to.latitude]]; // prettier-ignore
    if (pieces.some((piece) => meet(one, two, piece))) found.push(`${from.address} – ${to.address}`);
  }
  return found;
};

describe("a real town with its rivers and highways", () => {
  it("is cut so that nobody crosses them, every turf hangs together, and those not cut off are even", async () => {
    expect((await getTurfPlanArea(deps, admin, { cutId })).barriers).toMatchObject({ rail: 0 });
    expect(barriers.filter(({ kind }) => kind === "water").length).toBeGreaterThan(0);
    expect(barriers.filter(({ kind }) => kind === "road").length).toBeGreaterThan(10);
    const cutting = await cutInto();
    expect(acrossLines(cutting)).toEqual([]);
    expect(brokenTurfs(cutting, cutting.turfOf)).toEqual(new Set());
    const doors = [...groupSites(cutting.sites, cutting.turfOf)].map(([turf, sites]) => [turf, sites.reduce((sum, site) => sum + site.doors, 0)] as const); // prettier-ignore
    const plain = doors.filter(([turf]) => cutting.kinds[turf] === "plain");
    expect(plain.length).toBeGreaterThan(20);
    const even = plain.filter(([, count]) => Math.abs(count / 60 - 1) <= 0.15);
    expect(even.length / plain.length).toBeGreaterThanOrEqual(0.95);
    // Two towers of 72 doors, each larger than a turf with its tolerance, and nothing else.
    expect(new Set(cutting.sites.filter(({ addressIds }) => addressIds !== null).flatMap(({ locationIds }) => locationIds)).size).toBe(2);
  });

  it("is cut into turfs of two hours that nobody crosses a river in either, at the pace that was asked for", async () => {
    const hours = { by: "minutes" as const, amount: 120 };
    const usual = await cutInto({ target: hours });
    expect(acrossLines(usual)).toEqual([]);
    expect(brokenTurfs(usual, usual.turfOf)).toEqual(new Set());
    const plain = [...groupSites(usual.sites, usual.turfOf)].filter(([turf]) => usual.kinds[turf] === "plain");
    const even = plain.filter(([, sites]) => Math.abs(walkTimeOf(sites).minutes / 120 - 1) <= 0.15);
    expect(even.length / plain.length).toBeGreaterThanOrEqual(0.9);
    // Leaflets take half a minute: far fewer turfs.
    const leaflets = await cutInto({ target: hours, pace: { kmh: 4.5, minutesADoor: 0.5 } });
    expect(leaflets.kinds.length).toBeLessThan(usual.kinds.length * 0.6);
    expect(acrossLines(leaflets)).toEqual([]);
  });

  it("is cut across them when asked to", async () => {
    expect(acrossLines(await cutInto({ water: false, roads: false })).length).toBeGreaterThan(10);
  });
});
