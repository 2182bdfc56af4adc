import { AppError } from "@cml/domain/kernel";
import type { MapLineGeometry } from "@cml/domain/map";
import { type OsmTags, type OsmWay, passOsmPbf } from "./osm-pbf";
import type { RandomAccess } from "./random-access";

type Position = number[];

/** A way or a relation with its shape; null where the extract was cut so that points of it are missing. */
export type OsmShape = { id: string; tags: OsmTags; geometry: MapLineGeometry | null; share: number };

/** What becomes of tags: a line, an area (closed ways and relations), or nothing. */
export type OsmWish = (tags: OsmTags) => "line" | "area" | null;

// A point takes 16 bytes; beyond this an extract should be cut smaller before a campaign's server reads it.
const mostPoints = 50_000_000;
const wayMember = 1;

/**
 * The shapes a wish is for, from an extract: areas first, then lines in the file's order. Four passes over the file, because ways name
 * points and relations name ways that come before them; memory holds the points of wished ways alone.
 */
export async function* readOsmShapes(file: RandomAccess, wish: OsmWish): AsyncGenerator<OsmShape> {
  const relations: { id: number; tags: OsmTags; outer: number[]; inner: number[] }[] = [];
  for await (const _share of passOsmPbf(file, {
    relation: ({ id, tags, members }) => {
      if (tags["type"] !== "multipolygon" || wish(tags) !== "area") return;
      const ways = members.filter(({ type }) => type === wayMember);
      const refs = (isInner: boolean): number[] => ways.filter(({ role }) => (role === "inner") === isInner).map(({ ref }) => ref);
      relations.push({ id, tags, outer: refs(false), inner: refs(true) });
    },
  }));
  const members = new Map<number, number[]>(relations.flatMap(({ outer, inner }) => [...outer, ...inner]).map((ref) => [ref, []]));
  const points = await readPoints(file, { wish, members });
  for (const { id, tags, outer, inner } of relations) {
    const rings = [outer, inner].map((refs) =>
      joinRings(
        refs.flatMap((ref) => [members.get(ref) ?? []]),
        points,
      ),
    );
    yield { id: `relation/${id}`, tags, geometry: polygonsOf(rings[0] ?? null, rings[1] ?? null), share: 0.5 };
  }
  const found: OsmWay[] = [];
  for await (const share of passOsmPbf(file, { way: (way) => wish(way.tags) !== null && found.push(way) })) {
    for (const { id, tags, refs } of found)
      yield { id: `way/${id}`, tags, geometry: shapeOfWay(refs, wish(tags), points), share: 0.5 + share / 2 };
    found.length = 0;
  }
}

type Points = (ref: number) => Position | null;

/** Points of every wished way and every member, by id; fills in the ways of `members`. */
const readPoints = async (file: RandomAccess, { wish, members }: { wish: OsmWish; members: Map<number, number[]> }): Promise<Points> => {
  const needed: number[] = [];
  for await (const _share of passOsmPbf(file, {
    way: ({ id, tags, refs }) => {
      if (members.has(id)) members.set(id, refs);
      else if (wish(tags) === null) return;
      for (const ref of refs) needed.push(ref);
      if (needed.length > mostPoints) throw new AppError("INVALID", "import.tooLarge");
    },
  }));
  const ids = new Float64Array(new Set(needed)).sort();
  needed.length = 0;
  // In ten-millionths of a degree, as OpenStreetMap has them; what stays at the low end was not in the file.
  const missing = -2_147_483_648;
  const latitudes = new Int32Array(ids.length).fill(missing);
  const longitudes = new Int32Array(ids.length);
  for await (const _share of passOsmPbf(file, {
    node: (id, latitude, longitude) => {
      const at = indexIn(ids, id);
      if (at === -1) return;
      latitudes[at] = Math.round(latitude * 1e7);
      longitudes[at] = Math.round(longitude * 1e7);
    },
  }));
  return (ref) => {
    const at = indexIn(ids, ref);
    const latitude = latitudes[at];
    return at === -1 || latitude === undefined || latitude === missing ? null : [(longitudes[at] ?? 0) / 1e7, latitude / 1e7];
  };
};

const indexIn = (sorted: Float64Array, wanted: number): number => {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = sorted[middle] ?? 0;
    if (value === wanted) return middle;
    if (value < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
};

/** The pieces of a way that lie in the extract: at its edge points are missing. */
const shapeOfWay = (refs: readonly number[], wished: "line" | "area" | null, points: Points): OsmShape["geometry"] => {
  const positions = refs.map(points);
  if (wished === "area") {
    const whole = positions.filter((position) => position !== null);
    const isClosed = refs.length >= 4 && refs[0] === refs.at(-1) && whole.length === refs.length;
    return isClosed ? { type: "MultiPolygon", coordinates: [[whole]] } : null;
  }
  const parts: Position[][] = [[]];
  for (const position of positions) {
    if (position === null) parts.push([]);
    else parts.at(-1)?.push(position);
  }
  const kept = parts.filter((part) => part.length > 1);
  return kept.length === 0 ? null : { type: "MultiLineString", coordinates: kept };
};

/** Ways end to end as closed rings; null where one stays open. */
const joinRings = (ways: readonly (readonly number[])[], points: Points): Position[][] | null => {
  const waiting = ways.filter((refs) => refs.length > 1).map((refs) => [...refs]);
  const rings: Position[][] = [];
  for (let ring = waiting.pop(); ring !== undefined; ring = waiting.pop()) {
    while (ring[0] !== ring.at(-1)) {
      const end = ring.at(-1);
      const next = waiting.findIndex((refs) => refs[0] === end || refs.at(-1) === end);
      if (next === -1) return null;
      const [found = []] = waiting.splice(next, 1);
      ring.push(...(found[0] === end ? found : found.reverse()).slice(1));
    }
    const positions = ring.map(points);
    if (positions.includes(null)) return null;
    rings.push(positions.filter((position) => position !== null));
  }
  return rings;
};

/** Holes go with the first outline: what is drawn is even-odd either way, and lakes with islands have one shore as a rule. */
const polygonsOf = (outer: Position[][] | null, inner: Position[][] | null): MapLineGeometry | null => {
  if (outer === null || outer.length === 0) return null;
  return { type: "MultiPolygon", coordinates: outer.map((ring, index) => (index === 0 ? [ring, ...(inner ?? [])] : [ring])) };
};
