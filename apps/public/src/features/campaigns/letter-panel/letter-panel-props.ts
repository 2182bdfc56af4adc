import type { CampaignTargets } from "@cml/domain/influence";
import type { PanelCampaign } from "./panel-campaign";

export type LetterPanelProps = {
  campaign: PanelCampaign;
  address: string;
  embeddedMail: boolean;
  /** The people of a campaign that writes to the same ones whoever asks. */
  fixed: CampaignTargets | null;
  /** Stands in a frame of another site. */
  embedded: boolean;
};
