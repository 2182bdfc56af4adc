export { Places } from "./components/Places";
export { ShiftList } from "./components/ShiftList";
export type { ShiftView } from "./model";
export { ShiftListPage, ShiftPage } from "./pages/ShiftPages";
