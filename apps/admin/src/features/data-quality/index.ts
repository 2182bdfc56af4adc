export { dataQualityRoutes } from "./routes";
