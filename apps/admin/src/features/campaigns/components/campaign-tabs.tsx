import type { CampaignDetail } from "@cml/domain/influence";
import {
  IconChartBar,
  IconFileStack,
  IconFileText,
  IconMail,
  IconMessageCircleQuestion,
  IconMessages,
  IconUsers,
  IconZoomCheck,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { RepliesTab } from "../../responses";
import { LetterDesk } from "./LetterDesk";
import { OutcomesTab } from "../../outcomes";
import { StatisticsTab } from "./StatisticsTab";
import { HandInTab } from "./targets/HandInTab";
import { SamplesTab } from "./targets/SamplesTab";
import { TargetsTab } from "./targets/TargetsTab";
import { VersionsTab } from "./targets/VersionsTab";

type CampaignTab = {
  /** In the address, ?tab=; the first one needs none. */
  id: string;
  /** Its text is campaignWork.tabs.<id>. */
  icon: ReactNode;
  panel: (campaign: CampaignDetail) => ReactNode;
};

/** What may be done with one campaign, in the order of the work. */
export const campaignTabs: readonly CampaignTab[] = [
  { id: "letters", icon: <IconMail size={16} />, panel: (campaign) => <LetterDesk campaign={campaign} /> },
  { id: "targets", icon: <IconUsers size={16} />, panel: (campaign) => <TargetsTab campaign={campaign} /> },
  { id: "versions", icon: <IconFileText size={16} />, panel: (campaign) => <VersionsTab campaign={campaign} /> },
  { id: "samples", icon: <IconZoomCheck size={16} />, panel: (campaign) => <SamplesTab campaign={campaign} /> },
  { id: "handIn", icon: <IconFileStack size={16} />, panel: (campaign) => <HandInTab campaign={campaign} /> },
  { id: "outcomes", icon: <IconMessageCircleQuestion size={16} />, panel: (campaign) => <OutcomesTab campaign={campaign} /> },
  { id: "replies", icon: <IconMessages size={16} />, panel: (campaign) => <RepliesTab campaign={campaign} /> },
  { id: "statistics", icon: <IconChartBar size={16} />, panel: (campaign) => <StatisticsTab campaign={campaign} /> },
];
