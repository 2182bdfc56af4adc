export { accountRoutes } from "./routes";
export { ChangePasswordModal } from "./components/ChangePasswordModal";
export { PasswordChecklist } from "./components/PasswordChecklist";
