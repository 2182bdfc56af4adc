export { responseRoutes } from "./routes";
export { RepliesTab } from "./components/RepliesTab";
