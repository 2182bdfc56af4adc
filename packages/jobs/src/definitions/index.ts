import type { z } from "zod";
import { canvassJobs } from "./canvass";
import type { JobDefinition, QueueSettings } from "./definition";
import { emailJobs } from "./email";
import { inboundJobs } from "./inbound";
import { influenceJobs } from "./influence";
import { mapJobs } from "./map";
import { mediaJobs } from "./media";
import { platformJobs } from "./platform";

/** Every kind of job: `<queue>.<verb-noun>`. */
export const jobDefinitions = { ...emailJobs, ...platformJobs, ...influenceJobs, ...inboundJobs, ...mapJobs, ...canvassJobs, ...mediaJobs };

export type JobName = keyof typeof jobDefinitions;
export type JobPayload<N extends JobName> = z.output<(typeof jobDefinitions)[N]["payload"]>;
type QueueOf<N extends string> = N extends `${infer Q}.${string}` ? Q : never;
export type QueueName = QueueOf<JobName>;

export const queueSettings: Record<QueueName, QueueSettings> = {
  email: { concurrency: 8, claimed: false },
  platform: { concurrency: 2, claimed: false },
  // A slow look-up in the background must not hold up the release of letters.
  influence: { concurrency: 4, claimed: false },
  // Of its own: a mailbox that does not answer must not hold back letters.
  inbound: { concurrency: 1, claimed: false },
  map: { concurrency: 1, claimed: false },
  canvass: { concurrency: 1, claimed: false },
  media: { concurrency: 1, claimed: true },
};

/** Job names a worker elsewhere claims; they have no processor here. */
export type ClaimedJobName = keyof typeof mediaJobs;
export type ProcessedJobName = Exclude<JobName, ClaimedJobName>;

export const jobNames = Object.keys(jobDefinitions) as JobName[];
export const queueNames = Object.keys(queueSettings) as QueueName[];

export const isJobName = (name: string): name is JobName => Object.hasOwn(jobDefinitions, name);
export const queueOf = (name: JobName): QueueName => name.slice(0, name.indexOf(".")) as QueueName;
export const definitionOf = (name: JobName): JobDefinition => jobDefinitions[name];

export const isClaimedJobName = (name: string): name is ClaimedJobName => isJobName(name) && queueSettings[queueOf(name)].claimed;

/** Names that must have a processor in a process that works. */
export const processedJobNames = jobNames.filter((name): name is ProcessedJobName => !queueSettings[queueOf(name)].claimed);

/** Reads a payload as it stands on the queue. Throws ZodError for one that no release ever wrote. */
export const parsePayload = <N extends JobName>(name: N, payload: unknown): JobPayload<N> =>
  definitionOf(name).payload.parse(payload) as JobPayload<N>;
