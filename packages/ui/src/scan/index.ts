export { CodeScanner } from "./CodeScanner";
