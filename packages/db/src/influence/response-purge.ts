import type { Db } from "../client";

type ResponsePurge = { address: Date; now: Date };
type PurgedResponses = { addresses: number; unconfirmed: number; pictures: string[] };

/** Empties hashes of IP addresses kept long enough, and deletes what nobody confirmed before its link ended. */
export const purgeResponses = async (db: Db, { address, now }: ResponsePurge): Promise<PurgedResponses> => {
  const submitted = await db.prisma.representativeResponse.updateMany({
    where: { submittedIp: { not: null }, createdAt: { lt: address } },
    data: { submittedIp: null },
  });
  const voted = await db.prisma.responseUpvote.updateMany({
    where: { ipHash: { not: null }, createdAt: { lt: address } },
    data: { ipHash: null },
  });
  const links = await db.prisma.emailVerification.findMany({
    where: { purpose: "RESPONSE", used: false, expiresAt: { lt: now } },
    select: { id: true },
    take: 5_000,
  });
  const ids = links.map(({ id }) => id);
  const where = { id: { in: ids }, confirmedAt: null };
  const rows = await db.prisma.representativeResponse.findMany({ where, select: { screenshotUrl: true, screenshotKey: true } });
  const { count } = await db.prisma.representativeResponse.deleteMany({ where });
  // A used link is of no more use once its response is confirmed.
  await db.prisma.emailVerification.deleteMany({ where: { OR: [{ id: { in: ids } }, { purpose: "RESPONSE", expiresAt: { lt: now } }] } });
  return {
    addresses: submitted.count + voted.count,
    unconfirmed: count,
    pictures: rows.flatMap(({ screenshotUrl, screenshotKey }) => [screenshotUrl, screenshotKey].flatMap((one) => one ?? [])),
  };
};

/** Which of these files a response, or the snapshot of a removed one, still needs. */
export const findResponsePicturesInUse = async (db: Db, keys: readonly string[]): Promise<Set<string>> => {
  const { rows } = await db.pool.query<{ key: string }>(
    `SELECT "screenshotKey" AS key FROM "RepresentativeResponse" WHERE "screenshotKey" = ANY($1)
     UNION SELECT substr("screenshotUrl", 8) FROM "RepresentativeResponse" WHERE substr("screenshotUrl", 8) = ANY($1)
     UNION SELECT "snapshot" ->> 'screenshotKey' FROM "Trash"
       WHERE "kind" = 'RepresentativeResponse' AND "snapshot" ->> 'screenshotKey' = ANY($1)`,
    [[...keys]],
  );
  return new Set(rows.map(({ key }) => key));
};
