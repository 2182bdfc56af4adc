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

export const responseTypes = ["EMAIL", "LETTER", "PHONE_CALL", "MEETING", "SOCIAL_MEDIA", "OTHER"] as const;
export type ResponseType = (typeof responseTypes)[number];

export const responseStatuses = ["PENDING", "APPROVED", "REJECTED"] as const;
export type ResponseStatus = (typeof responseStatuses)[number];
