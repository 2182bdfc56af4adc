import type { CampaignView } from "../model/campaign-view";

/** What of a campaign the panel needs. */
export type PanelCampaign = Pick<
  CampaignView,
  "slug" | "title" | "levels" | "namedRecipients" | "letter" | "allowSend" | "allowMailto" | "allowEditing" | "verifySender"
>;
