import { explainWaitingLetters, recoverDeadClaims, releaseDueLetters } from "@cml/db/influence";
import { explainedAtMost, letterLeaseSeconds, lettersPerJob, lostJobSeconds, releasedAtMost } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import { claimLeaseSeconds } from "@cml/domain/platform";
import { sweepTemplateMails } from "../../content/template-mails/sweep-template-mails";
import type { Deps } from "../../deps";

/** `quick`: only what is due goes to the queue; the sweep does the rest. */
type Options = { quick?: boolean; leaseSeconds?: number; lostSeconds?: number };

/**
 * The sweep behind all sending: letters of dead processes are put right, due ones go to the queue, those that stay are told
 * why, and mails from templates that lost their job get another. One at a time over all processes; a second one simply leaves.
 */
export const releaseLetters = async (
  deps: Deps,
  actor: Actor,
  { quick = false, leaseSeconds, lostSeconds = lostJobSeconds }: Options = {},
): Promise<{ released: number }> => {
  const done = await deps.locks.tryLock("release-letters", async () => {
    const now = deps.clock.now();
    const before = (seconds: number) => new Date(now.getTime() - seconds * 1_000);
    if (!quick) await recover(deps, { claimedBefore: before(leaseSeconds ?? letterLeaseSeconds), now });
    const rule = { now, lostBefore: before(lostSeconds) };
    const ids = await releaseDueLetters(deps.db, { ...rule, atMost: releasedAtMost });
    await deps.jobs.addMany(
      "email.send-letters",
      // The time is part of the id, so that letters released again after a soft failure are not taken for the old job.
      inJobs(ids).map((letterIds) => ({ payload: { letterIds }, jobId: `letters-${letterIds[0]}-${now.getTime()}` })),
    );
    if (quick) return { released: ids.length };
    await explainWaitingLetters(deps.db, { ...rule, atMost: explainedAtMost });
    await sweepTemplateMails(deps, actor, { leaseSeconds: leaseSeconds ?? claimLeaseSeconds });
    return { released: ids.length };
  });
  return done?.result ?? { released: 0 };
};

/** In the order of their release, so that everybody's letters still take turns. */
const inJobs = (ids: string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / lettersPerJob) }, (_, n) => ids.slice(n * lettersPerJob, (n + 1) * lettersPerJob));

const recover = async (deps: Deps, rule: { claimedBefore: Date; now: Date }): Promise<void> => {
  const recovered = await recoverDeadClaims(deps.db, rule);
  if (recovered.requeued + recovered.uncertain > 0) deps.logger.warn(recovered, "letters of a process that died were put right");
};
