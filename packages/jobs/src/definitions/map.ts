import { z } from "zod";
import { defineJob } from "./definition";

export const runImportPayload = z.object({ importId: z.uuid() });

/** Many buildings changed at once, or that change taken back. */
export const runBulkPayload = z.object({ bulkId: z.uuid(), way: z.enum(["forth", "back"]) });

export const mapJobs = {
  "map.sweep-shifts": defineJob(z.object({}), { attempts: 1, forgetFailed: true }),
  "map.auto-cut": defineJob(z.object({ planId: z.uuid() }), { attempts: 3, backoffSeconds: 5, forgetFailed: true }),
  "map.run-bulk": defineJob(runBulkPayload, { attempts: 3, backoffSeconds: 10, forgetFailed: true }),
  // Without a name: the search of the night, which goes on with one that is under way or begins its own.
  "map.find-duplicates": defineJob(z.object({ scanId: z.uuid().optional() }), { attempts: 2, backoffSeconds: 60, forgetFailed: true }),
  "map.undo-import": defineJob(runImportPayload, { attempts: 3, backoffSeconds: 10, forgetFailed: true }),
  "map.purge-registers": defineJob(z.object({}), { attempts: 1, forgetFailed: true }),
  "map.resume-imports": defineJob(z.object({}), { attempts: 1, forgetFailed: true }),
  "map.take-folder-file": defineJob(z.object({ id: z.uuid() }), { attempts: 3, backoffSeconds: 2, forgetFailed: true }),
  "map.place-unmatched": defineJob(z.object({ runId: z.uuid() }), { attempts: 3, backoffSeconds: 10, forgetFailed: true }),
  "map.run-geocoding": defineJob(z.object({ runId: z.uuid() }), { attempts: 3, backoffSeconds: 10, forgetFailed: true }),
  "map.run-import": defineJob(runImportPayload, { attempts: 3, backoffSeconds: 10, forgetFailed: true }),
};
