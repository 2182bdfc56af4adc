export { representativeRoutes } from "./routes";
