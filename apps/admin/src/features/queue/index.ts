export { CampaignStrip } from "./components/CampaignStrip";
export { LetterTable } from "./components/LetterTable";
export { queueRoutes } from "./routes";
