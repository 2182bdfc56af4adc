export { printSheet, printTurfSheet, renderSheet } from "./print-sheet";
