import type { Line, Style } from "./lay-out";
import { linesOf } from "./lay-out";
import type { LetterSheet } from "./letter-sheet";
import { bottom, type Document, lineHeight, measureWith, paper, printLine, printText, textWidth } from "./page";

type Row = { line: Line; size: number; /** Kept with the next: a heading never ends a page. */ keep: boolean };

// A letter that is a few lines too long is set a little smaller rather than sent as two sheets.
const sizes = [11, 10.5, 10, 9.5] as const;

/** Prints one letter from a new page on; long ones flow over pages, which then carry their number. */
export const printLetter = (doc: Document, sheet: LetterSheet): void => {
  const set = (size: number) => pagesOf(rowsOf(doc, sheet, size), size);
  const pages = sizes.map(set).find(({ length }) => length === 1) ?? set(sizes[0]);
  pages.forEach((rows, index) => {
    doc.addPage();
    if (index === 0 && sheet.noStamp !== null) printStamp(doc, sheet.noStamp);
    let y: number = paper.margin;
    for (const { line, size } of rows) {
      printLine(doc, line, { x: paper.margin, y, size });
      y += size * lineHeight;
    }
    printFoot(doc, sheet.footer, pages.length === 1 ? "" : `${index + 1} / ${pages.length}`);
  });
};

const rowsOf = (doc: Document, sheet: LetterSheet, size: number): Row[] => {
  const measure = measureWith(doc);
  const block = (text: string, style: Style, width = textWidth): Row[] =>
    linesOf(text, { width, style, measure }).map((line) => ({ line, size: style.size, keep: false }));
  const plain: Style = { size, weight: 400 };
  const gap: Row = { line: [], size, keep: false };
  const address = (lines: readonly string[]) =>
    lines.filter((line) => line.trim() !== "").flatMap((line) => block(line, plain, stampLeft - paper.margin - 12));
  const closing = sheet.closing.flatMap((line) => block(line, plain));
  return [
    ...address(sheet.from),
    gap,
    ...block(sheet.date, plain),
    gap,
    ...address(sheet.to),
    gap,
    ...block(sheet.subject, { size: size + 1, weight: 600 }).map((row) => ({ ...row, keep: true })),
    { ...gap, keep: true },
    ...block(sheet.body.trim(), plain),
    ...(closing.length === 0
      ? []
      : [{ ...gap, keep: true }, ...closing.map((row, index) => ({ ...row, keep: index < closing.length - 1 }))]),
  ];
};

// Rows that belong together go to the next page together.
const pagesOf = (rows: readonly Row[], size: number): Row[][] => {
  const room = bottom - paper.margin;
  const heightOf = (some: readonly Row[]) => some.reduce((sum, row) => sum + row.size * lineHeight, 0);
  const pages: Row[][] = [[]];
  let used = 0;
  let at = 0;
  while (at < rows.length) {
    let end = at;
    while (end < rows.length - 1 && rows[end]?.keep === true) end += 1;
    const together = rows.slice(at, end + 1);
    const height = heightOf(together);
    // Something too tall for any page is not kept together: it would never fit.
    if (used > 0 && used + Math.min(height, room) > room + size * 0.4) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(...(used === 0 && pages.length > 1 ? withoutLeadingGap(together) : together));
    used += height;
    at = end + 1;
  }
  return pages;
};

const withoutLeadingGap = (rows: readonly Row[]): Row[] => (rows[0]?.line.length === 0 ? rows.slice(1) : [...rows]);

const stampWidth = 150;
const stampLeft = paper.width - paper.margin - stampWidth;

const printStamp = (doc: Document, text: string): void => {
  doc
    .lineWidth(0.75)
    .strokeColor("#777777")
    .roundedRect(stampLeft, paper.margin - 8, stampWidth, 58, 4)
    .stroke();
  printText(doc, text, { x: stampLeft + 10, y: paper.margin + 2, width: stampWidth - 20, style: { size: 9, weight: 600 } });
};

const printFoot = (doc: Document, footer: string | null, number: string): void => {
  const style: Style = { size: 8, weight: 400 };
  const measure = measureWith(doc);
  doc.fillColor("#555555");
  const lines = linesOf(footer ?? "", { width: textWidth - 60, style, measure }).slice(0, 3);
  const y = paper.height - paper.foot - lines.length * style.size * lineHeight;
  lines.forEach((line, index) => printLine(doc, line, { x: paper.margin, y: y + index * style.size * lineHeight, size: style.size }));
  const [last = []] = linesOf(number, { width: 60, style, measure });
  const width = last.reduce((sum, run) => sum + measure(run, style.size), 0);
  printLine(doc, last, { x: paper.width - paper.margin - width, y: paper.height - paper.foot - style.size * lineHeight, size: style.size });
  doc.fillColor("#111111");
};
