import type { Source } from "../src/data/source";
import type { CampaignView } from "../src/features/campaigns/model/campaign-view";
import type { Site } from "../src/shell/site";

export const aSite = (more: Partial<Site> = {}): Site => ({
  organization: "Safe Streets Vancouver",
  logoUrl: null,
  faviconUrl: null,
  primaryColour: null,
  footerText: "",
  postalAddress: "120 Main Street, Vancouver BC",
  contactEmail: null,
  timeZone: "America/Vancouver",
  locale: "en",
  enableInfluence: true,
  enableMap: true,
  signUpOpen: true,
  embeddedMail: false,
  ...more,
});

export const aCampaign = (more: Partial<CampaignView> = {}): CampaignView => ({
  slug: "lanes",
  title: "Protected bike lanes",
  description: "Forty-one people were hurt.\n\nThe plan is ready.",
  callToAction: "Council votes on December 9.",
  coverUrl: "/files/covers/lanes.webp",
  highlighted: true,
  levels: ["FEDERAL", "MUNICIPAL"],
  letterCount: 1284,
  state: "open",
  namedRecipients: [],
  callCount: null,
  letter: { subject: "Protected lanes", body: "Dear {{REPRESENTATIVE_NAME}},\n\nPlease vote for the plan." },
  allowSend: true,
  allowMailto: true,
  allowEditing: true,
  verifySender: true,
  showReplies: false,
  ...more,
});

/** A source in which nothing stands but what the test puts there. */
export const aSource = (more: Partial<Source> = {}): Source => ({
  site: async () => aSite(),
  campaigns: async () => [aCampaign()],
  campaign: async (slug) => (slug === "lanes" ? aCampaign() : null),
  shifts: async () => [],
  shift: async () => null,
  pendingLetters: async () => null,
  receipt: async () => null,
  confirmLetters: async () => null,
  ...more,
});
