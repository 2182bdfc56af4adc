export { meRoutes } from "./routes";
