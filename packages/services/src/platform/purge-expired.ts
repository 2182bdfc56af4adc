import { deleteAuditEntries, deleteDispatchedOutboxRows, deleteExpiredRows } from "@cml/db/platform";
import type { Deps } from "../deps";

const dayMs = 24 * 3600 * 1000;
const keepDispatchedDays = 7;
const keepAuditDays = 730;

/** Deletes what has served its time in the tables of the platform; every night. */
export const purgeExpired = async (deps: Deps): Promise<void> => {
  const now = deps.clock.now();
  const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs);
  const { rateLimits, trash } = await deleteExpiredRows(deps.db, { now });
  const outbox = await deleteDispatchedOutboxRows(deps.db, { before: daysAgo(keepDispatchedDays) });
  const audit = await deleteAuditEntries(deps.db, { before: daysAgo(keepAuditDays) });
  deps.logger.info({ rateLimits, trash, outbox, audit }, "expired rows purged");
};
