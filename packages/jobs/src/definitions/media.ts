import { z } from "zod";
import { defineJob } from "./definition";

export const probePayload = z.object({ videoId: z.uuid(), jobId: z.uuid() });

export const mediaJobs = {
  "media.probe": defineJob(probePayload, { attempts: 3, backoffSeconds: 30 }),
};
