export { CampaignCard } from "./components/CampaignCard";
export { LetterPaper } from "./components/LetterPaper";
export { CampaignListPage } from "./pages/CampaignListPage";
export { CampaignPage } from "./pages/CampaignPage";
export type { CampaignCardView } from "./model/campaign-view";
export { officeTitle } from "./model/office-title";
export { shortened } from "./model/paragraphs";
