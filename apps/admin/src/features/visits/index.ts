export { visitRoutes } from "./routes";
