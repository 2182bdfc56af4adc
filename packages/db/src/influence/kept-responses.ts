import type { Db } from "../client";
import type { Writer } from "./letter-erasure";
import { responsesOf } from "./response-erasure";

export type KeptResponses = {
  responses: {
    campaignTitle: string;
    representativeName: string;
    createdAt: Date;
    confirmedAt: Date | null;
    /** Until when one that was taken away may be brought back; null for one that stands. */
    removedUntil: Date | null;
    submittedByName: string | null;
    submittedByEmail: string | null;
    userComment: string | null;
    submittedIp: string | null;
    screenshotKey: string | null;
  }[];
  /** `until`: of one that waits for its mailed link. */
  upvotes: { representativeName: string; createdAt: Date; until: Date | null }[];
};

const mostRows = 500;

/** What is kept of a writer's responses and votes, newest first; removed ones and unanswered questions come after. */
export const listKeptResponses = async (db: Db, writer: Writer, now: Date): Promise<KeptResponses> => {
  const address = "email" in writer ? { submittedByEmail: writer.email } : { submittedByEmail: { not: null } };
  const rows = await db.prisma.representativeResponse.findMany({
    where: { ...responsesOf(writer), officeAnswerId: null, ...address },
    include: { campaign: { select: { title: true } } },
    orderBy: { createdAt: "desc" },
    take: mostRows,
  });
  const standing = rows.map(({ campaign, ...row }) => ({ ...row, campaignTitle: campaign.title, removedUntil: null }));
  if (!("email" in writer)) return { responses: standing, upvotes: [] };
  const { email } = writer;
  const of = { select: { representativeName: true } };
  const [removed, votes, asked] = await Promise.all([
    listRemoved(db, email, now),
    db.prisma.responseUpvote.findMany({
      where: { userEmail: email },
      select: { createdAt: true, response: of },
      orderBy: { createdAt: "desc" },
      take: mostRows,
    }),
    db.prisma.pendingUpvote.findMany({
      where: { email, expiresAt: { gt: now } },
      select: { createdAt: true, expiresAt: true, response: of },
      take: mostRows,
    }),
  ]);
  return {
    responses: [...standing, ...removed],
    upvotes: [
      ...votes.map(({ createdAt, response }) => ({ ...response, createdAt, until: null })),
      ...asked.map(({ createdAt, expiresAt, response }) => ({ ...response, createdAt, until: expiresAt })),
    ],
  };
};

type Removed = Omit<KeptResponses["responses"][number], "createdAt" | "confirmedAt"> & { createdAt: string; confirmedAt: string | null };

const listRemoved = async (db: Db, email: string, now: Date): Promise<KeptResponses["responses"]> => {
  const rows = await db.prisma.$queryRaw<Removed[]>`
    SELECT coalesce(c."title", '') AS "campaignTitle", t."expiresAt" AS "removedUntil", kept.*
    FROM "Trash" t
    CROSS JOIN LATERAL jsonb_to_record(t."snapshot") AS kept (
      "campaignId" uuid, "representativeName" text, "createdAt" text, "confirmedAt" text, "submittedByName" text,
      "submittedByEmail" text, "userComment" text, "submittedIp" text, "screenshotKey" text)
    LEFT JOIN "Campaign" c ON c."id" = kept."campaignId"
    WHERE t."kind" = 'RepresentativeResponse' AND t."expiresAt" > ${now} AND t."snapshot" ->> 'submittedByEmail' = ${email}
    LIMIT ${mostRows}`;
  return rows.map(({ createdAt, confirmedAt, ...row }) => ({
    ...row,
    createdAt: new Date(createdAt),
    confirmedAt: confirmedAt === null ? null : new Date(confirmedAt),
  }));
};
