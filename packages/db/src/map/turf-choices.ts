import type { CutScope, TurfChoice } from "@cml/domain/map";
import type { Db } from "../client";

/** A choice of more is found by its name. */
const mostChoices = 2_000;

/** Areas that may be handed out, by name; doors count as out wherever else they were handed out from. */
export const listTurfChoices = async ({ pool }: Pick<Db, "pool">, scope: CutScope): Promise<TurfChoice[]> => {
  const { rows } = await pool.query<TurfChoice>(
    `WITH held AS (
       SELECT a."id", a."locationId" FROM "TurfAssignmentDoor" d JOIN "Address" a ON a."id" = d."addressId" WHERE d."isOut"
     ), out AS (
       SELECT "cutId", count(DISTINCT "doorId")::int AS doors FROM (
         SELECT m."cutId", h."id" AS "doorId" FROM held h JOIN "CutLocation" m ON m."locationId" = h."locationId"
         UNION ALL SELECT u."cutId", h."id" FROM held h JOIN "CutAddress" u ON u."addressId" = h."id") both_ways GROUP BY 1
     )
     SELECT c."id", c."name", p."id" AS "parentId", p."name" AS "parentName", c."addressCount" AS doors, coalesce(o.doors, 0) AS out
     FROM "Cut" c LEFT JOIN "Cut" p ON p."id" = c."parentCutId" LEFT JOIN out o ON o."cutId" = c."id"
     WHERE $1::uuid[] IS NULL OR c."id" = ANY($1::uuid[]) ORDER BY c."name", c."id" LIMIT $2`,
    [scope === "all" ? null : [...scope], mostChoices],
  );
  return rows;
};
