type Ring = number[][];
type Shape = { type: "Polygon"; coordinates: Ring[] } | { type: "MultiPolygon"; coordinates: Ring[][] };
export type Shapes = {
  type: "FeatureCollection";
  features: { type: "Feature"; geometry: Shape; properties: { key: string } }[];
};

export type DrawnShapes = { width: number; height: number; paths: { key: string; path: string; middle: [number, number] }[] };

const width = 340;
const margin = 8;
const tallest = 300;

const ringsOf = (shape: Shape): Ring[] => (shape.type === "Polygon" ? shape.coordinates : shape.coordinates.flat());

/** Web Mercator in degrees, north up, so that shapes look as on every map. */
const projected = ([longitude = 0, latitude = 0]: number[]): [number, number] => [
  longitude,
  (-180 / Math.PI) * Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)),
];

/** District shapes as SVG paths in one frame of 340 units' width, with the point to put a number at. Unknown districts are left out. */
export const drawShapes = ({ features }: Shapes, keys: readonly string[]): DrawnShapes => {
  const wanted = features.filter(({ properties }) => keys.includes(properties.key));
  const all = wanted.flatMap(({ geometry }) => ringsOf(geometry).flat().map(projected));
  if (all.length === 0) return { width, height: 0, paths: [] };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of all) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  const scale = Math.min((width - 2 * margin) / (right - left || 1), (tallest - 2 * margin) / (bottom - top || 1));
  const indent = (width - (right - left) * scale) / 2;
  const place = (point: number[]): [number, number] => {
    const [x, y] = projected(point);
    return [round(indent + (x - left) * scale), round(margin + (y - top) * scale)];
  };
  return {
    width,
    height: Math.ceil((bottom - top) * scale) + 2 * margin,
    paths: wanted.map(({ geometry, properties }) => {
      const rings = ringsOf(geometry).map((ring) => ring.map(place));
      return { key: properties.key, path: rings.map(pathOf).join(""), middle: middleOf(rings) };
    }),
  };
};

const round = (value: number): number => Math.round(value * 10) / 10;
const pathOf = (ring: [number, number][]): string => `M${ring.map(([x, y]) => `${x} ${y}`).join("L")}Z`;

/** The centre of mass of the largest ring (shoelace formula); for a crescent that may lie outside, which a number can bear. */
const middleOf = (rings: [number, number][][]): [number, number] => {
  const measured = rings.map(massOf).sort((a, b) => b.area - a.area)[0];
  return measured === undefined ? [0, 0] : [round(measured.x), round(measured.y)];
};

const massOf = (ring: [number, number][]): { area: number; x: number; y: number } => {
  let [twice, x, y] = [0, 0, 0];
  ring.forEach(([x1, y1], index) => {
    const [x2, y2] = ring[(index + 1) % ring.length] ?? [x1, y1];
    const cross = x1 * y2 - x2 * y1;
    twice += cross;
    x += (x1 + x2) * cross;
    y += (y1 + y2) * cross;
  });
  const [first = [0, 0] as [number, number]] = ring;
  return twice === 0 ? { area: 0, x: first[0], y: first[1] } : { area: Math.abs(twice / 2), x: x / (3 * twice), y: y / (3 * twice) };
};
