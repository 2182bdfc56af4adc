import { encode } from "uqr";
import { runsOf } from "../fonts";
import { linesOf, type Style } from "../lay-out";
import { type Document, measureWith, printLine, printText } from "../page";
import type { PaperSize } from "./walk-sheet";

const sizes = { A4: { width: 595.28, height: 841.89 }, LETTER: { width: 612, height: 792 } } as const;

/** Points: half an inch around, which every printer leaves alone. */
export const margin = 36;

export const ink = { text: "#111111", quiet: "#595959", line: "#b5b5b5", band: "#f0f0ee" } as const;

export type Sheet = { doc: Document; width: number; height: number; right: number; bottom: number };

export const openSheet = (doc: Document, paper: PaperSize): Sheet => {
  const { width, height } = sizes[paper];
  return { doc, width, height, right: width - margin, bottom: height - margin - 26 };
};

export const addPage = ({ doc, width, height }: Sheet): void => {
  doc.addPage({ size: [width, height], margin: 0 });
};

/** Points a line of text takes. */
export const widthOf = ({ doc }: Sheet, text: string, { size, weight }: Style): number =>
  runsOf(text, weight).reduce((sum, run) => sum + measureWith(doc)(run, size), 0);

type At = { x: number; y: number; width: number; style: Style; color?: string };

/** One line, cut with an ellipsis where it is too long: a row of a table never grows. */
export const printCut = ({ doc }: Sheet, text: string, { x, y, width, style, color = ink.text }: At): void => {
  const measure = measureWith(doc);
  const [whole, ...more] = linesOf(text, { width, style, measure });
  doc.fillColor(color);
  if (more.length === 0) return printLine(doc, whole ?? [], { x, y, size: style.size });
  const [short] = linesOf(text, { width: width - style.size, style, measure });
  printLine(doc, [...(short ?? []), ...(linesOf("…", { width, style, measure })[0] ?? [])], { x, y, size: style.size });
};

/** Text over as many lines as it needs; gives the next free `y`. */
export const printWords = ({ doc }: Sheet, text: string, { color = ink.text, ...at }: At): number => {
  doc.fillColor(color);
  return printText(doc, text, at);
};

export const rule = ({ doc, right }: Sheet, y: number, { from = margin, weight = 0.5 }: { from?: number; weight?: number } = {}): void => {
  doc.lineWidth(weight).strokeColor(ink.line).moveTo(from, y).lineTo(right, y).stroke();
};

/** A QR code, drawn here: nobody else learns what is printed. */
export const printCode = ({ doc }: Sheet, text: string, { x, y, size }: { x: number; y: number; size: number }): void => {
  const { data } = encode(text, { ecc: "M", border: 0 });
  const step = size / data.length;
  doc.fillColor("#000000");
  data.forEach((row, r) =>
    row.forEach((isDark, c) => {
      // A hair wider than its place, so that no white line runs through the code.
      if (isDark) doc.rect(x + c * step, y + r * step, step * 1.02, step * 1.02);
    }),
  );
  doc.fill();
};
