import type { JobsLog, Processors } from "@cml/jobs";

const nothing = async (): Promise<void> => undefined;

export const idleProcessors: Processors = {
  "email.send-letter": nothing,
  "email.send-template-mail": nothing,
  "platform.dispatch-outbox": nothing,
  "platform.fold-counters": nothing,
  "platform.expire-credentials": nothing,
  "platform.purge-expired": nothing,
  "influence.release-letters": nothing,
  "map.run-import": nothing,
  "canvass.abandon-idle-sessions": nothing,
};

/** So quick that a test can wait for a dead worker's job to come back. */
export const quickTiming = { lockSeconds: 1, stalledCheckSeconds: 0.5 };

export const silentLog: JobsLog = { info: () => undefined, warn: () => undefined, error: () => undefined };
