import type { EmailMethod } from "@cml/domain/influence";
import type { Locale } from "@cml/domain/kernel";
import type { OpenedLetter } from "../letter-panel/letter-flow";

/** A letter as a plain form tells it. */
export type PlainSubmission = {
  submissionId: string;
  campaignSlug: string;
  postalCode: string | null;
  districts: string[];
  targetIds: string[];
  locale: Locale;
  method: EmailMethod;
  subject: string | null;
  message: string | null;
  personal: string | null;
  street: string | null;
  name: string;
  email: string | null;
  source: string | null;
  trap: string;
  openedAt: Date | null;
  consents: { tellHowItEnds: boolean; newsletter: boolean };
};

/** What came of it; a refusal in a sentence of the reader's language. */
export type PlainAnswer =
  | { kind: "confirm" }
  | { kind: "receipt"; receiptToken: string }
  | { kind: "opened"; receiptToken: string; letters: OpenedLetter[] }
  | { kind: "prove" }
  | { kind: "refused"; status: number; words: string };
