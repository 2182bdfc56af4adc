export { PrintSheetModal } from "./components/PrintSheetModal";
export { sheetRoutes } from "./routes";
export { TurfSheetButton } from "./components/TurfSheetButton";
