import type { DoorRow } from "@cml/domain/map";
import type { PoolClient } from "pg";
import { Prisma } from "../generated/client";

/** The doors that stand for those that were merged into them, by what a file called the merged one. */
export const findMergedDoors = async (
  client: PoolClient,
  doors: readonly DoorRow[],
  source: string,
): Promise<(door: DoorRow) => string | null> => {
  const { rows } = await client.query<{ addrGuid: string | null; externalId: string | null; source: string | null; addressId: string }>(
    `SELECT m."addrGuid", m."externalId", m."source", m."addressId" FROM "MergedDoor" m JOIN "Address" a ON a."id" = m."addressId"
     WHERE m."addrGuid" = ANY($1::text[]) OR m."externalId" = ANY($2::text[]) AND m."source" = $3`,
    [doors.flatMap(({ addrGuid }) => addrGuid ?? []), doors.flatMap(({ externalId }) => externalId ?? []), source],
  );
  const byGuid = new Map(rows.map((row) => [row.addrGuid, row.addressId]));
  const byExternalId = new Map(rows.filter((row) => row.source === source).map((row) => [row.externalId, row.addressId]));
  return ({ addrGuid, externalId }) =>
    (addrGuid === null ? (externalId === null ? undefined : byExternalId.get(externalId)) : byGuid.get(addrGuid)) ?? null;
};

/** Within a merge: what files call its losing doors, and the doors that were merged into those before, mean the one that stands. */
export const rememberMergedDoors = (mergeId: string): readonly Prisma.Sql[] => [
  Prisma.sql`UPDATE "MergedDoor" m SET "addressId" = p."keepId" FROM merging p WHERE m."addressId" = p."mergeId"`,
  Prisma.sql`
    INSERT INTO "MergedDoor" ("id", "addressId", "addrGuid", "externalId", "source")
    SELECT a."id", p."keepId", a."addrGuid", a."externalId", l."source"
    FROM merging p JOIN "Address" a ON a."id" = p."mergeId" JOIN "Location" l ON l."id" = ${mergeId}::uuid
    WHERE a."addrGuid" IS NOT NULL OR a."externalId" IS NOT NULL`,
];

/** Which doors were merged into the doors of a building, as a snapshot keeps it. */
export const mergedInto = (locationId: string): Prisma.Sql => Prisma.sql`
  (SELECT m."id", m."addressId" FROM "MergedDoor" m JOIN "Address" a ON a."id" = m."addressId" WHERE a."locationId" = ${locationId}::uuid) r`;

/** Within a parting: each door is its own again. */
export const forgetMergedDoors = (trashId: string): readonly Prisma.Sql[] => {
  const each = (key: string) => Prisma.sql`"Trash" t, jsonb_array_elements(t."snapshot"->${key}) e`;
  return [
    Prisma.sql`DELETE FROM "MergedDoor" m USING ${each("addresses")} WHERE t."id" = ${trashId}::uuid AND m."id" = (e->>'id')::uuid`,
    Prisma.sql`
      UPDATE "MergedDoor" m SET "addressId" = (e->>'addressId')::uuid FROM ${each("mergedDoors")}
      WHERE t."id" = ${trashId}::uuid AND m."id" = (e->>'id')::uuid`,
  ];
};
