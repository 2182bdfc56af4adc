export { printSheet, renderSheet } from "./print-sheet";
