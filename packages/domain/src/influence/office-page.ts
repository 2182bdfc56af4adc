import { z } from "zod";
import { localeSchema } from "../kernel/locale";
import { emailSchema, idSchema, lineSchema, paragraphsSchema } from "../kernel/text";
import { responseStatuses, responseTypes } from "./enums";
import { officeRefSchema } from "./office-link";
import { mailedTokenInput } from "./letter-submission";

/** What the browser of an office holds after it came in by a mailed link; sealed by the server. */
const ticket = z.string().min(10).max(1_000);
const opened = { ref: officeRefSchema, ticket };
/** What is sealed in it. */
export const officeTicketSchema = z.object({ officeId: idSchema, email: z.string(), endsAt: z.coerce.date() });
export const openedOfficeInput = z.strictObject(opened);
export type OpenedOfficeInput = z.infer<typeof openedOfficeInput>;

/** `ticket` null: whoever has a letter. */
export const officeDoorInput = z.strictObject({ ref: officeRefSchema, ticket: ticket.nullable() });
export type OfficeDoorInput = z.infer<typeof officeDoorInput>;

/** The door of an office's page: who it is for, and where its way in would be mailed. */
export const officeDoorSchema = z.object({
  campaignSlug: z.string(),
  campaignTitle: z.string(),
  officeName: z.string(),
  officeTitle: z.string().nullable(),
  /** "j•••@parl.gc.ca": enough for the office to know its mailbox, too little for anybody else to write to it. */
  mailbox: z.string(),
  isOpen: z.boolean(),
});
export type OfficeDoor = z.infer<typeof officeDoorSchema>;

export const officeRefInput = z.strictObject({ ref: officeRefSchema, locale: localeSchema });
export type OfficeRefInput = z.infer<typeof officeRefInput>;
export const wayInMailedSchema = z.object({ mailbox: z.string() });
export type WayInMailed = z.infer<typeof wayInMailedSchema>;

export const wayInInput = mailedTokenInput.extend({ ref: officeRefSchema });
export type WayInInput = z.infer<typeof wayInInput>;
export const wayInSchema = z.object({ officeName: z.string(), campaignTitle: z.string() });
export type WayIn = z.infer<typeof wayInSchema>;
export const enteredOfficeSchema = z.object({ ticket: z.string(), endsAt: z.date() });
export type EnteredOffice = z.infer<typeof enteredOfficeSchema>;

export const officeLettersPerPage = 50;
export const officePageInput = z.strictObject({ ...opened, page: z.int().min(1).max(100_000).default(1) });
export type OfficePageInput = z.infer<typeof officePageInput>;

const answerSchema = z.object({
  id: idSchema,
  subject: z.string(),
  text: z.string(),
  status: z.enum(responseStatuses),
  rejectReason: z.string().nullable(),
  createdAt: z.date(),
  mailedCount: z.int(),
  mailedAt: z.date().nullable(),
});

/** A response on the wall that is about this office; `reply` is its own public one. */
const aboutOfficeSchema = z.object({
  id: idSchema,
  type: z.enum(responseTypes),
  text: z.string(),
  comment: z.string().nullable(),
  screenshotUrl: z.string().nullable(),
  author: z.string().nullable(),
  createdAt: z.date(),
  isConfirmed: z.boolean(),
  reply: z.object({ text: z.string(), at: z.date(), status: z.enum(responseStatuses) }).nullable(),
});

export const officePageSchema = z.object({
  campaignSlug: z.string(),
  campaignTitle: z.string(),
  showsWall: z.boolean(),
  officeName: z.string(),
  officeTitle: z.string().nullable(),
  email: z.string(),
  letters: z.object({
    total: z.int(),
    /** Of these, said to come from outside the district. */
    outside: z.int(),
    /** Not handed over yet because the office gets one mail a week. */
    waiting: z.int(),
    firstAt: z.date().nullable(),
  }),
  /** Letters handed over on each day that had any, "YYYY-MM-DD" on the organisation's clock. */
  days: z.array(z.object({ day: z.string(), letters: z.int() })),
  list: z.array(
    z.object({
      id: idSchema,
      /** Null: the writer had her name erased here. */
      name: z.string().nullable(),
      place: z.string().nullable(),
      at: z.date(),
      isOutside: z.boolean(),
    }),
  ),
  page: z.int(),
  pages: z.int(),
  /** The newest; a refused one may be followed by another. */
  answer: answerSchema.nullable(),
  mayAnswer: z.boolean(),
  /** To whom an answer would be mailed now. */
  readers: z.int(),
  responses: z.array(aboutOfficeSchema),
  digest: z.object({ on: z.boolean(), nextAt: z.date().nullable(), sentAt: z.date().nullable() }),
  contact: z.object({ name: z.string(), email: z.string(), phone: z.string() }),
});
export type OfficePage = z.infer<typeof officePageSchema>;

export const markOutsideInput = z.strictObject({ ...opened, letterId: idSchema, isOutside: z.boolean() });
export type MarkOutsideInput = z.infer<typeof markOutsideInput>;

export const writeOfficeAnswerInput = z.strictObject({
  ...opened,
  subject: lineSchema(150, 3),
  text: paragraphsSchema(8_000, 20),
  locale: localeSchema,
});
export type WriteOfficeAnswerInput = z.infer<typeof writeOfficeAnswerInput>;

export const setOfficeDigestInput = z.strictObject({ ...opened, on: z.boolean() });
export type SetOfficeDigestInput = z.infer<typeof setOfficeDigestInput>;

export const setOfficeContactInput = z.strictObject({
  ...opened,
  name: lineSchema(150, 0),
  email: z.union([z.literal(""), emailSchema]),
  phone: lineSchema(50, 0),
});
export type SetOfficeContactInput = z.infer<typeof setOfficeContactInput>;

export const writeToOrganisersInput = z.strictObject({ ...opened, text: paragraphsSchema(4_000, 10) });
export type WriteToOrganisersInput = z.infer<typeof writeToOrganisersInput>;

export const writeOfficeReplyInput = z.strictObject({ ...opened, responseId: idSchema, text: paragraphsSchema(2_000, 10) });
export type WriteOfficeReplyInput = z.infer<typeof writeOfficeReplyInput>;

/** Per address and per office: an office is a handful of people behind one address. */
export const officeLimits = {
  look: { limit: 120, windowSeconds: 300 },
  wayInFromAddress: { limit: 10, windowSeconds: 3_600 },
  wayInToOffice: { limit: 4, windowSeconds: 3_600 },
  act: { limit: 200, windowSeconds: 3_600 },
  message: { limit: 5, windowSeconds: 86_400 },
} as const;

/** An address of which only its owner knows the rest. */
export const maskedMailbox = (email: string): string => `${email.slice(0, 1)}•••${email.slice(email.lastIndexOf("@"))}`;

export const officesOfInput = z.strictObject({ campaignId: idSchema });
export type OfficesOfInput = z.infer<typeof officesOfInput>;

/** Offices of a campaign as its organisers see them: who came in, what they want, whom to ask, and what they say of letters. */
export const officesOfCampaignSchema = z.array(
  z.object({
    id: idSchema,
    name: z.string(),
    title: z.string().nullable(),
    firstOpenedAt: z.date().nullable(),
    letters: z.int(),
    outside: z.int(),
    digest: z.boolean(),
    waiting: z.int(),
    contact: z.string().nullable(),
    contactEmail: z.string().nullable(),
    contactPhone: z.string().nullable(),
    answer: z.enum(responseStatuses).nullable(),
  }),
);
export type OfficesOfCampaign = z.infer<typeof officesOfCampaignSchema>;
