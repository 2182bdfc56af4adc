export { Places } from "./components/Places";
export { ShiftList } from "./components/ShiftList";
export type { MyShiftView, ShiftView } from "./model";
export { mySignupPage, shiftListPage, shiftPage, signedUpPage } from "./shift-pages";
