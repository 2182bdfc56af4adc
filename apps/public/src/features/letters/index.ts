export { BoxesConfirmedPage, ConfirmPage, DeadLinkPage } from "./pages/ConfirmPage";
export { NoReceiptPage, ReceiptPage } from "./pages/ReceiptPage";
