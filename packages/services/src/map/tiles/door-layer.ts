import { listTileClusters, listTileDoors, type TileQuestion } from "@cml/db/map";
import { clusterZoomOf, singleDoorsFromZoom, tileExtent } from "@cml/domain/map";
import { encodePoints, type TilePoint } from "@cml/formats";
import type { Deps } from "../../deps";
import { placeOnTile } from "./tile-shape";

// A tile denser than this at street zoom could not be told apart on a screen anyway.
const mostDoors = 20_000;

const doorKeys = ["id", "address", "units", "visited", "sign", "support", "outcome"];
const clusterKeys = ["locations", "doors", "visited", "signs", "s1", "s2", "s3", "s4"];

/** Doors of a tile: single ones from street zoom on (layer `doors`), before that gathered (layer `clusters`). */
export const doorLayer = async (deps: Pick<Deps, "db">, question: TileQuestion): Promise<Uint8Array> => {
  const { tile, scope, turfs } = question;
  if (turfs?.length === 0 || (scope !== "all" && scope.length === 0)) return new Uint8Array(0);
  return tile.z >= singleDoorsFromZoom ? singleDoors(deps, question) : clusters(deps, question);
};

const singleDoors = async ({ db }: Pick<Deps, "db">, question: TileQuestion): Promise<Uint8Array> => {
  const place = placeOnTile(question.tile);
  const rows = await listTileDoors(db, question, mostDoors);
  const points = rows.map(([id, latitude, longitude, address, units, visited, signs, support, outcome]): TilePoint => {
    const [x, y] = place({ latitude, longitude });
    return { x, y, values: [id, address, units, visited, signs > 0, support, outcome] };
  });
  return encodePoints({ name: "doors", extent: tileExtent, keys: doorKeys, points });
};

const clusters = async ({ db }: Pick<Deps, "db">, question: TileQuestion): Promise<Uint8Array> => {
  const place = placeOnTile(question.tile);
  const { support } = question.filter;
  const rows = await listTileClusters(db, question, clusterZoomOf(question.tile.z));
  const points = rows.map(([latitude, longitude, ...counts]): TilePoint => {
    const [x, y] = place({ latitude, longitude });
    // Levels that were filtered out are not told: the colour of a group is that of what is shown.
    const values = counts.map((count, index) => (index < 4 || (count > 0 && isShown(support, index - 3)) ? count : null));
    return { x, y, values };
  });
  return encodePoints({ name: "clusters", extent: tileExtent, keys: clusterKeys, points });
};

const isShown = (support: readonly string[], level: number): boolean => support.length === 0 || support.includes(String(level));
