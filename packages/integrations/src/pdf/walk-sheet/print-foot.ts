import { ink, margin, printCode, printCut, type Sheet, widthOf } from "./sheet-page";
import type { WalkSheet } from "./walk-sheet";

const linkSize = 60;

/** Foots of all pages, when it is known how many there are. */
export const printFoots = (page: Sheet, sheet: WalkSheet): void => {
  const { start, count } = page.doc.bufferedPageRange();
  const said = [sheet.footer, ...sheet.credits].filter((text) => text !== "").join(" · ");
  const style = { size: 8, weight: 400 } as const;
  for (let n = 0; n < count; n += 1) {
    page.doc.switchToPage(start + n);
    const y = page.height - margin - 10;
    printCut(page, said, { x: margin, y, width: page.right - margin - 90, style, color: ink.quiet });
    const place = sheet.pageOf(n + 1, count);
    const width = widthOf(page, place, style) + 1;
    printCut(page, place, { x: page.right - width, y, width, style, color: ink.quiet });
  }
};

/** Links to photograph, on the last page below the doors, or on one of their own where there is no room. */
export const printLinks = (page: Sheet, sheet: WalkSheet, y: number): void => {
  sheet.links.forEach(({ url, label }, index) => {
    const x = margin + index * 170;
    printCode(page, url, { x, y, size: linkSize });
    printCut(page, label, { x: x + linkSize + 8, y: y + 24, width: 96, style: { size: 9, weight: 400 } });
  });
};
export const linksHeight = linkSize + 16;
