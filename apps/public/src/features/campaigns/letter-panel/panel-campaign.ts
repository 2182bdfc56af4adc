import type { SampleKind } from "@cml/domain/influence";
import type { CampaignView } from "../model/campaign-view";

/** An invented supporter to try a preview with. */
export type PanelSample = { name: string; email: string; postalCode: string; street: string; kind: SampleKind };

/** What of a campaign the panel needs; it travels with the page. */
export type PanelCampaign = { samples: readonly PanelSample[] } & Pick<
  CampaignView,
  | "slug"
  | "title"
  | "isPreview"
  | "previewToken"
  | "letter"
  | "methods"
  | "needsPlace"
  | "allowEditing"
  | "allowCalls"
  | "callScript"
  | "collectUserInfo"
  | "askStreet"
  | "personalPrompt"
  | "publicRecord"
  | "officeLink"
  | "verifySender"
>;
