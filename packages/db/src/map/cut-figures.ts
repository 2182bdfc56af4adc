import type { CutFigures } from "@cml/domain/map";
import type { Db } from "../client";

type Row = { id: string } & Record<"locations" | "addresses" | "visited" | "reached" | "signs" | "one" | "two" | "three" | "four", string>;

/** What was said at the doors of these areas, counted now; visits whose door opened count as reached. An area is a boundary or a list of doors. */
export const figuresOfCuts = async ({ pool }: Db, ids: readonly string[]): Promise<Map<string, CutFigures>> => {
  const { rows } = await pool.query<Row>(
    `SELECT m."cutId" AS id, count(DISTINCT m."locationId") AS locations, count(a."id") AS addresses, count(a."lastVisitedAt") AS visited,
       count(*) FILTER (WHERE a."lastOutcome" IN ('SPOKE_WITH', 'REFUSED', 'MOVED', 'ALREADY_VOTED', 'COME_BACK_LATER')) AS reached,
       count(*) FILTER (WHERE a."sign") AS signs,
       count(*) FILTER (WHERE a."supportLevel" = '1') AS one, count(*) FILTER (WHERE a."supportLevel" = '2') AS two,
       count(*) FILTER (WHERE a."supportLevel" = '3') AS three, count(*) FILTER (WHERE a."supportLevel" = '4') AS four
     FROM (
       SELECT "cutId", "locationId", NULL::uuid AS "addressId" FROM "CutLocation" WHERE "cutId" = ANY($1::uuid[])
       UNION ALL SELECT u."cutId", d."locationId", d."id" FROM "CutAddress" u JOIN "Address" d ON d."id" = u."addressId" WHERE u."cutId" = ANY($1::uuid[])
     ) m LEFT JOIN "Address" a ON a."locationId" = m."locationId" AND (m."addressId" IS NULL OR a."id" = m."addressId") GROUP BY 1`,
    [ids],
  );
  return new Map(
    rows.map(({ id, one, two, three, four, ...row }) => [
      id,
      {
        id,
        locations: Number(row.locations),
        addresses: Number(row.addresses),
        visited: Number(row.visited),
        reached: Number(row.reached),
        signs: Number(row.signs),
        support: [Number(one), Number(two), Number(three), Number(four)],
      },
    ]),
  );
};
