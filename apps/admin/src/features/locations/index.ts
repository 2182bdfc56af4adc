export { locationRoutes } from "./routes";
export { DuplicateScan } from "./components/DuplicateScan";
export { useDuplicateScan } from "./hooks/useDuplicateScan";
