import type { CutScope, LocationStats } from "@cml/domain/map";
import type { Db } from "../client";
import { inCuts } from "./location-conditions";

type Counts = Omit<LocationStats, "possibleDuplicates">;

/** Everything on the map, from the stored counts of its coarsest cells and what is still to be added to them: no address is read. */
export const countAllLocations = async (db: Db): Promise<Counts> => {
  const [row] = await db.prisma.$queryRaw<Counts[]>`
    SELECT coalesce(sum("buildings"), 0)::int AS locations, coalesce(sum("doors"), 0)::int AS addresses, coalesce(sum("visited"), 0)::int AS visited,
      coalesce(sum("signs"), 0)::int AS signs, coalesce(sum("support1"), 0)::int AS support1, coalesce(sum("support2"), 0)::int AS support2,
      coalesce(sum("support3"), 0)::int AS support3, coalesce(sum("support4"), 0)::int AS support4
    FROM (
      SELECT "buildings", "doors", "visited", "signs", "support1", "support2", "support3", "support4" FROM "MapTileCount" WHERE "zoom" = 9
      UNION ALL SELECT "buildings", "doors", "visited", "signs", "support1", "support2", "support3", "support4" FROM "MapTileDelta"
    ) counted`;
  return row ?? nothing;
};

const nothing: Counts = { locations: 0, addresses: 0, visited: 0, signs: 0, support1: 0, support2: 0, support3: 0, support4: 0 };

/** The same for an account limited to some areas, by its rows. */
const countLocationsIn = async (db: Db, scope: CutScope): Promise<Counts> => {
  const [row] = await db.prisma.$queryRaw<Counts[]>`
    SELECT count(*)::int AS locations, coalesce(sum(l."totalUnits"), 0)::int AS addresses, coalesce(sum(l."visitedUnits"), 0)::int AS visited,
      coalesce(sum(l."signUnits"), 0)::int AS signs, coalesce(sum(l."support1Units"), 0)::int AS support1,
      coalesce(sum(l."support2Units"), 0)::int AS support2, coalesce(sum(l."support3Units"), 0)::int AS support3,
      coalesce(sum(l."support4Units"), 0)::int AS support4
    FROM "Location" l WHERE l."archivedAt" IS NULL AND ${inCuts(scope)}`;
  return row ?? nothing;
};

export const countLocations = async (db: Db, scope: CutScope): Promise<LocationStats> => {
  const counts = scope === "all" ? await countAllLocations(db) : await countLocationsIn(db, scope);
  const possibleDuplicates = scope === "all" ? await db.prisma.locationDuplicate.count({ where: { dismissedAt: null } }) : 0;
  return { ...counts, possibleDuplicates };
};

/** Towns and federal ridings that stand on buildings, by hopping along their indexes: no row is read twice. A town is spelled as its first building has it. */
export const listFilterChoices = async (db: Db): Promise<{ municipalities: string[]; districts: string[] }> => {
  const towns = await db.prisma.$queryRaw<{ name: string }[]>`
    WITH RECURSIVE hop AS (
      (SELECT split_part("streetKey", '|', 2) AS key, "municipality" AS name FROM "Location" ORDER BY 1 LIMIT 1)
      UNION ALL SELECT next.key, next.name FROM hop, LATERAL (
        SELECT split_part("streetKey", '|', 2) AS key, "municipality" AS name FROM "Location" WHERE split_part("streetKey", '|', 2) > hop.key
        ORDER BY split_part("streetKey", '|', 2) LIMIT 1) next
    ) SELECT name FROM hop WHERE key <> '' AND name IS NOT NULL LIMIT 5000`;
  const ridings = await db.prisma.$queryRaw<{ name: string }[]>`
    WITH RECURSIVE hop AS (
      (SELECT min("federalDistrict") AS name FROM "Location")
      UNION ALL SELECT (SELECT min("federalDistrict") FROM "Location" WHERE "federalDistrict" > hop.name) FROM hop WHERE hop.name IS NOT NULL
    ) SELECT name FROM hop WHERE name IS NOT NULL`;
  return { municipalities: towns.map(({ name }) => name), districts: ridings.map(({ name }) => name) };
};
