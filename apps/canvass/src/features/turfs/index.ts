export { turfRoutes } from "./routes";
