import type { LetterTimeline } from "@cml/domain/influence";

/** Letters behind a mailed link. */
export type WaitingLetter = {
  state: "WAITING" | "CONFIRMED" | "EXPIRED";
  campaignTitle: string;
  campaignSlug: string;
  name: string;
  recipients: string[];
  /** The words of the first letter; the others differ in names only. */
  subject: string;
  message: string;
  /** ISO moment after which the link is dead. */
  expiresAt: string;
};

export type LetterStep = LetterTimeline[number]["step"];

export type ReceiptLetter = {
  id: string;
  recipient: string;
  recipientTitle: string;
  subject: string;
  message: string;
  steps: { step: LetterStep; at: string | null; words: string | null }[];
};

export type Receipt = { campaignTitle: string; campaignSlug: string; name: string; letters: ReceiptLetter[] };
