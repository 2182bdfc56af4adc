import type PDFKit from "pdfkit";
import { type Line, linesOf, type Measure, type Style } from "./lay-out";

/** US Letter in points. */
export const paper = { width: 612, height: 792, margin: 72, foot: 36 } as const;
export const textWidth = paper.width - 2 * paper.margin;
export const bottom = paper.height - paper.margin;

export type Document = InstanceType<typeof PDFKit>;
export const lineHeight = 1.42;

export const measureWith =
  (doc: Document): Measure =>
  ({ font, text }, size) =>
    doc.font(font).fontSize(size).widthOfString(text);

/** Prints one line with its top at `y`; `right` lines up with the right edge. */
export const printLine = (doc: Document, line: Line, { x, y, size }: { x: number; y: number; size: number }): void => {
  let at = x;
  for (const { font, text } of line) {
    doc.font(font).fontSize(size);
    // Files of one typeface differ in what they call their height: all stand on one base line.
    doc.text(text, at, y + size, { lineBreak: false, baseline: "alphabetic" });
    at += doc.widthOfString(text);
  }
};

/** Prints lines of text from `y` downwards and gives the next free `y`. No page is begun. */
export const printText = (
  doc: Document,
  text: string,
  { x, y, width, style }: { x: number; y: number; width: number; style: Style },
): number => {
  const lines = linesOf(text, { width, style, measure: measureWith(doc) });
  lines.forEach((line, index) => printLine(doc, line, { x, y: y + index * style.size * lineHeight, size: style.size }));
  return y + lines.length * style.size * lineHeight;
};
