export { inboundRoutes } from "./routes";
