import { z } from "zod";
import { idSchema, paragraphsSchema } from "../kernel/text";
import { responseTypes } from "./enums";
import { mailedTokenInput } from "./letter-submission";

/** WAITING: asked. CONFIRMED and REPORTED may still be changed until the link ends; EXPIRED no longer. */
export const officeQuestionStates = ["WAITING", "CONFIRMED", "REPORTED", "EXPIRED"] as const;

/** What an office is asked about a response: the words as others see them. */
export const officeQuestionSchema = z.object({
  state: z.enum(officeQuestionStates),
  responseId: idSchema,
  campaignSlug: z.string(),
  campaignTitle: z.string(),
  representativeName: z.string(),
  type: z.enum(responseTypes),
  text: z.string(),
  comment: z.string().nullable(),
  screenshotUrl: z.string().nullable(),
  screenshotWidth: z.int().nullable(),
  screenshotHeight: z.int().nullable(),
  /** Null: shared without a name. */
  author: z.string().nullable(),
  repliedOn: z.string().nullable(),
  /** It stands on the wall now. */
  isShown: z.boolean(),
  endsAt: z.date(),
});
export type OfficeQuestion = z.infer<typeof officeQuestionSchema>;

export const answerOfficeQuestionInput = z
  .strictObject({ ...mailedTokenInput.shape, answer: z.enum(["CONFIRM", "REPORT"]), reason: paragraphsSchema(1_000).default("") })
  .superRefine(({ answer, reason }, ctx) => {
    if (answer === "REPORT" && reason.trim().length < 3)
      ctx.addIssue({ code: "too_small", minimum: 3, origin: "string", path: ["reason"], input: reason });
  });
export type AnswerOfficeQuestionInput = z.infer<typeof answerOfficeQuestionInput>;
