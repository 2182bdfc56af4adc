import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";

/**
 * An office's answer was approved: it is mailed to everybody it is for, by a job. The answer's row says that it waits, so a job
 * that is lost is made up for by the next sweep.
 */
export const mailOfficeAnswer = async (deps: Deps, _actor: Actor, { officeAnswerId }: { officeAnswerId: string }): Promise<void> => {
  const jobId = `office-answer-${officeAnswerId}-${deps.clock.now().getTime()}`;
  await deps.jobs.add("influence.mail-office-answers", {}, { jobId }).catch((error: unknown) => {
    deps.logger.warn({ officeAnswerId, error: String(error) }, "mailing of an office's answer not queued; the sweep will come");
  });
};
