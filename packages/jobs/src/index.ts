export type { Claim, ClaimAnswer, ClaimedJob, Claims } from "./claims";
export type { JobClient, NewJob } from "./client";
export * from "./create-jobs";
export * from "./definitions";
export type { JobsLog } from "./log";
export type { QueueCounts } from "./queues";
export { createRedisCoordination, type RedisCoordinationOptions } from "./redis";
export type { Schedule } from "./schedules";
export { JobPostponed, type JobContext, type JobTiming, type Processor, type Processors, type Workers } from "./workers";
