import type { Db } from "../client";

/** Moments before which something has served its time. */
export type PurgeBefore = { captured: Date; street: Date; address: Date; deadLink: Date; now: Date };

export type Purged = { captured: number; streets: number; addresses: number; waiting: number; links: number; browsers: number };

/**
 * Empties what is kept only for a while: details without a letter, streets (in the letter's text too), hashes of IP
 * addresses, letters nobody confirmed, and remembered browsers. Rows that are counted stay.
 */
export const purgeLetters = async (db: Db, before: PurgeBefore): Promise<Purged> => {
  const captured = await db.prisma.campaignEmail.updateMany({
    where: { status: "USER_INFO_CAPTURED", createdAt: { lt: before.captured }, userEmail: { not: null } },
    data: { userName: null, userEmail: null, userPostalCode: null, userId: null, senderIp: null },
  });
  // The street stands on a line of its own below the name; only that line goes, whatever else the letter says.
  const streets = await db.prisma.$executeRaw`
    UPDATE "CampaignEmail" SET
      "message" = rtrim(replace("message" || E'\n', E'\n' || "userStreet" || E'\n', E'\n'), E'\n'),
      "userStreet" = NULL
    WHERE "userStreet" IS NOT NULL AND "status" NOT IN ('QUEUED', 'SENDING') AND coalesce("sentAt", "createdAt") < ${before.street}`;
  const old = before.address;
  const letterIps = await db.prisma.campaignEmail.updateMany({
    where: { senderIp: { not: null }, createdAt: { lt: old } },
    data: { senderIp: null },
  });
  const callIps = await db.prisma.call.updateMany({ where: { callerIp: { not: null }, calledAt: { lt: old } }, data: { callerIp: null } });
  const logIps = await db.prisma.emailLog.updateMany({ where: { senderIp: { not: null }, sentAt: { lt: old } }, data: { senderIp: null } });
  const waiting = await db.prisma.emailVerification.updateMany({
    where: { purpose: "LETTER", used: false, expiresAt: { lt: before.now }, tempCampaignData: { not: null } },
    data: { tempCampaignData: null },
  });
  const links = await db.prisma.emailVerification.deleteMany({
    where: { purpose: "LETTER", used: false, expiresAt: { lt: before.deadLink } },
  });
  const browsers = await db.prisma.confirmedBrowser.deleteMany({ where: { expiresAt: { lt: before.now } } });
  return {
    captured: captured.count,
    streets,
    addresses: letterIps.count + callIps.count + logIps.count,
    waiting: waiting.count,
    links: links.count,
    browsers: browsers.count,
  };
};
