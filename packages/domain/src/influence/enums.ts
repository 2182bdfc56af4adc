export const campaignStatuses = ["DRAFT", "ACTIVE", "PAUSED", "ARCHIVED"] as const;
export type CampaignStatus = (typeof campaignStatuses)[number];

export const governmentLevels = ["FEDERAL", "PROVINCIAL", "MUNICIPAL", "SCHOOL_BOARD"] as const;
export type GovernmentLevel = (typeof governmentLevels)[number];

export const emailMethods = ["SMTP", "MAILTO", "PRINT"] as const;
export type EmailMethod = (typeof emailMethods)[number];

/** UNCERTAIN: handed over, but the server's answer was lost; never retried by itself. */
export const campaignEmailStatuses = [
  "QUEUED",
  "SENDING",
  "SENT",
  "FAILED",
  "UNCERTAIN",
  "CANCELLED",
  "CLICKED",
  "USER_INFO_CAPTURED",
] as const;
export type CampaignEmailStatus = (typeof campaignEmailStatuses)[number];

/** What became of a letter, for people: FAILED are those refused at the door, RETURNED those that a server took and sent back. */
export const letterFates = [...campaignEmailStatuses, "RETURNED"] as const;
export type LetterFate = (typeof letterFates)[number];

/** Both have the status FAILED; only one of them ever left. */
export const letterFateOf = ({ status, returnedAt }: { status: CampaignEmailStatus; returnedAt: Date | null }): LetterFate =>
  status === "FAILED" && returnedAt !== null ? "RETURNED" : status;

export const responseTypes = ["EMAIL", "LETTER", "PHONE_CALL", "MEETING", "SOCIAL_MEDIA", "OTHER"] as const;
export type ResponseType = (typeof responseTypes)[number];

export const responseStatuses = ["PENDING", "APPROVED", "REJECTED"] as const;
export type ResponseStatus = (typeof responseStatuses)[number];

/** Where a target stands on the matter, as staff wrote it down. */
export const targetPositions = ["FOR", "LEANING", "AGAINST", "UNKNOWN"] as const;
export type TargetPosition = (typeof targetPositions)[number];

/** What letters to one target do: ask, thank, or wait and never leave. */
export const targetHandlings = ["WRITE", "THANK", "SKIP"] as const;
export type TargetHandling = (typeof targetHandlings)[number];

/** What happened to a letter after it was written. DELAYED: a server on the way still tries; RETURNED: it came back. */
export const letterEventKinds = [
  "HANDED_OVER",
  "DEFERRED",
  "REFUSED",
  "UNCERTAIN",
  "SETTLED",
  "RELEASED",
  "HELD",
  "CANCELLED",
  "RETURNED",
  "DELAYED",
  "AUTO_REPLY",
  "REPLY",
  "HANDED_IN",
] as const;
export type LetterEventKind = (typeof letterEventKinds)[number];

/** What a mail to one of our reply addresses turned out to be. */
export const inboundKinds = ["BOUNCE", "DELAY", "AUTO_REPLY", "REPLY", "UNSORTED"] as const;
export type InboundKind = (typeof inboundKinds)[number];

/** Who told us about a representative. */
export const representativeSources = ["REPRESENT", "LOCAL", "OVERRIDE"] as const;
export type RepresentativeSource = (typeof representativeSources)[number];

/** What happened to a response on the wall: its history, oldest first. */
export const responseChangeKinds = [
  "SUBMITTED",
  "PROPOSED",
  "APPROVED",
  "REJECTED",
  "EDITED",
  "BOXED",
  "UNDONE",
  "PROOF_SEEN",
  "ASKED_OFFICE",
  "CONFIRMED",
  "DISPUTED",
  "OFFICE_REPLIED",
  "OFFICE_REPLY_APPROVED",
  "OFFICE_REPLY_REJECTED",
  "REMOVED",
  "UPVOTES_TAKEN_OFF",
  "UPVOTES_PUT_BACK",
] as const;
export type ResponseChangeKind = (typeof responseChangeKinds)[number];

/** What a supporter says became of her letter. */
export const replyOutcomes = ["ANSWERED", "ACKNOWLEDGED", "NOT_SATISFACTORY", "NOTHING"] as const;
export type ReplyOutcome = (typeof replyOutcomes)[number];
