import { type JobsLog, processedJobNames, type Processors } from "@cml/jobs";

const nothing = async (): Promise<void> => undefined;

/** Every job name has a processor, as the workers demand, and none of them does anything. */
export const idleProcessors = Object.fromEntries(processedJobNames.map((name) => [name, nothing])) as unknown as Processors;

/** So quick that a test can wait for a dead worker's job to come back. */
export const quickTiming = { lockSeconds: 1, stalledCheckSeconds: 0.5 };

export const silentLog: JobsLog = { info: () => undefined, warn: () => undefined, error: () => undefined };
