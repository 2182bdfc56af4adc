import { z } from "zod";
import { defineJob } from "./definition";

/** A job for some letters, because one for each would cost the queue more than sending them. */
export const sendLettersPayload = z.object({ letterIds: z.array(z.uuid()).min(1).max(500) });
export const sendTemplateMailPayload = z.object({ mailId: z.uuid() });

export const emailJobs = {
  "email.send-letters": defineJob(sendLettersPayload, { forgetFailed: true, yields: true }),
  "email.send-template-mail": defineJob(sendTemplateMailPayload, { forgetFailed: true }),
};
