export { cutRoutes } from "./routes";
