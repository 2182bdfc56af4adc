import { PbfWriter } from "pbf";

export type TileValue = string | number | boolean;

/** Whole tile coordinates, y downwards; rings closed or not. */
export type TileGeometry =
  | { type: "point"; points: [number, number][] }
  | { type: "line"; parts: [number, number][][] }
  | { type: "polygon"; rings: [number, number][][] };

export type TileFeature = { id?: number; geometry: TileGeometry; properties: Record<string, TileValue | null> };
export type TileLayer = { name: string; extent: number; features: TileFeature[] };

/** Mapbox Vector Tile 2.1. Layers and features without anything to draw are left out; null properties too. */
export const encodeTile = (layers: readonly TileLayer[]): Uint8Array => {
  const pbf = new PbfWriter();
  for (const layer of layers) {
    const drawn = layer.features.flatMap((feature) => {
      const commands = commandsOf(feature.geometry);
      return commands.length === 0 ? [] : [{ feature, commands }];
    });
    if (drawn.length > 0) pbf.writeMessage(3, writeLayer, { ...layer, drawn });
  }
  return pbf.finish();
};

type DrawnFeature = { feature: TileFeature; commands: number[] };

const writeLayer = (layer: { name: string; extent: number; drawn: DrawnFeature[] }, pbf: PbfWriter): void => {
  const keys = new Map<string, number>();
  const values = new Map<TileValue, number>();
  pbf.writeVarintField(15, 2);
  pbf.writeStringField(1, layer.name);
  for (const { feature, commands } of layer.drawn) {
    const tags = Object.entries(feature.properties).flatMap(([key, value]) =>
      value === null ? [] : [numberOf(keys, key), numberOf(values, value)],
    );
    pbf.writeMessage(2, writeFeature, { feature, commands, tags });
  }
  for (const key of keys.keys()) pbf.writeStringField(3, key);
  for (const value of values.keys()) pbf.writeMessage(4, writeValue, value);
  pbf.writeVarintField(5, layer.extent);
};

const numberOf = <T>(numbers: Map<T, number>, item: T): number => {
  const known = numbers.get(item);
  if (known !== undefined) return known;
  numbers.set(item, numbers.size);
  return numbers.size - 1;
};

const writeFeature = ({ feature, commands, tags }: DrawnFeature & { tags: number[] }, pbf: PbfWriter): void => {
  if (feature.id !== undefined) pbf.writeVarintField(1, feature.id);
  pbf.writePackedVarint(2, tags);
  pbf.writeVarintField(3, geometryTypes[feature.geometry.type]);
  pbf.writePackedVarint(4, commands);
};

const writeValue = (value: TileValue, pbf: PbfWriter): void => {
  if (typeof value === "string") pbf.writeStringField(1, value);
  else if (typeof value === "boolean") pbf.writeBooleanField(7, value);
  else if (!Number.isInteger(value)) pbf.writeDoubleField(3, value);
  else if (value < 0) pbf.writeSVarintField(6, value);
  else pbf.writeVarintField(5, value);
};

const geometryTypes = { point: 1, line: 2, polygon: 3 } as const;

const moveTo = 1;
const lineTo = 2;
const closePath = 7;
const command = (id: number, count: number): number => (count << 3) | id;
const zigzag = (value: number): number => (value << 1) ^ (value >> 31);

const commandsOf = (geometry: TileGeometry): number[] => {
  let x = 0;
  let y = 0;
  const step = ([toX, toY]: [number, number]): number[] => {
    const steps = [zigzag(toX - x), zigzag(toY - y)];
    [x, y] = [toX, toY];
    return steps;
  };
  if (geometry.type === "point") {
    return geometry.points.length === 0 ? [] : [command(moveTo, geometry.points.length), ...geometry.points.flatMap(step)];
  }
  if (geometry.type === "line") {
    return geometry.parts.flatMap((part) => {
      const [first, ...rest] = withoutRepeats(part);
      if (first === undefined || rest.length === 0) return [];
      return [command(moveTo, 1), ...step(first), command(lineTo, rest.length), ...rest.flatMap(step)];
    });
  }
  return geometry.rings.flatMap((ring) => {
    const [first, ...rest] = openRing(ring);
    if (first === undefined || rest.length < 2) return [];
    return [command(moveTo, 1), ...step(first), command(lineTo, rest.length), ...rest.flatMap(step), command(closePath, 1)];
  });
};

/** Without repeated points and without the closing one: the format closes rings itself. */
const openRing = (ring: [number, number][]): [number, number][] => {
  const kept = withoutRepeats(ring);
  const [first, last] = [kept[0], kept.at(-1)];
  if (kept.length > 1 && first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1]) kept.pop();
  return kept;
};

const withoutRepeats = (points: [number, number][]): [number, number][] =>
  points.filter(([x, y], index) => index === 0 || x !== points[index - 1]?.[0] || y !== points[index - 1]?.[1]);
