import type { CampaignTargets, EmailMethod, GovernmentLevel, TargetRule } from "@cml/domain/influence";

/** A campaign as its public page shows it, texts already in the page's language. Moments are ISO texts. */
export type CampaignView = CampaignCardView & {
  callToAction: string;
  state: "open" | "paused" | "ended";
  /** Seen through a private link or beside the editor: nothing is sent, and the page says so. */
  isPreview: boolean;
  /** The key of the private link it is seen through; null beside the editor and for a published page. */
  previewToken: string | null;
  /** Everybody sees its page; a preview of it then shows changes that are not saved. */
  isPublished: boolean;
  rules: readonly TargetRule[];
  /** Whether who gets the letter depends on where the supporter lives. */
  needsPlace: boolean;
  ownConstituentsOnly: boolean;
  callCount: number | null;
  replyCount: number | null;
  letter: { subject: string; body: string };
  /** Ways a letter can go, in the order they are offered. */
  methods: EmailMethod[];
  allowEditing: boolean;
  /** The supporter may choose among the people on the campaign's own list. */
  allowList: boolean;
  allowCalls: boolean;
  callScript: string;
  collectUserInfo: boolean;
  askStreet: boolean;
  personalPrompt: string;
  publicRecord: boolean;
  officeLink: boolean;
  verifySender: boolean;
  showReplies: boolean;
  decisionAt: string | null;
  submissionDeadline: string | null;
  endsAt: string | null;
  agendaItem: string;
  clerkName: string;
  /** What was decided, once the campaign is over. */
  outcome: string;
  nextStep: { label: string; url: string } | null;
  embedOrigins: readonly string[];
};

/** People a campaign writes to wherever the supporter lives; null where nobody can be named. */
export type FixedPeople = CampaignTargets | null;

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
