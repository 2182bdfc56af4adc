import { z } from "zod";
import { pageInput, pageOf } from "../kernel/page";
import { idSchema } from "../kernel/text";
import { inboundKinds } from "./enums";

/** A mail that came in, as lists show it. */
export const inboundListItemSchema = z.object({
  id: idSchema,
  letterId: idSchema.nullable(),
  kind: z.enum(inboundKinds),
  fromEmail: z.string().nullable(),
  fromName: z.string().nullable(),
  subject: z.string(),
  statusCode: z.string().nullable(),
  receivedAt: z.date(),
  forwardedAt: z.date().nullable(),
  /** Whether the mail as it came is still kept. */
  hasRaw: z.boolean(),
  /** A person decided about it. */
  isHandled: z.boolean(),
  letter: z
    .object({
      id: idSchema,
      campaignId: idSchema,
      campaignTitle: z.string(),
      recipientName: z.string(),
      recipientEmail: z.string(),
      userName: z.string().nullable(),
      subject: z.string(),
    })
    .nullable(),
});
export type InboundListItem = z.infer<typeof inboundListItemSchema>;

export const inboundPageSchema = pageOf(inboundListItemSchema).extend({
  /** Mails nobody and nothing has sorted yet; 0 for people who may not sort them. */
  unsorted: z.int(),
});
export type InboundPage = z.infer<typeof inboundPageSchema>;

export const listInboundInput = pageInput.extend({
  kind: z.enum(inboundKinds).nullable().default(null),
  campaignId: idSchema.nullable().default(null),
  search: z.string().trim().max(200).default(""),
});
export type ListInboundInput = z.infer<typeof listInboundInput>;

export const inboundIdInput = z.strictObject({ id: idSchema });

/** With its readable text; null after 90 days. */
export const inboundMessageSchema = inboundListItemSchema.extend({
  text: z.string().nullable(),
  attachments: z.array(z.object({ name: z.string(), mimeType: z.string(), sizeBytes: z.int() })),
});
export type InboundMessageView = z.infer<typeof inboundMessageSchema>;

/** What a person may say a mail is, about which letter; UNSORTED with no letter puts it aside as none of ours. */
export const assignInboundInput = z.strictObject({
  id: idSchema,
  letterId: idSchema.nullable(),
  kind: z.enum(inboundKinds),
});
export type AssignInboundInput = z.infer<typeof assignInboundInput>;

/** Finding the letter a mail belongs to, by names, addresses or subject. */
export const findInboundLettersInput = z.strictObject({ search: z.string().trim().min(2).max(200) });
export const inboundLetterChoiceSchema = z.object({
  id: idSchema,
  campaignTitle: z.string(),
  recipientName: z.string(),
  userName: z.string().nullable(),
  subject: z.string(),
  createdAt: z.date(),
});
export type InboundLetterChoice = z.infer<typeof inboundLetterChoiceSchema>;
