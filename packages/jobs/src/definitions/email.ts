import { z } from "zod";
import { defineJob } from "./definition";

export const sendLetterPayload = z.object({ letterId: z.uuid() });
export const sendTemplateMailPayload = z.object({ mailId: z.uuid() });

export const emailJobs = {
  "email.send-letter": defineJob(sendLetterPayload, { forgetFailed: true }),
  "email.send-template-mail": defineJob(sendTemplateMailPayload, { forgetFailed: true }),
};
