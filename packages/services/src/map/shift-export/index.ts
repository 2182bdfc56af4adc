export { exportSignups } from "./export-signups";
