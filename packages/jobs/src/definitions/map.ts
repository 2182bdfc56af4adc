import { z } from "zod";
import { defineJob } from "./definition";

export const runImportPayload = z.object({ importId: z.uuid() });

export const mapJobs = {
  "map.run-import": defineJob(runImportPayload, { attempts: 3, backoffSeconds: 10, forgetFailed: true }),
};
