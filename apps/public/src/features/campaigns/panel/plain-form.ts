import type { CampaignTargets, PreparedLetters } from "@cml/domain/influence";

/** What a browser without JavaScript told by the page's address, and who was found for it. */
export type PlainForm = {
  /** As it was typed. */
  code: string;
  /** Null where the code is none, or nobody can be told now. */
  postalCode: string | null;
  found: CampaignTargets | null;
  /** The letters to everybody who can be written to, as they will leave; null where they cannot be made now. */
  prepared: PreparedLetters | null;
  districts: string[];
  source: string | null;
  /** Made when the form is drawn: pressed twice it is the same letter. */
  submissionId: string;
  openedAt: string;
  /** Why it was not taken, in words; the form stands as it was filled. */
  problem: string | null;
  values: PlainValues;
};

export type PlainValues = {
  targetIds: string[] | null;
  subject: string | null;
  message: string | null;
  personal: string;
  name: string;
  email: string;
  street: string;
  tellHowItEnds: boolean;
  newsletter: boolean;
};

export const nothingWritten: PlainValues = {
  targetIds: null,
  subject: null,
  message: null,
  personal: "",
  name: "",
  email: "",
  street: "",
  tellHowItEnds: false,
  newsletter: false,
};
