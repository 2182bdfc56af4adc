import { z } from "zod";
import { defineJob } from "./definition";

export const influenceJobs = {
  "influence.release-letters": defineJob(z.object({}), { attempts: 1 }),
};
