import Delaunator from "delaunator";
import { holdsPoint } from "../boundary-index";
import { boundsOf, type CutGeometry } from "../cut-geometry";
import type { CutSite, TurfCutting } from "./cut-site";
import { floorShapes } from "./floor-shapes";
import { at, type Ground, layOnGround } from "./ground";
import { withinArea } from "./within-area";

type Ring = [number, number][];

/**
 * A shape around the buildings of each turf: the union of their Voronoi cells within the area, so that shapes never overlap and each
 * point of the area lies in the shape of the building nearest to it. A building that is split by floor has its cell for itself; in it
 * each turf of its floors has a slice, and none holds the building's own point, because those turfs are lists of units.
 */
export const turfShapes = ({ sites, turfOf }: Pick<TurfCutting, "sites" | "turfOf">, area: CutGeometry): Map<number, CutGeometry> => {
  const { places, groups, towers } = placesOf(sites, turfOf);
  const ground = layOnGround(places);
  const shapes = new Map<number, CutGeometry>();
  const keep = (turf: number, raw: CutGeometry): void => {
    const shape = withinArea(raw, area);
    if (shape !== null) shapes.set(turf, shape);
  };
  for (const [turf, rings] of cellRings(ground, groups, frameAround(ground, area))) keep(turf, toGeometry(rings, ground));
  for (const [place, turfs] of towers) for (const [turf, shape] of floorShapes(ground, place, turfs)) keep(turf, shape);
  return shapes;
};

/** One place for all floors of a building; `towers` are those places with the turfs of their floors. */
const placesOf = (sites: readonly CutSite[], turfOf: readonly number[]) => {
  const [places, groups]: [CutSite[], number[]] = [[], []];
  const byBuilding = new Map<string, number>();
  const towers = new Map<number, number[]>();
  sites.forEach((site, index) => {
    const turf = turfOf[index] ?? -1;
    if (site.addressIds === null) {
      places.push(site);
      groups.push(turf);
      return;
    }
    const building = site.locationIds[0] ?? "";
    const place = byBuilding.get(building) ?? places.push(site) - 1;
    byBuilding.set(building, place);
    groups[place] = -1;
    const turfs = towers.get(place) ?? [];
    if (!turfs.includes(turf)) turfs.push(turf);
    towers.set(place, turfs);
  });
  return { places, groups, towers };
};

/** Points far around everything: with them every building's cell is closed. */
const frameAround = (ground: Ground, area: CutGeometry): [number, number][] => {
  const [west, south, east, north] = boundsOf(area);
  const [left, bottom] = ground.toGround([west, south]);
  const [right, top] = ground.toGround([east, north]);
  const reach = Math.max(right - left, top - bottom, 100) * 2;
  const [x, y] = [(left + right) / 2, (bottom + top) / 2];
  return Array.from({ length: 16 }, (_, index) => {
    const angle = ((index + 0.37) * Math.PI) / 8;
    return [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach];
  });
};

/** Borders between cells of different groups, chained into rings; a group lies to the left of its border. */
const cellRings = ({ x, y }: Ground, groupOf: readonly number[], frame: readonly [number, number][]): Map<number, Ring[]> => {
  const coords = Float64Array.from([...x].flatMap((value, index) => [value, at(y, index)]).concat(frame.flat()));
  const { triangles, halfedges } = new Delaunator(coords);
  const centres = Array.from({ length: triangles.length / 3 }, (_, triangle) => centreOf(coords, triangles, triangle * 3));
  const groupAt = (point: number): number => groupOf[point] ?? -1;
  const onward = new Map<number, Map<number, number>>();
  for (let edge = 0; edge < triangles.length; edge += 1) {
    const twin = at(halfedges, edge);
    if (twin === -1) continue;
    const group = groupAt(at(triangles, edge));
    if (group === -1 || group === groupAt(at(triangles, nextOf(edge)))) continue;
    const steps = onward.get(group) ?? new Map<number, number>();
    // Around a point of the triangulation its triangles follow one another so that the point stays on the left.
    steps.set(Math.floor(edge / 3), Math.floor(twin / 3));
    onward.set(group, steps);
  }
  return new Map([...onward].map(([group, steps]) => [group, chain(steps, centres)]));
};

const nextOf = (edge: number): number => (edge % 3 === 2 ? edge - 2 : edge + 1);

const centreOf = (coords: Float64Array, triangles: Uint32Array, from: number): [number, number] => {
  const [a, b, c] = [at(triangles, from), at(triangles, from + 1), at(triangles, from + 2)];
  const [ax, ay] = [at(coords, a * 2), at(coords, a * 2 + 1)];
  const [dx, dy] = [at(coords, b * 2) - ax, at(coords, b * 2 + 1) - ay];
  const [ex, ey] = [at(coords, c * 2) - ax, at(coords, c * 2 + 1) - ay];
  const [bl, cl, d] = [dx * dx + dy * dy, ex * ex + ey * ey, 0.5 / (dx * ey - dy * ex)];
  return [ax + (ey * bl - dy * cl) * d, ay + (dx * cl - ex * bl) * d];
};

const chain = (steps: Map<number, number>, centres: readonly [number, number][]): Ring[] => {
  const rings: Ring[] = [];
  for (let [start] = steps.keys(); start !== undefined; [start] = steps.keys()) {
    const ring: Ring = [];
    for (let here: number | undefined = start; here !== undefined;) {
      const there: number | undefined = steps.get(here);
      steps.delete(here);
      ring.push(centres[here] ?? [0, 0]);
      here = there === start ? undefined : there;
    }
    rings.push(ring);
  }
  return rings;
};

const areaOf = (ring: Ring): number =>
  ring.reduce((sum, [x, y], index) => {
    const [nx, ny] = ring[(index + 1) % ring.length] ?? [0, 0];
    return sum + x * ny - nx * y;
  }, 0) / 2;

/** Outer rings counter-clockwise, each with the holes that lie in it. */
const toGeometry = (rings: readonly Ring[], ground: Ground): CutGeometry => {
  const closed = (ring: Ring): [number, number][] => {
    const positions = ring.map(([x, y]) => ground.toPosition(x, y));
    const kept = positions.filter(([x, y], index) => {
      const [px, py] = positions[(index + positions.length - 1) % positions.length] ?? [0, 0];
      return x !== px || y !== py;
    });
    return kept[0] === undefined ? [] : [...kept, kept[0]];
  };
  const outers = rings.filter((ring) => areaOf(ring) > 0.5).map((ring) => [closed(ring)]);
  for (const hole of rings.filter((ring) => areaOf(ring) < -0.5).map(closed)) {
    const [longitude = 0, latitude = 0] = hole[0] ?? [];
    const around = outers.filter(([outer = []]) => holdsPoint({ type: "Polygon", coordinates: [outer] }, { latitude, longitude }));
    around.sort((a, b) => (a[0]?.length ?? 0) - (b[0]?.length ?? 0))[0]?.push(hole);
  }
  const [only] = outers;
  return outers.length === 1 && only !== undefined ? { type: "Polygon", coordinates: only } : { type: "MultiPolygon", coordinates: outers };
};
