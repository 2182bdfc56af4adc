export { locationRoutes } from "./routes";
