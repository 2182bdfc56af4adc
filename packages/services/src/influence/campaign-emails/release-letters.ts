import { recoverDeadClaims, releaseDueLetters } from "@cml/db/influence";
import { lostJobSeconds, releasedAtMost } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import { claimLeaseSeconds } from "@cml/domain/platform";
import { sweepTemplateMails } from "../../content/template-mails/sweep-template-mails";
import type { Deps } from "../../deps";

type Options = { leaseSeconds?: number; lostSeconds?: number };

/**
 * The sweep behind all sending: letters of dead processes are put right, due ones go to the queue, and mails from
 * templates that lost their job get another. One at a time over all processes; a second one simply leaves.
 */
export const releaseLetters = async (
  deps: Deps,
  actor: Actor,
  { leaseSeconds = claimLeaseSeconds, lostSeconds = lostJobSeconds }: Options = {},
): Promise<{ released: number }> => {
  const done = await deps.locks.tryLock("release-letters", async () => {
    const now = deps.clock.now();
    const before = (seconds: number) => new Date(now.getTime() - seconds * 1_000);
    const recovered = await recoverDeadClaims(deps.db, { claimedBefore: before(leaseSeconds) });
    if (recovered.requeued + recovered.uncertain > 0) deps.logger.warn(recovered, "letters of a process that died were put right");
    const ids = await releaseDueLetters(deps.db, { now, atMost: releasedAtMost, lostBefore: before(lostSeconds) });
    await deps.jobs.addMany(
      "email.send-letter",
      // The time is part of the id, so that a letter released again after a soft failure is not taken for the old job.
      ids.map((letterId) => ({ payload: { letterId }, jobId: `letter-${letterId}-${now.getTime()}` })),
    );
    await sweepTemplateMails(deps, actor, { leaseSeconds });
    return { released: ids.length };
  });
  return done?.result ?? { released: 0 };
};
