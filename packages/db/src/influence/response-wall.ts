import {
  type GovernmentLevel,
  type ListWallInput,
  readWallCursor,
  type ResponseType,
  type WallHead,
  wallPeopleMost,
  type WallSort,
  type WallResponse,
} from "@cml/domain/influence";
import type { Db } from "../client";

/** A row of the wall as its card shows it; the face is looked up apart. */
export type WallRow = Omit<WallResponse, "photoUrl" | "upvotedByMe">;

const onWall = `"status" = 'APPROVED' AND "disputedAt" IS NULL AND "confirmedAt" IS NOT NULL`;
const person = `wall_person("recipientKey", "representativeName")`;

const columns = `r."id", r."campaignSlug", r."representativeName", r."representativeTitle", r."representativeLevel" AS "level", r."partyName",
  r."responseType" AS "type", r."shownText" AS "text", r."shownComment" AS "comment", r."screenshotUrl", r."screenshotWidth",
  r."screenshotHeight", CASE WHEN r."isAnonymous" OR r."officeAnswerId" IS NOT NULL THEN NULL ELSE r."submittedByName" END AS "author",
  r."officeAnswerId" IS NOT NULL AS "isOffice", to_char(r."repliedOn", 'YYYY-MM-DD') AS "repliedOn", r."daysToReply",
  CASE WHEN r."isVerified" THEN r."verifiedAt" END AS "verifiedAt", r."proofSeenAt",
  CASE WHEN r."officeReplyStatus" = 'APPROVED' THEN r."officeReply" END AS "officeReply", r."officeReplyAt", r."upvoteCount" AS "upvotes",
  r."createdAt", r."locale", wall_person(r."recipientKey", r."representativeName") AS "personKey"`;

type Raw = Omit<WallRow, "confirmedByOffice" | "proofSeen" | "officeReply"> & {
  verifiedAt: Date | null;
  proofSeenAt: Date | null;
  officeReply: string | null;
  officeReplyAt: Date | null;
};

const toRow = ({ verifiedAt, proofSeenAt, officeReply, officeReplyAt, ...raw }: Raw): WallRow => ({
  ...raw,
  confirmedByOffice: verifiedAt === null ? null : { at: verifiedAt },
  proofSeen: proofSeenAt === null ? null : { at: proofSeenAt },
  officeReply: officeReply === null || officeReplyAt === null ? null : { text: officeReply, at: officeReplyAt },
});

// What each order looks at; the last two settle what the first leaves open.
const firsts: Record<WallSort, string | null> = { RECENT: null, UPVOTED: `"upvoteCount"`, CONFIRMED: `"isVerified"` };

type Page = { campaignId: string; heads: readonly Pick<WallHead, "level" | "type">[]; limit: number } & Pick<
  ListWallInput,
  "person" | "sort" | "after" | "before"
>;

/**
 * A page of a campaign's wall: the first rows of each level and type there is, merged. So an index gives every filter in every
 * order, and nothing is read that is not nearly shown. Before a place the same is read upwards, nearest to the place first, and
 * given in the order of the wall.
 */
export const listWallRows = async (db: Db, { campaignId, heads, person: key, sort, after, before, limit }: Page): Promise<WallRow[]> => {
  if (heads.length === 0) return [];
  const first = firsts[sort];
  const order = [...(first === null ? [] : [first]), `"createdAt"`, `"id"`];
  const values: unknown[] = [campaignId, heads.map(({ level }) => level), heads.map(({ type }) => type), limit];
  const value = (one: unknown): string => `$${values.push(one)}`;
  const conditions = [onWall];
  if (key !== null) conditions.push(`${person} = ${value(key)}`);
  const [beyond, direction] = before === null ? ["<", "DESC"] : [">", "ASC"];
  const cursor = before ?? after;
  if (cursor !== null) {
    const place = readWallCursor(cursor);
    const firstValue = sort === "CONFIRMED" ? place.first > 0 : place.first;
    const at = [...(first === null ? [] : [value(firstValue)]), value(place.createdAt), value(place.id)];
    conditions.push(`(${order.join(", ")}) ${beyond} (${at.join(", ")})`);
  }
  const read = order.map((one) => `${one} ${direction}`).join(", ");
  const { rows } = await db.pool.query<Raw>(
    `WITH page AS MATERIALIZED (
       SELECT head.* FROM unnest($2::"GovernmentLevel"[], $3::"ResponseType"[]) AS kind(level, type)
       CROSS JOIN LATERAL (
         SELECT ${order.join(", ")} FROM "RepresentativeResponse"
         WHERE "campaignId" = $1 AND "representativeLevel" = kind.level AND "responseType" = kind.type AND ${conditions.join(" AND ")}
         ORDER BY ${read} LIMIT $4
       ) head
       ORDER BY ${read} LIMIT $4
     )
     SELECT ${columns} FROM page JOIN "RepresentativeResponse" r ON r."id" = page."id"
     ORDER BY ${order.map((one) => `page.${one} DESC`).join(", ")}`,
    values,
  );
  return rows.map(toRow);
};

/** One response of a campaign's wall; null where it may not stand there. */
export const findWallRow = async (db: Db, { campaignId, id }: { campaignId: string; id: string }): Promise<WallRow | null> => {
  const { rows } = await db.pool.query<Raw>(
    `SELECT ${columns} FROM "RepresentativeResponse" r WHERE r."id" = $1 AND r."campaignId" = $2 AND ${onWall}`,
    [id, campaignId],
  );
  return rows[0] === undefined ? null : toRow(rows[0]);
};

/** How many responses of each level and type there are, all of them and those about one person. */
export const listWallHeads = async (db: Db, { campaignId, person: key }: { campaignId: string; person: string | null }): Promise<WallHead[]> => {
  const { rows } = await db.pool.query<WallHead>(
    `SELECT "level", "type", sum("shown")::int AS "all", sum("confirmed")::int AS "confirmed",
            coalesce(sum("shown") FILTER (WHERE $2::text IS NULL OR "personKey" = $2), 0)::int AS "shown"
     FROM "WallTally" WHERE "campaignId" = $1 AND "shown" > 0 GROUP BY 1, 2`,
    [campaignId, key],
  );
  return rows;
}; // prettier-ignore

export type WallPerson = { key: string; name: string; title: string | null; count: number };
type Whom = { campaignId: string; level: GovernmentLevel | null; type: ResponseType | null };

/** Whom the responses are about, those with most first. */
export const listWallPeople = async (db: Db, { campaignId, level, type }: Whom): Promise<WallPerson[]> => {
  const { rows } = await db.pool.query<WallPerson>(
    `SELECT "personKey" AS "key", max("name") AS "name", max("title") AS "title", sum("shown")::int AS "count"
     FROM "WallTally" WHERE "campaignId" = $1 AND "shown" > 0
       AND ($2::"GovernmentLevel" IS NULL OR "level" = $2) AND ($3::"ResponseType" IS NULL OR "type" = $3)
     GROUP BY 1 ORDER BY 4 DESC, 2, 1 LIMIT ${wallPeopleMost}`,
    [campaignId, level, type],
  );
  return rows;
};

export type KnownFace = { level: GovernmentLevel; name: string; districtName: string; photoKey: string };

/** Faces we have a copy of, of representatives with these names. */
export const listFacesOfNames = async (db: Db, names: readonly string[]): Promise<KnownFace[]> => {
  const { rows } = await db.pool.query<KnownFace>(
    `SELECT DISTINCT "level", "name", "districtName", "photoKey" FROM (
       SELECT "level", "name", "districtName", "photoKey" FROM "Representative"
       WHERE "name" = ANY($1) AND "photoKey" IS NOT NULL AND "photoKey" <> ''
       UNION ALL SELECT "level", "name", "districtName", "photoKey" FROM "OfficeHolder"
       WHERE "name" = ANY($1) AND "photoKey" IS NOT NULL AND "photoKey" <> ''
     ) faces LIMIT 1000`,
    [[...names]],
  );
  return rows;
};
