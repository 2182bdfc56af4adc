import { addPage, ink, margin, printCode, printCut, printWords, rule, type Sheet, widthOf } from "./sheet-page";
import { printSupportMark } from "./support-mark";
import type { WalkSheet } from "./walk-sheet";

const codeSize = 64;

/** Begins a page: whose sheet it is, and the code it is entered by. Gives the first free `y`. */
export const printHead = (page: Sheet, sheet: WalkSheet, isFirst: boolean): number => {
  addPage(page);
  const width = page.right - margin - codeSize - 110;
  let y = margin;
  printCut(page, sheet.title, { x: margin, y, width, style: { size: isFirst ? 17 : 11, weight: 600 } });
  y += isFirst ? 24 : 15;
  if (isFirst && sheet.subtitle !== "") {
    printCut(page, sheet.subtitle, { x: margin, y, width, style: { size: 10, weight: 400 }, color: ink.quiet });
    y += 15;
  }
  for (const fact of isFirst ? sheet.facts : sheet.facts.slice(0, 1)) {
    printCut(page, fact, { x: margin, y, width, style: { size: 9.5, weight: fact === sheet.facts[0] ? 600 : 400 } });
    y += 13;
  }
  const size = isFirst ? codeSize : 40;
  printCode(page, sheet.code.text, { x: page.right - size, y: margin, size });
  const beside = { x: page.right - size - 112, width: 104 };
  printWords(page, sheet.code.label, { ...beside, y: margin, style: { size: 8, weight: 400 }, color: ink.quiet });
  printCut(page, sheet.code.text, { ...beside, y: margin + 24, style: { size: 12, weight: 600 } });
  y = Math.max(y, margin + size) + 8;
  if (isFirst) y = printLegend(page, sheet, y);
  return y;
};

/** What is circled for what, once. */
const printLegend = (page: Sheet, sheet: WalkSheet, top: number): number => {
  rule(page, top);
  const style = { size: 8, weight: 400 } as const;
  let [x, y] = [margin, top + 6];
  for (const { key, label } of sheet.outcomes) {
    const words = `${key}  ${label}`;
    const width = widthOf(page, words, style);
    // A key never parts from its word.
    if (x + width > page.right) [x, y] = [margin, y + 12];
    printCut(page, words, { x, y, width: width + 1, style });
    x += width + 14;
  }
  y += 14;
  ([1, 2, 3, 4] as const).forEach((level, index) => {
    const at = margin + index * 132;
    printSupportMark(page, level, { x: at + 4, y: y + 5, radius: 3.6 });
    printCut(page, `${level}  ${sheet.supportWords[index] ?? ""}`, { x: at + 12, y, width: 116, style });
  });
  return y + 18;
};
