import { type Page, sliceOf, type Translations, translationsSchema } from "@cml/domain/kernel";
import {
  boundsOf,
  type Cut,
  type CutCategory,
  type CutDetail,
  type CutGeometry,
  type CutScope,
  type CutStatistics,
  type ListCutsInput,
} from "@cml/domain/map";
import type { PoolClient } from "pg";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";
import { toCut, toGeometry } from "./rows";
import { escapeLike } from "../escape-like";

const inScope = (scope: CutScope): Prisma.CutWhereInput => (scope === "all" ? {} : { id: { in: [...scope] } });

const toDetail = (row: Prisma.CutGetPayload<object>): CutDetail => ({
  ...toCut(row),
  geometry: toGeometry(row.geojson),
  translations: row.translations === null ? null : translationsSchema.parse(row.translations),
});

const orderOf = ({ sort, descending }: Pick<ListCutsInput, "sort" | "descending">): Prisma.CutOrderByWithRelationInput[] => {
  const direction = descending ? "desc" : "asc";
  if (sort === "doors") return [{ addressCount: direction }];
  if (sort === "done") return [{ completionPercentage: direction }];
  // Never walked comes last either way.
  return sort === "canvassed" ? [{ lastCanvassed: { sort: direction, nulls: "last" } }] : [{ name: direction }];
};

export const listCuts = async (db: Db, input: ListCutsInput, scope: CutScope): Promise<Page<Cut>> => {
  const where: Prisma.CutWhereInput = {
    AND: [
      inScope(scope),
      input.search === "" ? {} : { name: { contains: escapeLike(input.search), mode: "insensitive" } },
      input.category === null ? {} : { category: input.category },
      input.official === null ? {} : { isOfficial: input.official },
    ],
  };
  const { offset, limit } = sliceOf(input);
  const total = await db.prisma.cut.count({ where });
  const rows = await db.prisma.cut.findMany({
    where,
    omit: { geojson: true },
    orderBy: [...orderOf(input), { name: "asc" }, { id: "asc" }],
    skip: offset,
    take: limit,
  });
  return { items: rows.map(toCut), total, page: input.page, pageSize: input.pageSize };
};

export const findCut = async (db: Db, id: string): Promise<CutDetail | null> => {
  const row = await db.prisma.cut.findUnique({ where: { id } });
  return row && toDetail(row);
};

export const listPublicCuts = async (db: Db): Promise<CutDetail[]> => {
  const rows = await db.prisma.cut.findMany({ where: { isPublic: true }, orderBy: [{ name: "asc" }, { id: "asc" }] });
  return rows.map(toDetail);
};

/** Boundaries of the scope, for the map. */
export const listCutDetails = async (db: Db, scope: CutScope): Promise<CutDetail[]> => {
  const rows = await db.prisma.cut.findMany({ where: inScope(scope), orderBy: { id: "asc" } });
  return rows.map(toDetail);
};

export type NewCut = Pick<Cut, "id" | "name" | "description" | "color" | "opacity" | "category" | "isPublic" | "isOfficial" | "source"> & {
  geometry: CutGeometry;
  externalId: string | null;
  importRunId: string | null;
  createdByUserId: string | null;
  boundaryId?: string | null;
  translations?: Translations | null;
  at: Date;
};

/** Within the client's transaction; a name and source that exist throw a unique violation. */
export const insertCut = async (client: PoolClient, cut: NewCut): Promise<void> => {
  await client.query(
    `INSERT INTO "Cut" ("id", "name", "description", "color", "opacity", "category", "isPublic", "isOfficial", "source", "geojson", "bounds",
       "externalId", "importRunId", "createdByUserId", "createdAt", "updatedAt", "boundaryId", "translations")
     VALUES ($1, $2, $3, $4, $5, $6::"CutCategory", $7, $8, $9, $10, $11, $12, $13, $14, $15, $15, $16, $17::jsonb)`,
    [
      cut.id, cut.name, cut.description, cut.color, cut.opacity, cut.category, cut.isPublic, cut.isOfficial, cut.source,
      JSON.stringify(cut.geometry), JSON.stringify(boundsOf(cut.geometry)), cut.externalId, cut.importRunId, cut.createdByUserId, cut.at,
      cut.boundaryId ?? null, cut.translations === null || cut.translations === undefined ? null : JSON.stringify(cut.translations),
    ], // prettier-ignore
  );
};

export type CutChanges = Partial<Pick<Cut, "name" | "description" | "color" | "opacity" | "category" | "isPublic">> & {
  geometry?: CutGeometry;
  externalId?: string | null;
  translations?: Translations | null;
};

const cutColumns: Record<keyof Omit<CutChanges, "geometry">, string> = {
  name: "",
  description: "",
  color: "",
  opacity: "",
  category: '::"CutCategory"',
  isPublic: "",
  externalId: "",
  translations: "::jsonb",
};

/** Within the client's transaction; only what is given changes. False when there is no such area. */
export const updateCut = async (client: PoolClient, id: string, { changes, at }: { changes: CutChanges; at: Date }): Promise<boolean> => {
  const { geometry, ...plain } = changes;
  const given = (Object.entries(plain) as [keyof typeof cutColumns, unknown][]).filter(([, value]) => value !== undefined);
  const sets = given.map(([column], index) => `"${column}" = $${index + 3}${cutColumns[column]}`);
  const values: unknown[] = given.map(([, value]) => (typeof value === "object" && value !== null ? JSON.stringify(value) : value));
  if (geometry !== undefined) {
    sets.push(`"geojson" = $${values.length + 3}`, `"bounds" = $${values.length + 4}`);
    values.push(JSON.stringify(geometry), JSON.stringify(boundsOf(geometry)));
  }
  const { rowCount } = await client.query(`UPDATE "Cut" SET ${['"updatedAt" = $2', ...sets].join(", ")} WHERE "id" = $1`, [
    id,
    at,
    ...values,
  ]);
  return rowCount === 1;
};

/** Areas of one source by name, with what an import compares. */
export const listCutsOfSource = async (
  client: PoolClient,
  source: string,
): Promise<{ id: string; name: string; geojson: string; externalId: string | null; updatedAt: Date }[]> => {
  const { rows } = await client.query<{ id: string; name: string; geojson: string; externalId: string | null; updatedAt: Date }>(
    `SELECT "id", "name", "geojson", "externalId", "updatedAt" FROM "Cut" WHERE "source" = $1`,
    [source],
  );
  return rows;
};

/** What a file of areas is compared with before it comes in: its source's own, and those of the same kind. */
export const listStandingAreas = async (
  db: Db,
  { source, category }: { source: string; category: CutCategory },
): Promise<{ id: string; name: string; externalId: string | null; isOfSource: boolean; geometry: CutGeometry }[]> => {
  const rows = await db.prisma.cut.findMany({
    where: { OR: [{ source }, { category }] },
    select: { id: true, name: true, externalId: true, source: true, geojson: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ geojson, source: its, ...plain }) => ({ ...plain, isOfSource: its === source, geometry: toGeometry(geojson) }));
};

type StatisticsRow = Record<
  "locations" | "addresses" | "visited" | "reached" | "signs" | "one" | "two" | "three" | "four" | "unasked" | "completion",
  bigint
>;

export const countCut = async (db: Db, id: string): Promise<CutStatistics> => {
  const [row] = await db.prisma.$queryRaw<StatisticsRow[]>`
    SELECT count(DISTINCT m."locationId") AS locations, count(a."id") AS addresses, count(a."lastVisitedAt") AS visited,
      count(*) FILTER (WHERE a."lastOutcome" IN ('SPOKE_WITH', 'REFUSED', 'MOVED', 'ALREADY_VOTED', 'COME_BACK_LATER')) AS reached,
      count(*) FILTER (WHERE a."sign") AS signs,
      count(*) FILTER (WHERE a."supportLevel" = '1') AS one, count(*) FILTER (WHERE a."supportLevel" = '2') AS two,
      count(*) FILTER (WHERE a."supportLevel" = '3') AS three, count(*) FILTER (WHERE a."supportLevel" = '4') AS four,
      count(a."id") FILTER (WHERE a."supportLevel" IS NULL) AS unasked,
      (SELECT "completionPercentage"::bigint FROM "Cut" WHERE "id" = ${id}::uuid) AS completion
    FROM (
      SELECT "locationId", NULL::uuid AS "addressId" FROM "CutLocation" WHERE "cutId" = ${id}::uuid
      UNION ALL SELECT d."locationId", d."id" FROM "CutAddress" u JOIN "Address" d ON d."id" = u."addressId" WHERE u."cutId" = ${id}::uuid
    ) m LEFT JOIN "Address" a ON a."locationId" = m."locationId" AND (m."addressId" IS NULL OR a."id" = m."addressId")`;
  const number = (key: keyof StatisticsRow): number => Number(row?.[key] ?? 0);
  return {
    locations: number("locations"),
    addresses: number("addresses"),
    visited: number("visited"),
    reached: number("reached"),
    completionPercentage: number("completion"),
    bySupport: {
      LEVEL_1: number("one"),
      LEVEL_2: number("two"),
      LEVEL_3: number("three"),
      LEVEL_4: number("four"),
      notAsked: number("unasked"),
    },
    signs: number("signs"),
  };
};
