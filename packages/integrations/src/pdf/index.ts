export type { CoverSheet, LetterSheet } from "./letter-sheet";
export { renderLetterSheets } from "./render-letter-sheets";
