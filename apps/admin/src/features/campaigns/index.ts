export { campaignRoutes } from "./routes";
