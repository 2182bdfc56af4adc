import type { Db } from "../client";
import { recountCutsIn } from "../map/cut-counters";
import { forgetEmptyStreets } from "../map/streets";

/**
 * Deletes what the demo made and what hangs on it, in the caller's transaction. A door that a file of one's own named too has
 * become one's own and stays: only the demo's visits go from it, and it shows its last other visit again.
 */
export const deleteDemo = async (tx: Db): Promise<void> => {
  await deleteInfluence(tx);
  await deleteFieldWork(tx);
  await deleteMap(tx);
  await tx.prisma.user.deleteMany({ where: { isDemo: true } });
};

const deleteInfluence = async ({ prisma }: Db): Promise<void> => {
  const ids = (await prisma.campaign.findMany({ where: { isDemo: true }, select: { id: true } })).map(({ id }) => id);
  // These would outlive the campaign.
  await prisma.$executeRaw`
    DELETE FROM "EmailLog" WHERE "messageId" IN (SELECT "messageId" FROM "CampaignEmail" WHERE "campaignId" = ANY(${ids}::uuid[]))`;
  await prisma.$executeRaw`
    DELETE FROM "TemplateMail" WHERE "onceKey" IN (
      SELECT 'letter-confirmation:' || "id" FROM "EmailVerification" WHERE "campaignId" = ANY(${ids}::uuid[]))`;
  await prisma.call.deleteMany({ where: { campaignId: { in: ids } } });
  await prisma.consent.deleteMany({ where: { campaignId: { in: ids } } });
  await prisma.counterDelta.deleteMany({ where: { entityId: { in: ids } } });
  await prisma.campaign.deleteMany({ where: { id: { in: ids } } });
  // What triggers noted about its letters and answers, for numbers that went with it.
  await prisma.replyTally.deleteMany({ where: { campaignId: { in: ids } } });
  await prisma.letterTally.deleteMany({ where: { campaignId: { in: ids } } });
  await prisma.representative.deleteMany({ where: { isDemo: true } });
};

/** Visits of the demo's people and at the demo's doors, and the sessions that were walked in the demo alone. */
const deleteFieldWork = async (tx: Db): Promise<void> => {
  const { prisma } = tx;
  const touched = await prisma.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT a."id" FROM "CanvassVisit" v JOIN "User" u ON u."id" = v."userId" AND u."isDemo"
    JOIN "Address" a ON a."id" = v."addressId" JOIN "Location" l ON l."id" = a."locationId" AND NOT l."isDemo"`;
  await prisma.$executeRaw`
    DELETE FROM "CanvassVisit" v USING "User" u, "Address" a, "Location" l
    WHERE u."id" = v."userId" AND a."id" = v."addressId" AND l."id" = a."locationId" AND (u."isDemo" OR l."isDemo")`;
  const ended = await prisma.$queryRaw<{ id: string }[]>`
    SELECT s."id" FROM "CanvassSession" s JOIN "User" u ON u."id" = s."userId" LEFT JOIN "Cut" c ON c."id" = s."cutId"
    WHERE u."isDemo" OR (c."isDemo" AND NOT EXISTS (SELECT 1 FROM "CanvassVisit" v WHERE v."sessionId" = s."id"))`;
  const sessions = ended.map(({ id }) => id);
  await prisma.trackingSession.deleteMany({ where: { canvassSessionId: { in: sessions } } });
  await prisma.canvassSession.deleteMany({ where: { id: { in: sessions } } });
  await restoreDoors(tx, touched.map(({ id }) => id)); // prettier-ignore
};

/** Doors that stay show what the visits left to them say. */
const restoreDoors = async (tx: Db, addressIds: string[]): Promise<void> => {
  if (addressIds.length === 0) return;
  const { prisma } = tx;
  await prisma.$executeRaw`
    UPDATE "Address" a SET "lastVisitedAt" = v."visitedAt", "lastOutcome" = v."outcome", "supportLevel" = s."supportLevel",
      "supportDeclined" = coalesce(s."supportDeclined", false), "leanCode" = s."leanCode",
      "sign" = g."signSize" IS NOT NULL OR coalesce(g."signRequested", false), "signSize" = g."signSize"
    FROM unnest(${addressIds}::uuid[]) wanted(id)
    LEFT JOIN LATERAL (SELECT * FROM "CanvassVisit" WHERE "addressId" = wanted.id AND NOT "heldForReview" AND "withdrawnAt" IS NULL ORDER BY "visitedAt" DESC LIMIT 1) v ON true
    LEFT JOIN LATERAL (SELECT * FROM "CanvassVisit" WHERE "addressId" = wanted.id AND NOT "heldForReview" AND "withdrawnAt" IS NULL
      AND ("supportLevel" IS NOT NULL OR "supportDeclined") ORDER BY "visitedAt" DESC LIMIT 1) s ON true
    LEFT JOIN LATERAL (SELECT * FROM "CanvassVisit" WHERE "addressId" = wanted.id AND NOT "heldForReview" AND "withdrawnAt" IS NULL
      AND "signRequested" ORDER BY "visitedAt" DESC LIMIT 1) g ON true
    WHERE a."id" = wanted.id`;
  await prisma.$executeRaw`
    UPDATE "Location" l SET "lastVisitedAt" = n.last FROM (
      SELECT a."locationId", max(b."lastVisitedAt") AS last FROM "Address" a JOIN "Address" b ON b."locationId" = a."locationId"
      WHERE a."id" = ANY(${addressIds}::uuid[]) GROUP BY 1
    ) n WHERE l."id" = n."locationId"`;
  const cuts = await prisma.$queryRaw<{ cutId: string }[]>`
    SELECT DISTINCT m."cutId" FROM "CutLocation" m JOIN "Address" a ON a."locationId" = m."locationId" WHERE a."id" = ANY(${addressIds}::uuid[])`;
  await recountCutsIn(tx, cuts.map(({ cutId }) => cutId)); // prettier-ignore
};

const deleteMap = async (tx: Db): Promise<void> => {
  const { prisma } = tx;
  await prisma.shift.deleteMany({ where: { isDemo: true } });
  await prisma.cut.deleteMany({ where: { isDemo: true } });
  const touched = await prisma.$queryRaw<{ cutId: string }[]>`
    SELECT DISTINCT m."cutId" FROM "CutLocation" m JOIN "Location" l ON l."id" = m."locationId" AND l."isDemo"`;
  await prisma.$executeRaw`
    DELETE FROM "LocationHistory" h USING "ImportRun" r WHERE r."isDemo" AND (h."importRunId" = r."id" OR h."metadata"->>'importId' = r."id"::text)`;
  await prisma.location.deleteMany({ where: { isDemo: true } });
  await forgetEmptyStreets(tx);
  await recountCutsIn(tx, touched.map(({ cutId }) => cutId)); // prettier-ignore
  await prisma.importRun.deleteMany({ where: { isDemo: true } });
};
