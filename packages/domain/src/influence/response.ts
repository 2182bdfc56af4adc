import { z } from "zod";
import { type Locale, localeSchema } from "../kernel/locale";
import { idSchema } from "../kernel/text";
import { type Boxes, boxesSchema } from "./boxes";
import {
  type GovernmentLevel,
  governmentLevels,
  responseChangeKinds,
  type ResponseStatus,
  responseStatuses,
  type ResponseType,
  responseTypes,
} from "./enums";

/** A reply of a representative as somebody reported it, every field of its row. Days (`repliedOn`) are "YYYY-MM-DD". */
export type RepresentativeResponse = {
  id: string;
  campaignId: string;
  campaignSlug: string;
  representativeName: string;
  representativeTitle: string | null;
  representativeLevel: GovernmentLevel;
  /** Found by the server, never told by a browser; null where the office cannot be asked. */
  representativeEmail: string | null;
  recipientKey: string | null;
  partyName: string | null;
  responseType: ResponseType;
  /** As it was sent, for moderators only; `shownText` is what others see. The same holds for comment and picture. */
  responseText: string;
  userComment: string | null;
  shownText: string;
  shownComment: string | null;
  boxes: Boxes;
  /** The picture with its boxes, /files/responses/<id>.webp. */
  screenshotUrl: string | null;
  screenshotKey: string | null;
  screenshotWidth: number | null;
  screenshotHeight: number | null;
  /** The machine could not read the picture: nothing in it was boxed beforehand. */
  screenshotUnread: boolean;
  submittedByUserId: string | null;
  submittedByName: string | null;
  submittedByEmail: string | null;
  submittedIp: string | null;
  isAnonymous: boolean;
  byStaff: boolean;
  submissionId: string | null;
  letterId: string | null;
  inboundMessageId: string | null;
  /** The office's own answer to everybody who wrote, not a supporter's report. */
  officeAnswerId: string | null;
  repliedOn: string | null;
  daysToReply: number | null;
  status: ResponseStatus;
  rejectReason: string | null;
  /** The submitter proved her address or is signed in; until then nobody sees it. */
  confirmedAt: Date | null;
  moderatedAt: Date | null;
  moderatedByUserId: string | null;
  askOffice: boolean;
  /** "Confirmed by the office". */
  isVerified: boolean;
  verifiedAt: Date | null;
  verifiedBy: string | null;
  verificationToken: string | null;
  verificationSentAt: Date | null;
  verificationEndsAt: Date | null;
  /** The office says that it is not theirs. */
  disputedAt: Date | null;
  disputeReason: string | null;
  /** "Proof seen by us". */
  proofSeenAt: Date | null;
  proofSeenByUserId: string | null;
  officeReply: string | null;
  officeReplyAt: Date | null;
  officeReplyStatus: ResponseStatus | null;
  upvoteCount: number;
  locale: Locale;
  createdAt: Date;
  updatedAt: Date;
};

/** A response as moderators see it: what was sent, what is shown, both marks. */
export const responseSchema = z.object({
  id: idSchema,
  campaignId: idSchema,
  campaignSlug: z.string(),
  campaignTitle: z.string(),
  representativeName: z.string(),
  representativeTitle: z.string().nullable(),
  level: z.enum(governmentLevels),
  representativeEmail: z.string().nullable(),
  recipientKey: z.string().nullable(),
  partyName: z.string().nullable(),
  type: z.enum(responseTypes),
  text: z.string(),
  comment: z.string().nullable(),
  shownText: z.string(),
  shownComment: z.string().nullable(),
  boxes: boxesSchema,
  screenshotUrl: z.string().nullable(),
  /** The picture without boxes, for staff: /responses/{id}/original. */
  originalUrl: z.string().nullable(),
  screenshotWidth: z.int().nullable(),
  screenshotHeight: z.int().nullable(),
  /** Nothing in the picture was boxed beforehand, because no machine could read it. */
  isPictureUnread: z.boolean(),
  submittedByName: z.string().nullable(),
  submittedByEmail: z.string().nullable(),
  isAnonymous: z.boolean(),
  byStaff: z.boolean(),
  /** The submitter has an account. */
  isSignedIn: z.boolean(),
  letterId: idSchema.nullable(),
  /** A copy of a mail that came in by our own reply address: its words are the office's. */
  inboundMessageId: idSchema.nullable(),
  officeAnswerId: idSchema.nullable(),
  repliedOn: z.string().nullable(),
  daysToReply: z.int().nullable(),
  status: z.enum(responseStatuses),
  rejectReason: z.string().nullable(),
  moderatedAt: z.date().nullable(),
  moderatedByName: z.string().nullable(),
  askOffice: z.boolean(),
  confirmedByOffice: z.object({ at: z.date(), by: z.string().nullable() }).nullable(),
  verificationSentAt: z.date().nullable(),
  disputedAt: z.date().nullable(),
  disputeReason: z.string().nullable(),
  proofSeen: z.object({ at: z.date(), byName: z.string().nullable() }).nullable(),
  officeReply: z.object({ text: z.string(), at: z.date(), status: z.enum(responseStatuses) }).nullable(),
  upvotes: z.int(),
  locale: localeSchema,
  createdAt: z.date(),
  updatedAt: z.date(),
});
export type ResponseView = z.infer<typeof responseSchema>;

/** One line of a response's history. */
export const responseChangeSchema = z.object({
  id: idSchema,
  kind: z.enum(responseChangeKinds),
  at: z.date(),
  byName: z.string().nullable(),
  byOffice: z.string().nullable(),
  /** The fields that changed, as they were. */
  before: z.record(z.string(), z.unknown()),
  note: z.string().nullable(),
  /** It was taken back later. */
  isUndone: z.boolean(),
});
export type ResponseChange = z.infer<typeof responseChangeSchema>;

/** Whether it may stand on a wall: approved, not reported by its office, its submitter known. The campaign decides besides. */
export const isShownResponse = ({
  status,
  disputedAt,
  confirmedAt,
}: Pick<RepresentativeResponse, "status" | "disputedAt" | "confirmedAt">): boolean =>
  status === "APPROVED" && disputedAt === null && confirmedAt !== null;

/** Whether its office reported it and no moderator has decided about it since. */
export const isReportOpen = ({ disputedAt, moderatedAt }: Pick<RepresentativeResponse, "disputedAt" | "moderatedAt">): boolean =>
  disputedAt !== null && (moderatedAt === null || moderatedAt <= disputedAt);

/** The day ("YYYY-MM-DD") a moment lies on in a time zone. */
export const dayIn = (moment: Date, timeZone: string): string =>
  // Sweden writes days this way round.
  new Intl.DateTimeFormat("sv-SE", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(moment);

const dayMs = 86_400_000;

/** Whole days from the day a letter left to the day its answer came; null where one is unknown or the answer was first. */
export const daysBetween = (sentOn: string | null, repliedOn: string | null): number | null => {
  if (sentOn === null || repliedOn === null) return null;
  const days = Math.round((Date.parse(repliedOn) - Date.parse(sentOn)) / dayMs);
  return days < 0 ? null : days;
};
