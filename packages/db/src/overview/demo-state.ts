import type { DemoStatus } from "@cml/domain/overview";
import type { Db } from "../client";

export type DemoState = {
  /** The campaign is written last, so with it everything is there. */
  complete: boolean;
  /** Rows of a demo that was interrupted while it was made, or of one that is there. */
  anything: boolean;
  /** Somebody has begun work of their own. */
  ownWork: boolean;
  removedBefore: boolean;
};

export const demoRemovedAction = "demo.remove" as const;

export const findDemoState = async (db: Db): Promise<DemoState> => {
  const [state] = await db.prisma.$queryRaw<DemoState[]>`
    SELECT EXISTS (SELECT 1 FROM "Campaign" WHERE "isDemo") AS "complete",
      EXISTS (SELECT 1 FROM "ImportRun" WHERE "isDemo") OR EXISTS (SELECT 1 FROM "User" WHERE "isDemo")
        OR EXISTS (SELECT 1 FROM "Campaign" WHERE "isDemo") AS "anything",
      EXISTS (SELECT 1 FROM "Campaign" WHERE NOT "isDemo") OR EXISTS (SELECT 1 FROM "Location" WHERE NOT "isDemo")
        OR EXISTS (SELECT 1 FROM "Cut" WHERE NOT "isDemo") OR EXISTS (SELECT 1 FROM "Shift" WHERE NOT "isDemo") AS "ownWork",
      EXISTS (SELECT 1 FROM "AuditEntry" WHERE "action" = ${demoRemovedAction}) AS "removedBefore"`;
  if (state === undefined) throw new Error("PostgreSQL answered without a row");
  return state;
};

export const countDemo = async (db: Db): Promise<DemoStatus> => {
  const { prisma } = db;
  const [campaigns, letters, doors, visits, people] = await Promise.all([
    prisma.campaign.count({ where: { isDemo: true } }),
    prisma.campaignEmail.count({ where: { campaign: { isDemo: true } } }),
    prisma.address.count({ where: { location: { isDemo: true } } }),
    prisma.canvassVisit.count({ where: { OR: [{ user: { isDemo: true } }, { address: { location: { isDemo: true } } }] } }),
    prisma.user.count({ where: { isDemo: true } }),
  ]);
  return { loaded: campaigns > 0, campaigns, letters, doors, visits, people };
};
