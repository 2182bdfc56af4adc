export type { CoverSheet, LetterSheet } from "./letter-sheet";
export { renderLetterSheets } from "./render-letter-sheets";
export { renderWalkSheet } from "./walk-sheet/render-walk-sheet";
export type { PaperSize, WalkSheet, WalkSheetBuilding } from "./walk-sheet/walk-sheet";
