import { queueOf, type ProcessedJobName } from "./definitions";
import { jobOptionsOf, type Queues } from "./queues";

/** `everySeconds`, or a cron `pattern` in UTC. */
export type Schedule = { job: ProcessedJobName } & ({ everySeconds: number } | { pattern: string });

/** Jobs without a payload that come back by themselves, over all processes together. */
export const schedules: Schedule[] = [
  // Rows are dispatched as soon as they are committed; this finds those whose process died in between.
  { job: "platform.dispatch-outbox", everySeconds: 10 },
  { job: "platform.fold-counters", everySeconds: 15 },
  // Accounts whose date has passed are refused at once; this only writes it down and forgets dead sessions and tokens.
  { job: "platform.expire-credentials", everySeconds: 3600 },
  { job: "platform.purge-expired", pattern: "23 8 * * *" },
  { job: "influence.release-letters", everySeconds: 15 },
  { job: "influence.remind-letters", everySeconds: 600 },
  // Asked for when an answer is approved; this finds one whose job was lost or that was being mailed when a process died.
  { job: "influence.mail-office-answers", everySeconds: 60 },
  // Two weeks after a letter left; by rows, so that nobody is forgotten while the computer is off.
  { job: "influence.ask-what-became", everySeconds: 3600 },
  { job: "influence.mail-results", everySeconds: 3600 },
  { job: "influence.count-replies", everySeconds: 60 },
  // On Mondays and ahead of deadlines; every ten minutes is often enough for the last half hour before one.
  { job: "influence.send-office-digests", everySeconds: 600 },
  // What is promised to go after a day, a link's end or ninety days goes within the hour.
  { job: "influence.purge-letters", everySeconds: 3600 },
  { job: "influence.purge-responses", everySeconds: 3600 },
  { job: "influence.sweep-response-pictures", pattern: "53 8 * * *" },
  { job: "influence.refresh-representatives", everySeconds: 300 },
  { job: "influence.warn-of-deadlines", everySeconds: 900 },
  { job: "influence.fetch-faces", everySeconds: 60 },
  // A process that waits on the mailbox fetches at once; this is for when none does.
  { job: "inbound.fetch-mail", everySeconds: 60 },
  { job: "inbound.purge-mail", pattern: "41 8 * * *" },
  { job: "canvass.abandon-idle-sessions", everySeconds: 900 },
  // Imports go on by themselves when a process closes; this finds those whose process died.
  { job: "map.resume-imports", everySeconds: 60 },
  // Offers that ran out, places to offer, notices and reminders: by rows, so that a stopped computer loses none.
  { job: "map.sweep-shifts", everySeconds: 20 },
  { job: "map.purge-registers", pattern: "11 9 * * *" },
  // At night: it reads every building once.
  { job: "map.find-duplicates", pattern: "37 9 * * *" },
];

/** Brings the queues' schedules in line with the list: adds, changes, and removes those that are no longer in it. */
export const applySchedules = async (queues: Queues, wanted: Schedule[] = schedules): Promise<void> => {
  for (const schedule of wanted) await planSchedule(queues, schedule);
  await removeOthers(queues, new Set(wanted.map(({ job }) => job)));
};

export const planSchedule = async (queues: Queues, schedule: Schedule): Promise<void> => {
  const { job } = schedule;
  const repeat = "pattern" in schedule ? { pattern: schedule.pattern, tz: "UTC" } : { every: schedule.everySeconds * 1000 };
  const { attempts, backoff } = jobOptionsOf(job);
  await queues.get(queueOf(job)).upsertJobScheduler(job, repeat, {
    name: job,
    data: {},
    opts: { attempts, backoff, removeOnComplete: { count: 3 }, removeOnFail: { count: 100 } },
  });
};

const removeOthers = async (queues: Queues, wanted: Set<string>): Promise<void> => {
  const names = [...new Set([...wanted].map((name) => name.slice(0, name.indexOf("."))))];
  for (const name of names) {
    const queue = queues.get(name as Parameters<Queues["get"]>[0]);
    for (const { key } of await queue.getJobSchedulers()) if (!wanted.has(key)) await queue.removeJobScheduler(key);
  }
};
