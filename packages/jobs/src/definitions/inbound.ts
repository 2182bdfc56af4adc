import { z } from "zod";
import { defineJob } from "./definition";

// They come back soon by themselves, so a failed one is not repeated.
export const inboundJobs = {
  "inbound.fetch-mail": defineJob(z.object({}), { attempts: 1 }),
  "inbound.purge-mail": defineJob(z.object({}), { attempts: 3, backoffSeconds: 600 }),
};
