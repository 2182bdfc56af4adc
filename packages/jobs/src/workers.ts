import { UnrecoverableError, WaitingError, Worker, type IQueueBackend, type Job, type JobProgress } from "bullmq";
import { ZodError } from "zod";
import type { JobsBackend } from "./backends/backend";
import {
  isJobName,
  parsePayload,
  processedJobNames,
  queueNames,
  queueSettings,
  type JobPayload,
  type ProcessedJobName,
  type QueueName,
} from "./definitions";
import { factsOfError, type JobsLog } from "./log";
import { keyPrefix } from "./queues";

/** What a processor may know about its run. */
export type JobContext = {
  jobId: string;
  /** Counts from 1. */
  attempt: number;
  lastAttempt: boolean;
  /** Fires when the process is about to close: a long job stops at its next checkpoint and throws `new JobPostponed()`. */
  signal: AbortSignal;
};
export type Processor<N extends ProcessedJobName> = (payload: JobPayload<N>, context: JobContext) => Promise<void>;
export type Processors = { [N in ProcessedJobName]: Processor<N> };

/** Thrown by a processor that stopped early on purpose: the job goes back to its queue and the run does not count. */
export class JobPostponed extends Error {
  constructor() {
    super("postponed");
    this.name = "JobPostponed";
  }
}

export type JobTiming = {
  /** A worker that says nothing for so long has lost its job to another. */
  lockSeconds: number;
  /** How often a worker looks for jobs of workers that died. */
  stalledCheckSeconds: number;
};

export type Workers = {
  /** Takes no new jobs and waits for the running ones, at most so long; what is still running then runs again elsewhere. */
  close: (deadlineMs: number) => Promise<{ unfinished: boolean }>;
};

export type WorkersOptions = { backend: JobsBackend; timing: JobTiming; log: JobsLog };

/** Starts one BullMQ worker a queue. Throws unless every job name has exactly one processor and every processor a job name. */
export const startWorkers = async (processors: Processors, options: WorkersOptions): Promise<Workers> => {
  assertComplete(processors);
  const closing = new AbortController();
  const workers = queueNames
    .filter((name) => !queueSettings[name].claimed)
    .map((name) => startWorker(name, { ...options, run: (job) => runJob(processors, job, closing.signal) }));
  await Promise.all(workers.map((worker) => worker.waitUntilReady()));
  return {
    close: async (deadlineMs) => {
      closing.abort();
      const closed = Promise.all(workers.map((worker) => worker.close())).then(() => ({ unfinished: false }));
      return Promise.race([closed, after(deadlineMs, { unfinished: true })]);
    },
  };
};

const assertComplete = (processors: Partial<Processors>): void => {
  const missing = processedJobNames.filter((name) => typeof processors[name] !== "function");
  const unknown = Object.keys(processors).filter((name) => !processedJobNames.some((known) => known === name));
  if (missing.length > 0) throw new Error(`No processor for ${missing.join(", ")}`);
  if (unknown.length > 0) throw new Error(`A processor for ${unknown.join(", ")}, which is no job of this process`);
};

type StartOptions = WorkersOptions & { run: (job: Job) => Promise<void> };

const startWorker = (name: QueueName, { backend, timing, log, run }: StartOptions) => {
  const worker: Worker<unknown, void, string, IQueueBackend, JobProgress, object> = new Worker(
    name,
    run,
    {
      connection: {},
      prefix: keyPrefix,
      concurrency: queueSettings[name].concurrency,
      drainDelay: backend.drainDelaySeconds,
      lockDuration: timing.lockSeconds * 1000,
      stalledInterval: timing.stalledCheckSeconds * 1000,
      // A process may be killed again and again without fault of the job.
      maxStalledCount: 20,
      runRetryDelay: 1000,
    },
    backend.factory,
  );
  worker.on("error", (error) => log.warn({ queue: name, ...factsOfError(error) }, "a worker reported an error"));
  worker.on("failed", (job, error) => {
    const facts = { queue: name, job: job?.name, jobId: job?.id, attempt: job?.attemptsMade, ...factsOfError(error) };
    if (job === undefined || job.finishedOn !== undefined) log.error(facts, "a job failed for good");
    else log.warn(facts, "a job failed and will run again");
  });
  worker.on("stalled", (jobId) => log.warn({ queue: name, jobId }, "a job lost its worker and will run again"));
  return worker;
};

const runJob = async (processors: Processors, job: Job, closing: AbortSignal): Promise<void> => {
  const context: JobContext = {
    jobId: job.id ?? "",
    attempt: job.attemptsMade + 1,
    lastAttempt: job.attemptsMade + 1 >= (job.opts.attempts ?? 1),
    signal: closing,
  };
  try {
    await dispatch(processors, job, context);
  } catch (error) {
    if (error instanceof JobPostponed) {
      await job.moveToWait(job.token);
      throw new WaitingError();
    }
    if (error instanceof ZodError) throw new UnrecoverableError(`payload: ${error.message}`);
    throw error;
  }
};

const dispatch = async (processors: Processors, job: Job, context: JobContext): Promise<void> => {
  const { name } = job;
  // An older or newer process may have queued it; its own kind will not come back for it here.
  if (!isJobName(name) || !isProcessed(name)) throw new UnrecoverableError(`no processor for ${name}`);
  await run(processors, name, { payload: job.data as unknown, context });
};

const run = <N extends ProcessedJobName>(
  processors: Processors,
  name: N,
  { payload, context }: { payload: unknown; context: JobContext },
) => processors[name](parsePayload(name, payload), context);

const isProcessed = (name: string): name is ProcessedJobName => processedJobNames.some((known) => known === name);

const after = <T>(milliseconds: number, value: T): Promise<T> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(value), milliseconds).unref();
  });
