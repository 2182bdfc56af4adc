import type { AboutMe, LetterConsentKind, LetterTimeline } from "@cml/domain/influence";

/** Letters behind a mailed link. */
export type WaitingLetter = {
  state: "WAITING" | "CONFIRMED" | "EXPIRED";
  campaignTitle: string;
  campaignSlug: string;
  name: string;
  /** Each as it will leave. Empty: the link confirms ticked boxes only. */
  letters: { recipientName: string; recipientTitle: string | null; subject: string; message: string }[];
  consents: LetterConsentKind[];
  /** ISO moment after which the link is dead. */
  expiresAt: string;
};

export type LetterStep = LetterTimeline[number]["step"];
export type LetterReason = NonNullable<LetterTimeline[number]["reason"]>;

export type ReceiptLetter = {
  id: string;
  recipient: string;
  recipientTitle: string;
  subject: string;
  message: string;
  printed: boolean;
  /** `when` is `at` as people of the page read it. */
  steps: { step: LetterStep; at: string | null; when: string; words: string | null; reason: LetterReason | null }[];
  /** "Did you send it?" stands open. */
  canAnswer: boolean;
  saidSent: boolean;
  pdfUrl: string | null;
  /** The form that shares its answer, filled in. */
  shareUrl: string | null;
};

export type Receipt = {
  campaignTitle: string;
  campaignSlug: string;
  name: string;
  /** ISO moment since which nothing about the person is kept. */
  erasedAt: string | null;
  letters: ReceiptLetter[];
};

/** What is kept about the writer; moments as ISO texts. */
export type KeptAboutMe = Omit<AboutMe, "kept" | "erasedAt"> & {
  kept: (Omit<AboutMe["kept"][number], "since" | "until"> & { since: string; until: string | null })[];
};
