import type { BackendFactory, IQueueBackend } from "bullmq";

/** Where queues live. `factory` goes into every BullMQ class; connections are shared by them and closed here, last. */
export type JobsBackend = {
  kind: "postgresql" | "redis";
  factory: BackendFactory<IQueueBackend, object>;
  /** Seconds an idle worker waits before it looks by itself, should a wake-up have been lost. */
  drainDelaySeconds: number;
  /** Throws when the server cannot be reached. */
  ping: () => Promise<void>;
  close: () => Promise<void>;
};
