import { z } from "zod";
import { defineJob } from "./definition";

const nothing = z.object({});

// Sweeps run again soon by themselves, so a failed one is not repeated.
export const platformJobs = {
  "platform.dispatch-outbox": defineJob(nothing, { attempts: 1 }),
  "platform.fold-counters": defineJob(nothing, { attempts: 1 }),
  "platform.expire-credentials": defineJob(nothing, { attempts: 1 }),
  "platform.purge-expired": defineJob(nothing, { attempts: 3, backoffSeconds: 600 }),
};
