import type { CampaignDetail } from "@cml/domain/influence";
import { IconChartBar, IconMail } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { LetterDesk } from "./LetterDesk";
import { StatisticsTab } from "./StatisticsTab";

export type CampaignTab = {
  /** In the address, ?tab=; the first one needs none. */
  id: string;
  /** Its text is campaignWork.tabs.<id>. */
  icon: ReactNode;
  panel: (campaign: CampaignDetail) => ReactNode;
};

/** What may be done with one campaign, in the order of the work. */
export const campaignTabs: readonly CampaignTab[] = [
  { id: "letters", icon: <IconMail size={16} />, panel: (campaign) => <LetterDesk campaign={campaign} /> },
  { id: "statistics", icon: <IconChartBar size={16} />, panel: (campaign) => <StatisticsTab campaign={campaign} /> },
];
