export { BoxesConfirmedPage, ConfirmPage, DeadLinkPage } from "./pages/ConfirmPage";
export { KeptPage, NothingKeptPage } from "./pages/KeptPage";
export { NoReceiptPage, ReceiptPage } from "./pages/ReceiptPage";
