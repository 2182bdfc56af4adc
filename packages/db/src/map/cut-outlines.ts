import { type Bounds, type Translations, translationsSchema } from "@cml/domain/kernel";
import { boundsOf, type CutGeometry } from "@cml/domain/map";
import type { Db } from "../client";
import { toBounds, toGeometry } from "./rows";

/** What a map draws of an area. */
export type CutOutline = {
  id: string;
  name: string;
  color: string;
  opacity: number;
  isPublic: boolean;
  bounds: Bounds;
  geometry: CutGeometry;
  translations: Translations | null;
};

/** Every area's shape: much to read, so maps keep what they made of it until the version of areas moves. */
export const listCutOutlines = async (db: Db): Promise<CutOutline[]> => {
  const rows = await db.prisma.cut.findMany({
    select: { id: true, name: true, color: true, opacity: true, isPublic: true, bounds: true, geojson: true, translations: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ opacity, bounds, geojson, translations, ...row }) => {
    const geometry = toGeometry(geojson);
    return {
      ...row,
      opacity: opacity.toNumber(),
      geometry,
      bounds: toBounds(bounds) ?? boundsOf(geometry),
      translations: translations === null ? null : translationsSchema.parse(translations),
    };
  });
};

export type CutCounts = { addressCount: number; completionPercentage: number };

/** The stored counters of every area. */
export const listCutCounts = async ({ pool }: Db): Promise<Map<string, CutCounts>> => {
  const { rows } = await pool.query<CutCounts & { id: string }>(`SELECT "id", "addressCount", "completionPercentage" FROM "Cut"`);
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
};
