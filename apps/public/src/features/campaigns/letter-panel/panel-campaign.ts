import type { CampaignView } from "../model/campaign-view";

/** What of a campaign the panel needs; it travels with the page. */
export type PanelCampaign = Pick<
  CampaignView,
  | "slug"
  | "title"
  | "isPreview"
  | "letter"
  | "methods"
  | "needsPlace"
  | "allowEditing"
  | "allowCalls"
  | "collectUserInfo"
  | "askStreet"
  | "personalPrompt"
  | "publicRecord"
  | "verifySender"
>;
