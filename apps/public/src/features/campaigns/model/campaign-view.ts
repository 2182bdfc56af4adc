import type { GovernmentLevel } from "@cml/domain/influence";

/** A campaign as its public page shows it, texts already in the page's language. */
export type CampaignView = CampaignCardView & {
  callToAction: string;
  state: "open" | "paused" | "ended";
  namedRecipients: { name: string; title: string }[];
  callCount: number | null;
  letter: { subject: string; body: string };
  allowSend: boolean;
  allowMailto: boolean;
  allowEditing: boolean;
  verifySender: boolean;
  showReplies: boolean;
};

export type CampaignCardView = {
  slug: string;
  title: string;
  description: string;
  coverUrl: string | null;
  highlighted: boolean;
  levels: GovernmentLevel[];
  /** Null when the campaign keeps its count to itself. */
  letterCount: number | null;
};
