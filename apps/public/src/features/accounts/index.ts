export { accountPage } from "./pages/AccountPage";
