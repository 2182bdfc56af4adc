import type { AuditAction, AuditFacts, AuditLine } from "@cml/domain/platform";
import type { Actor, Page, PageInput } from "@cml/domain/kernel";
import { sliceOf } from "@cml/domain/kernel";
import type { Db } from "../client";
import { escapeLike } from "../escape-like";
import { Prisma } from "../generated/client";

export type NewAuditEntry = {
  at?: Date;
  actorKind: Actor["kind"];
  actorUserId: string | null;
  action: AuditAction;
  entity: string;
  entityId: string | null;
  facts: AuditFacts;
  requestId: string | null;
};

export const insertAuditEntry = async (db: Db, entry: NewAuditEntry): Promise<void> => {
  await db.prisma.auditEntry.create({ data: entry });
};

/** `search` is part of a name or an e-mail address; without `actions` all of them. */
export type AuditFilter = { search: string; actions: readonly AuditAction[] | null };
type Row = Omit<AuditLine, "subject"> & { entity: string; entityId: string | null };

/** Newest first. What was begun is left out once its end is on record: one line for one deed. */
export const listAuditEntries = async (db: Db, filter: AuditFilter, page: PageInput): Promise<Page<AuditLine>> => {
  const { offset, limit } = sliceOf(page);
  const asked = conditionOf(filter);
  const [rows, counted] = await Promise.all([
    db.prisma.$queryRaw<Row[]>`
      SELECT a."id", a."at", a."actorKind", u."name" AS "actorName", a."action", a."entity", a."entityId", a."facts"
      FROM ${withDoer}
      WHERE ${asked} ORDER BY a."at" DESC, a."id" DESC LIMIT ${limit} OFFSET ${offset}`,
    db.prisma.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS "total" FROM ${withDoer} WHERE ${asked}`,
  ]);
  const names = await namesOf(db, rows);
  const items = rows.map(({ entity, entityId, ...row }) => ({ ...row, subject: names.get(`${entity} ${entityId}`) ?? null }));
  return { items, total: counted[0]?.total ?? 0, page: page.page, pageSize: page.pageSize };
};

/** Nobody is signed in yet who signs in or up: the account it was does so. Who was refused may have been anybody. */
const withDoer = Prisma.sql`"AuditEntry" a LEFT JOIN "User" u ON u."id" = CASE
  WHEN a."actorUserId" IS NULL AND a."actorKind" = 'anonymous' AND a."entity" = 'User' AND a."action" <> 'session.refuse' THEN a."entityId"::uuid
  ELSE a."actorUserId" END`;

const conditionOf = ({ search, actions }: AuditFilter): Prisma.Sql => {
  const like = `%${escapeLike(search)}%`;
  return Prisma.join(
    [
      Prisma.sql`NOT (a."action" LIKE '%-begun' AND a."requestId" IS NOT NULL AND EXISTS (
        SELECT 1 FROM "AuditEntry" e WHERE e."at" BETWEEN a."at" AND a."at" + interval '1 day'
          AND e."requestId" = a."requestId" AND e."action" || '-begun' = a."action"))`,
      ...(actions === null ? [] : [Prisma.sql`a."action" = ANY(${[...actions]}::text[])`]),
      ...(search === "" ? [] : [Prisma.sql`(u."name" ILIKE ${like} OR u."email" ILIKE ${like})`]),
    ],
    " AND ",
  );
};

/** What the entries of one page are about, where it has a name. */
const namesOf = async (db: Db, rows: readonly Row[]): Promise<Map<string, string>> => {
  const idsOf = (wanted: string) => rows.flatMap(({ entity, entityId }) => (entity === wanted && entityId !== null ? [entityId] : []));
  const [people, campaigns] = await Promise.all([
    db.prisma.user.findMany({ where: { id: { in: idsOf("User") } }, select: { id: true, name: true } }),
    db.prisma.campaign.findMany({ where: { id: { in: idsOf("Campaign") } }, select: { id: true, title: true } }),
  ]);
  return new Map([
    ...people.map(({ id, name }) => [`User ${id}`, name] as const),
    ...campaigns.map(({ id, title }) => [`Campaign ${id}`, title] as const),
  ]);
};

/** Gives how many were deleted. */
export const deleteAuditEntries = async (db: Db, { before }: { before: Date }): Promise<number> => {
  const { count } = await db.prisma.auditEntry.deleteMany({ where: { at: { lt: before } } });
  return count;
};
