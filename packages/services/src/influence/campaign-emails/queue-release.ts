import type { Deps } from "../../deps";

// The last release this process asked for, so that a crowd of writers asks once.
const asked = new WeakMap<Deps["jobs"], string>();

const windowMs = 1_000;

/**
 * Asks for due letters to be put on the queue, once for all that is written within the same second, over all processes: the job
 * runs when the second is over and so sees every letter of it. Never fails: the rows are safe, and the sweep comes by itself.
 */
export const queueRelease = async (deps: Pick<Deps, "jobs" | "clock" | "logger">): Promise<void> => {
  const now = deps.clock.now().getTime();
  const end = (Math.floor(now / windowMs) + 1) * windowMs;
  const jobId = `release-${end}`;
  if (asked.get(deps.jobs) === jobId) return;
  asked.set(deps.jobs, jobId);
  await deps.jobs.add("influence.release-letters", { quick: true }, { jobId, delayMs: end - now }).catch((error: unknown) => {
    asked.delete(deps.jobs);
    deps.logger.warn({ error: String(error) }, "release not queued; the sweep will come");
  });
};
