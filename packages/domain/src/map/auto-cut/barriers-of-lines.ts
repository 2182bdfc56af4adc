import type { MapLineClass, MapLineGeometry, MapLineKind } from "../map-line";
import type { CutBarrier } from "./cut-site";

type Line = { kind: MapLineKind; class: MapLineClass; geometry: MapLineGeometry };

/** What stops people on foot: rivers and lakes, railways, major roads. A brook and a tram in the street do not. */
const barrierClasses: Readonly<Record<MapLineKind, readonly MapLineClass[]>> = {
  water: ["river", "area"],
  rail: ["rail"],
  road: ["motorway", "major"],
};

const isBarrier = (line: Pick<Line, "kind" | "class">): boolean => barrierClasses[line.kind].includes(line.class);

/** Lines as barriers; a lake by its shores. */
export const barriersOf = (lines: readonly Line[]): CutBarrier[] =>
  lines.filter(isBarrier).flatMap(({ kind, geometry }) => {
    const paths = geometry.type === "MultiPolygon" ? geometry.coordinates.flat() : geometry.coordinates;
    return paths.map((line) => ({ kind, line }));
  });
