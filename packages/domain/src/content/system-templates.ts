import type { EmailTemplateCategory } from "./enums";

type TemplateVariables = { category: EmailTemplateCategory; required: readonly string[]; optional: readonly string[] };

/** Filled for every mail from the site settings; callers never pass them. */
export const commonTemplateVariables = { required: ["ORGANIZATION_NAME"], optional: ["POSTAL_ADDRESS"] } as const;

const outcomeVariables = {
  required: ["CAMPAIGN_TITLE", "RECIPIENT_NAMES", "SENT_ON", "PAGE_URL", "STOP_URL"],
  optional: [
    "USER_NAME",
    "ANSWERED_URL",
    "ACKNOWLEDGED_URL",
    "NOT_SATISFACTORY_URL",
    "NOTHING_URL",
    "RECIPIENT_1",
    "LETTER_URL_1",
    "RECIPIENT_2",
    "LETTER_URL_2",
    "RECIPIENT_3",
    "LETTER_URL_3",
    "RECIPIENT_4",
    "LETTER_URL_4",
    "RECIPIENT_5",
    "LETTER_URL_5",
    "MORE_COUNT",
  ],
} as const;

const shiftVariables = {
  required: ["USER_NAME", "SHIFT_TITLE", "SHIFT_DATE", "SHIFT_TIME", "SHIFT_URL"],
  optional: ["SHIFT_LOCATION", "CAPTAIN_NAME", "CAPTAIN_PHONE"],
} as const;

/**
 * The mails the product itself sends, seeded in both languages and never deleted. An optional variable may be left out and
 * is only used inside {{#if}}. Dates and times come formatted in the reader's language and the organisation's time zone.
 */
export const systemTemplates = {
  /** The supporter's letter to a representative. */
  "campaign-email": {
    category: "INFLUENCE",
    required: ["SUBJECT", "MESSAGE", "USER_NAME", "USER_EMAIL", "RECIPIENT_NAME", "CAMPAIGN_TITLE"],
    optional: ["RECIPIENT_TITLE"],
  },
  /** Asks the supporter to confirm the address before the letter leaves. */
  "letter-confirmation": {
    category: "INFLUENCE",
    required: ["USER_NAME", "CAMPAIGN_TITLE", "RECIPIENT_NAMES", "CONFIRM_URL", "EXPIRES_AT"],
    optional: [],
  },
  /** The one reminder, before a letter that nobody confirmed is deleted. */
  "letter-reminder": {
    category: "INFLUENCE",
    required: ["USER_NAME", "CAMPAIGN_TITLE", "RECIPIENT_NAMES", "CONFIRM_URL", "EXPIRES_AT"],
    optional: [],
  },
  /** Asks to confirm the boxes of somebody whose letter goes another way. */
  "letter-boxes": {
    category: "INFLUENCE",
    required: ["USER_NAME", "CAMPAIGN_TITLE", "BOXES", "CONFIRM_URL", "EXPIRES_AT"],
    optional: [],
  },
  /** Brings an office's answer to the supporter; the words are the office's, as text. */
  "letter-reply": {
    category: "INFLUENCE",
    required: ["USER_NAME", "RECIPIENT_NAME", "CAMPAIGN_TITLE", "SUBJECT", "REPLY_FROM"],
    optional: ["MESSAGE", "ATTACHMENTS", "SHARE_URL"],
  },
  /** Two weeks after a letter left: what became of it? Four answers for one letter, a link each for several. */
  "letter-outcome": { category: "INFLUENCE", ...outcomeVariables },
  /** The same, once more after another week. */
  "letter-outcome-reminder": { category: "INFLUENCE", ...outcomeVariables },
  /** How a campaign ended, to everybody who asked to be told. */
  "letter-result": {
    category: "INFLUENCE",
    required: ["CAMPAIGN_TITLE", "OUTCOME", "CAMPAIGN_URL", "STOP_URL"],
    optional: ["USER_NAME", "NEXT_STEP_LABEL", "NEXT_STEP_URL"],
  },
  /** Reminds the owner of an ended campaign that people wait for its result. */
  "result-reminder": {
    category: "INFLUENCE",
    required: ["USER_NAME", "CAMPAIGN_TITLE", "WAITING_COUNT", "CAMPAIGN_URL"],
    optional: [],
  },
  /** Tells a campaign's owner that waiting letters will come too late. */
  "deadline-warning": {
    category: "INFLUENCE",
    required: ["USER_NAME", "CAMPAIGN_TITLE", "MISSING_COUNT", "WAITING_COUNT", "DEADLINE", "CAMPAIGN_URL"],
    optional: [],
  },
  /** Asks whoever shares a reply to confirm the address before moderators see it. */
  "response-confirmation": {
    category: "INFLUENCE",
    required: ["USER_NAME", "RECIPIENT_NAME", "CAMPAIGN_TITLE", "CONFIRM_URL", "EXPIRES_AT", "KEPT_URL"],
    optional: [],
  },
  "response-approved": {
    category: "INFLUENCE",
    required: ["USER_NAME", "RECIPIENT_NAME", "CAMPAIGN_TITLE", "WALL_URL", "KEPT_URL"],
    optional: [],
  },
  "response-rejected": {
    category: "INFLUENCE",
    required: ["USER_NAME", "RECIPIENT_NAME", "CAMPAIGN_TITLE", "REASON", "KEPT_URL"],
    optional: [],
  },
  /** Asks an office whether a response on the wall is theirs. */
  "response-verification": {
    category: "INFLUENCE",
    required: ["RECIPIENT_NAME", "CAMPAIGN_TITLE", "RESPONSE_TEXT", "VERIFY_URL", "REPORT_URL", "EXPIRES_AT"],
    optional: ["SUBMITTED_BY"],
  },
  /** Asks whoever gave a response an upvote to confirm the address. */
  "upvote-confirmation": {
    category: "INFLUENCE",
    required: ["RECIPIENT_NAME", "CAMPAIGN_TITLE", "CONFIRM_URL", "EXPIRES_AT", "KEPT_URL"],
    optional: [],
  },
  /** An office's one answer to everybody who wrote to it and asked to be told how the campaign ends. */
  "letter-office-answer": {
    category: "INFLUENCE",
    required: ["USER_NAME", "RECIPIENT_NAME", "CAMPAIGN_TITLE", "SUBJECT", "MESSAGE", "WALL_URL"],
    optional: ["STOP_URL"],
  },
  /** Opens an office's page to whoever reads the mailbox its letters go to. */
  "office-way-in": {
    category: "INFLUENCE",
    required: ["RECIPIENT_NAME", "CAMPAIGN_TITLE", "OFFICE_URL", "EXPIRES_AT"],
    optional: [],
  },
  /** All letters of a week to one office. */
  "office-digest": {
    category: "INFLUENCE",
    required: ["RECIPIENT_NAME", "CAMPAIGN_TITLE", "LETTER_COUNT", "MESSAGE", "OFFICE_URL"],
    optional: [],
  },
  /** Tells an office why its answer to everybody was refused. */
  "office-answer-rejected": {
    category: "INFLUENCE",
    required: ["RECIPIENT_NAME", "CAMPAIGN_TITLE", "REASON"],
    optional: [],
  },
  /** Tells an office why its public reply to a response was refused. */
  "office-reply-rejected": {
    category: "INFLUENCE",
    required: ["RECIPIENT_NAME", "CAMPAIGN_TITLE", "MESSAGE", "REASON", "OFFICE_URL"],
    optional: [],
  },
  /** What an office writes to the organisers. */
  "office-message": {
    category: "INFLUENCE",
    required: ["RECIPIENT_NAME", "CAMPAIGN_TITLE", "MESSAGE", "REPLY_FROM"],
    optional: [],
  },
  "shift-signup-confirmation": {
    category: "MAP",
    required: [...shiftVariables.required],
    optional: ["SHIFT_LOCATION", "IS_WAITLISTED", "IS_NEW_USER", "SIGN_IN_URL"],
  },
  /** A freed place for the first in line: held until a moment, or for whoever is quickest. */
  "shift-offer": {
    category: "MAP",
    required: ["USER_NAME", "SHIFT_TITLE", "SHIFT_DATE", "SHIFT_TIME", "TAKE_URL"],
    optional: [...shiftVariables.optional, "OFFER_UNTIL"],
  },
  "shift-offer-ended": { category: "MAP", required: [...shiftVariables.required, "SHIFTS_URL"], optional: ["SHIFT_LOCATION"] },
  /** The day before: "I am coming" and "I cannot". */
  "shift-day-before": {
    category: "MAP",
    required: ["USER_NAME", "SHIFT_TITLE", "SHIFT_DATE", "SHIFT_TIME", "CANCEL_URL"],
    optional: [...shiftVariables.optional, "COMING_URL", "IS_CONFIRMED"],
  },
  "shift-same-day": { category: "MAP", required: [...shiftVariables.required, "CANCEL_URL"], optional: [...shiftVariables.optional] },
  "shift-after-attended": {
    category: "MAP",
    required: ["USER_NAME", "SHIFT_TITLE", "SHIFTS_URL"],
    optional: ["NEXT_SHIFTS"],
  },
  "shift-after-missed": {
    category: "MAP",
    required: ["USER_NAME", "SHIFT_TITLE", "SHIFTS_URL"],
    optional: ["NEXT_SHIFTS"],
  },
  "shift-changed": { category: "MAP", required: [...shiftVariables.required], optional: [...shiftVariables.optional, "MESSAGE"] },
  "shift-cancelled": {
    category: "MAP",
    required: ["USER_NAME", "SHIFT_TITLE", "SHIFT_DATE", "SHIFT_TIME", "SHIFTS_URL"],
    optional: [...shiftVariables.optional, "MESSAGE"],
  },
  /** To somebody the organiser took off the list. */
  "shift-removed": {
    category: "MAP",
    required: ["USER_NAME", "SHIFT_TITLE", "SHIFT_DATE", "SHIFT_TIME", "SHIFTS_URL"],
    optional: [...shiftVariables.optional],
  },
  /** The organiser's mail to everybody signed up. */
  "shift-details": {
    category: "MAP",
    required: [...shiftVariables.required],
    optional: [...shiftVariables.optional, "SHIFT_DESCRIPTION", "MESSAGE"],
  },
  "email-verification": { category: "SYSTEM", required: ["USER_NAME", "VERIFY_URL", "EXPIRES_AT"], optional: [] },
  "password-reset": { category: "SYSTEM", required: ["USER_NAME", "RESET_URL", "EXPIRES_AT"], optional: [] },
  /** An administrator made the account; the link lets its owner choose a password. */
  "account-invitation": { category: "SYSTEM", required: ["USER_NAME", "INVITED_BY", "RESET_URL", "EXPIRES_AT"], optional: [] },
  /** Somebody signed up with an address that already has an account: only its owner is told. */
  "account-exists": { category: "SYSTEM", required: ["USER_NAME", "SIGN_IN_URL", "RESET_URL", "EXPIRES_AT"], optional: [] },
  /** The test of the mail settings. */
  "mail-test": { category: "SYSTEM", required: ["SENT_BY", "SENT_AT", "MAIL_SERVER"], optional: [] },
} as const satisfies Record<string, TemplateVariables>;

export type SystemTemplateKey = keyof typeof systemTemplates;
export const systemTemplateKeys = Object.keys(systemTemplates) as SystemTemplateKey[];

/** What a caller passes for a template: all required variables, any of the optional ones. */
export type SystemTemplateVariables<K extends SystemTemplateKey> = Record<(typeof systemTemplates)[K]["required"][number], string> &
  Partial<Record<(typeof systemTemplates)[K]["optional"][number], string | boolean>>;
