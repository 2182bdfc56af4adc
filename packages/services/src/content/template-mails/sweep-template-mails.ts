import { listDueTemplateMails, recoverDeadTemplateMails } from "@cml/db/platform";
import type { Actor } from "@cml/domain/kernel";
import { claimLeaseSeconds } from "@cml/domain/platform";
import type { Deps } from "../../deps";

// A fresh mail's own job gets this long before the sweep queues another; a second job finds the row taken and ends.
const firstJobSeconds = 20;

/** Queues mails that have no job: their time to try again has come, or the job was lost with its process. */
export const sweepTemplateMails = async (
  deps: Deps,
  _actor: Actor,
  { leaseSeconds = claimLeaseSeconds }: { leaseSeconds?: number } = {},
): Promise<number> => {
  const now = deps.clock.now();
  await recoverDeadTemplateMails(deps.db, { claimedBefore: new Date(now.getTime() - leaseSeconds * 1_000) });
  const due = await listDueTemplateMails(deps.db, { now, createdBefore: new Date(now.getTime() - firstJobSeconds * 1_000) });
  // One job a mail and minute: a sweep every few seconds does not fill the queue while the workers are behind.
  const minute = Math.floor(now.getTime() / 60_000);
  await deps.jobs.addMany(
    "email.send-template-mail",
    due.map((mailId) => ({ payload: { mailId }, jobId: `mail-${mailId}-${minute}` })),
  );
  return due.length;
};
