import { type Bundle, type HandInStatus, handInStatuses, type Letter } from "@cml/domain/influence";
import type { Db } from "../client";
import { toLetter } from "./letters";

const open = { handedInAt: null, isTest: false, erasedAt: null };

/** Letters of each status that are in no bundle yet. */
export const countForHandIn = async (db: Db, campaignId: string): Promise<Record<HandInStatus, number>> => {
  const groups = await db.prisma.campaignEmail.groupBy({
    by: ["status"],
    where: { campaignId, ...open, status: { in: [...handInStatuses] } },
    _count: true,
  });
  const count = (status: HandInStatus) => groups.find((group) => group.status === status)?._count ?? 0;
  return { QUEUED: count("QUEUED"), FAILED: count("FAILED"), UNCERTAIN: count("UNCERTAIN"), SENT: count("SENT") };
};

/**
 * Puts letters into the bundle of this moment. Those that wait or were refused leave the queue in the same statement: what
 * is handed in on paper does not also leave by mail. One that is just being handed over is not taken. Gives how many were.
 */
export const takeForHandIn = async (
  db: Db,
  campaignId: string,
  { statuses, at, byUserId }: { statuses: readonly HandInStatus[]; at: Date; byUserId: string | null },
): Promise<number> => {
  const taken = await db.prisma.$executeRaw`
    WITH taken AS (
      UPDATE "CampaignEmail" SET "handedInAt" = ${at}, "heldReason" = NULL, "queuedAt" = CASE WHEN "status" = 'QUEUED' THEN NULL ELSE "queuedAt" END,
        "status" = CASE WHEN "status" IN ('QUEUED', 'FAILED') THEN 'CANCELLED' ELSE "status" END
      WHERE "campaignId" = ${campaignId}::uuid AND "status"::text = ANY (${[...statuses]}) AND "handedInAt" IS NULL
        AND NOT "isTest" AND "erasedAt" IS NULL
      RETURNING "id"
    )
    INSERT INTO "LetterEvent" ("id", "letterId", "kind", "at", "byUserId")
    SELECT gen_random_uuid(), "id", 'HANDED_IN', ${at}, ${byUserId}::uuid FROM taken`;
  return taken;
};

/** Bundles of a campaign, newest first. */
export const listBundles = async (db: Db, campaignId: string): Promise<Bundle[]> => {
  const groups = await db.prisma.campaignEmail.groupBy({
    by: ["handedInAt"],
    where: { campaignId, handedInAt: { not: null } },
    orderBy: { handedInAt: "desc" },
    _count: true,
    take: 50,
  });
  return groups.flatMap(({ handedInAt, _count }) => (handedInAt === null ? [] : [{ at: handedInAt, letters: _count }]));
};

export const countBundle = (db: Db, campaignId: string, at: Date): Promise<number> =>
  db.prisma.campaignEmail.count({ where: { campaignId, handedInAt: at, erasedAt: null } });

const pageLength = 200;

/** Letters of one bundle, by recipient, read a page at a time so that their number does not matter. */
export async function* readBundle(db: Db, campaignId: string, at: Date): AsyncGenerator<Letter> {
  let after: { recipientName: string; id: string } | null = null;
  for (;;) {
    const rows: Letter[] = (
      await db.prisma.campaignEmail.findMany({
        where: {
          campaignId,
          handedInAt: at,
          erasedAt: null,
          ...(after === null
            ? {}
            : { OR: [{ recipientName: { gt: after.recipientName } }, { recipientName: after.recipientName, id: { gt: after.id } }] }),
        },
        orderBy: [{ recipientName: "asc" }, { id: "asc" }],
        take: pageLength,
      })
    ).map(toLetter);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageLength) return;
    after = { recipientName: last.recipientName, id: last.id };
  }
}
