import { z } from "zod";
import { defineJob } from "./definition";

export const canvassJobs = {
  "canvass.abandon-idle-sessions": defineJob(z.object({}), { attempts: 1 }),
};
