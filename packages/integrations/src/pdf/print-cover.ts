import type { CoverSheet } from "./letter-sheet";
import { type Document, paper, printText, textWidth } from "./page";

const labelWidth = 150;

/** Prints the first page of a bundle. */
export const printCover = (doc: Document, { title, subtitle, facts, note }: CoverSheet): void => {
  doc.addPage();
  const x = paper.margin;
  let y = printText(doc, title, { x, y: 150, width: textWidth, style: { size: 24, weight: 600 } });
  if (subtitle !== null) y = printText(doc, subtitle, { x, y: y + 4, width: textWidth, style: { size: 14, weight: 400 } });
  y += 24;
  doc
    .lineWidth(0.75)
    .strokeColor("#999999")
    .moveTo(x, y)
    .lineTo(paper.width - paper.margin, y)
    .stroke();
  y += 16;
  for (const { label, value } of facts) {
    printText(doc, label, { x, y, width: labelWidth - 12, style: { size: 11, weight: 400 } });
    y = printText(doc, value, { x: x + labelWidth, y, width: textWidth - labelWidth, style: { size: 11, weight: 600 } }) + 6;
  }
  if (note !== null) printText(doc, note, { x, y: y + 24, width: textWidth, style: { size: 10, weight: 400 } });
};
