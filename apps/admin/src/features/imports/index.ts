export { importRoutes } from "./routes";
