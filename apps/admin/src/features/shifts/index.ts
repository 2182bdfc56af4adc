export { shiftRoutes } from "./routes";
