export { campaignRoutes } from "./routes";
export { CampaignStatusBadge } from "./components/CampaignStatusBadge";
