import { type ProcessedJobName, queueOf } from "./definitions";
import { factsOfError, type JobsLog } from "./log";
import type { Queues } from "./queues";
import { planSchedule, type Schedule, schedules } from "./schedules";

export type ScheduleWatch = { stop: () => Promise<void> };

export type ScheduleWatchOptions = {
  queues: Queues;
  log: JobsLog;
  wanted?: Schedule[] | undefined;
  everyMs?: number | undefined;
  /** So late may a run be before anybody asks where it is. */
  graceMs?: number | undefined;
};

const minute = 60_000;
const comingStates: readonly string[] = ["waiting", "prioritized", "active", "delayed", "waiting-children"];

/**
 * BullMQ plans the next run of a schedule while it begins one, and when that fails for another reason than the connection the schedule
 * stands still for ever. This looks whether each one's next run still exists, and plans it anew when it does not.
 */
export const watchSchedules = ({
  queues,
  log,
  wanted = schedules,
  everyMs = minute,
  graceMs = minute,
}: ScheduleWatchOptions): ScheduleWatch => {
  // A run may begin and end between two of our questions: only what is missing twice in a row is lost.
  const missing = new Map<ProcessedJobName, number>();
  const look = async (): Promise<void> => {
    for (const schedule of wanted) {
      const lost = await missingRun(queues, schedule, Date.now() - graceMs);
      if (lost === null) missing.delete(schedule.job);
      else if (missing.get(schedule.job) !== lost) missing.set(schedule.job, lost);
      else {
        log.error({ job: schedule.job, nextRun: new Date(lost) }, "a schedule had lost its next run and is planned anew");
        await planSchedule(queues, schedule);
        missing.delete(schedule.job);
      }
    }
  };
  let looking: Promise<void> | null = null;
  const timer = setInterval(() => {
    looking ??= look()
      .catch((error: unknown) => log.warn(factsOfError(error), "the schedules could not be looked at"))
      .finally(() => {
        looking = null;
      });
  }, everyMs);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await looking;
    },
  };
};

/** When the schedule's next run was due, if it is overdue and no job stands for it; 0 when there is no such schedule. */
const missingRun = async (queues: Queues, { job }: Schedule, overdue: number): Promise<number | null> => {
  const queue = queues.get(queueOf(job));
  const next = (await queue.getJobScheduler(job))?.next ?? 0;
  if (next > overdue) return null;
  const state = next === 0 ? "unknown" : await queue.getJobState(`repeat:${job}:${next}`);
  return comingStates.includes(state) ? null : next;
};
