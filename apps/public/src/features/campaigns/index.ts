export { CampaignCard } from "./components/CampaignCard";
export { LetterPaper } from "./components/LetterPaper";
export { CampaignListPage } from "./pages/CampaignListPage";
export { CampaignPage } from "./pages/CampaignPage";
export { EmbedPage } from "./pages/EmbedPage";
export type { CampaignCardView, CampaignView } from "./model/campaign-view";
export { shortened } from "./model/paragraphs";
export { plainFormOf } from "./panel/plain-form-of";
