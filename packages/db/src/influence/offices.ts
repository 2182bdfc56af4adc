import { type OfficeAccess, officeAccessSchema, type OfficesOfCampaign, officesOfCampaignSchema } from "@cml/domain/influence";
import type { Db } from "../client";

export type KnownOffice = Pick<OfficeAccess, "id" | "campaignId" | "recipientKey" | "name" | "title" | "level" | "email" | "locale"> & {
  createdAt: Date;
};

/**
 * The office letters of a campaign go to; made with its first letter. A newer letter's address is taken over, so that the way in is
 * mailed where the letters go. Gives its id.
 */
export const keepOffice = async (db: Db, office: KnownOffice): Promise<string> => {
  const { campaignId, recipientKey } = office;
  const known = await db.prisma.officeAccess.findUnique({
    where: { campaignId_recipientKey: { campaignId, recipientKey } },
    select: { id: true, email: true, name: true },
  });
  // Nearly always it is known already: a row that every letter wrote would be what all of them wait for.
  if (known !== null && known.email === office.email.toLowerCase() && known.name === office.name) return known.id;
  const { rows } = await db.pool.query<{ id: string }>(
    `INSERT INTO "OfficeAccess" AS o ("id", "campaignId", "recipientKey", "name", "title", "level", "email", "locale", "createdAt")
     VALUES ($1, $2, $3, $4, $5, $6::"GovernmentLevel", lower($7), $8::"Locale", $9)
     ON CONFLICT ("campaignId", "recipientKey") DO UPDATE SET
       "name" = excluded."name", "email" = excluded."email", "level" = coalesce(o."level", excluded."level")
     RETURNING "id"`,
    [office.id, office.campaignId, office.recipientKey, office.name, office.title, office.level, office.email, office.locale, office.createdAt],
  ); // prettier-ignore
  const [row] = rows;
  if (row === undefined) throw new Error("an office was neither written nor found");
  return row.id;
};

export const findOffice = async (db: Db, id: string): Promise<OfficeAccess | null> => {
  const row = await db.prisma.officeAccess.findUnique({ where: { id } });
  return row === null ? null : officeAccessSchema.parse(row);
};

/** The office of a campaign whose letters go to this address. */
export const findOfficeByEmail = async (
  db: Db,
  { campaignId, email }: { campaignId: string; email: string },
): Promise<OfficeAccess | null> => {
  const row = await db.prisma.officeAccess.findFirst({ where: { campaignId, email }, orderBy: { createdAt: "asc" } });
  return row === null ? null : officeAccessSchema.parse(row);
};

type NewWayIn = { id: string; tokenHash: string; sentAt: Date; endsAt: Date };

/** A newer way in takes the place of one that was not used. */
export const setWayIn = async (db: Db, { id, tokenHash, sentAt, endsAt }: NewWayIn): Promise<void> => {
  await db.prisma.officeAccess.update({ where: { id }, data: { tokenHash, tokenSentAt: sentAt, tokenEndsAt: endsAt } });
};

export type WayInToken = { id: string; tokenHash: string; now: Date };

export const isWayInOpen = async (db: Db, { id, tokenHash, now }: WayInToken): Promise<boolean> =>
  (await db.prisma.officeAccess.count({ where: { id, tokenHash, tokenEndsAt: { gt: now } } })) === 1;

/** Uses the way in up. False for one that was used, is over, or is another office's. */
export const takeWayIn = async (db: Db, { id, tokenHash, now }: WayInToken): Promise<boolean> => {
  const { count } = await db.prisma.officeAccess.updateMany({
    where: { id, tokenHash, tokenEndsAt: { gt: now } },
    data: { tokenHash: null, tokenEndsAt: null },
  });
  if (count === 1) await db.prisma.officeAccess.updateMany({ where: { id, firstOpenedAt: null }, data: { firstOpenedAt: now } });
  return count === 1;
};

export const setOfficeContact = async (
  db: Db,
  { id, name, email, phone }: { id: string; name: string; email: string; phone: string },
): Promise<void> => {
  const known = (text: string) => (text === "" ? null : text);
  const data = { contact: known(name), contactEmail: known(email), contactPhone: known(phone) };
  await db.prisma.officeAccess.update({ where: { id }, data });
};

/** Whether the office gets one mail a week from now on. True where that is new. */
export const setOfficeDigest = async (db: Db, { id, on, now }: { id: string; on: boolean; now: Date }): Promise<boolean> => {
  const data = on ? { digest: true, digestOnAt: now, digestSentAt: null } : { digest: false, digestOnAt: null };
  const { count } = await db.prisma.officeAccess.updateMany({ where: { id, digest: !on }, data });
  return count === 1;
};

/** The offices of a campaign that did something on their page or get letters with a link, those with most letters first. */
export const listOfficesOf = async (db: Db, campaignId: string, atMost: number): Promise<OfficesOfCampaign> => {
  const { rows } = await db.pool.query(
    `SELECT o."id", o."name", o."title", o."firstOpenedAt", o."digest", o."contact", o."contactEmail", o."contactPhone",
            coalesce(l.letters, 0) AS letters, coalesce(l.outside, 0) AS outside, coalesce(l.waiting, 0) AS waiting, a.status AS answer
     FROM "OfficeAccess" o
     LEFT JOIN LATERAL (
       SELECT count(*) FILTER (WHERE e."status" = 'SENT' AND e."returnedAt" IS NULL)::int AS letters, count(n."letterId")::int AS outside,
              count(*) FILTER (WHERE e."status" = 'QUEUED' AND e."heldReason" = 'OFFICE_DIGEST')::int AS waiting
       FROM "CampaignEmail" e LEFT JOIN "NotConstituent" n ON n."letterId" = e."id"
       WHERE e."campaignId" = o."campaignId" AND e."recipientKey" = o."recipientKey" AND e."emailMethod" = 'SMTP' AND NOT e."isTest"
     ) l ON true
     LEFT JOIN LATERAL (
       SELECT coalesce(r."status", 'REJECTED') AS status FROM "OfficeAnswer" w LEFT JOIN "RepresentativeResponse" r ON r."officeAnswerId" = w."id"
       WHERE w."officeId" = o."id" ORDER BY w."createdAt" DESC LIMIT 1
     ) a ON true
     WHERE o."campaignId" = $1 ORDER BY o."firstOpenedAt" IS NULL, letters DESC, o."name" LIMIT $2`,
    [campaignId, atMost],
  );
  return officesOfCampaignSchema.parse(rows);
};
