import { PassThrough, type Readable } from "node:stream";
import PDFKit from "pdfkit";
import { fontFiles } from "../fonts";
import { printDoors } from "./print-doors";
import { linksHeight, printFoots, printLinks } from "./print-foot";
import { addPage, margin, openSheet } from "./sheet-page";
import type { WalkSheet } from "./walk-sheet";

/** A walk sheet as a PDF with embedded fonts: doors in walking order with room for what is circled and written at each. */
export const renderWalkSheet = (sheet: WalkSheet): Readable => {
  const lang = sheet.locale === "fr" ? "fr-CA" : "en-CA";
  const doc = new PDFKit({ autoFirstPage: false, bufferPages: true, margin: 0, lang, displayTitle: true, info: { Title: sheet.title } });
  for (const { name, path } of fontFiles()) doc.registerFont(name, path);
  const out = new PassThrough();
  doc.on("error", (error: Error) => out.destroy(error));
  doc.pipe(out);
  const page = openSheet(doc, sheet.paper);
  const end = printDoors(page, sheet);
  if (sheet.links.length > 0) {
    const hasRoom = end + linksHeight <= page.bottom;
    if (!hasRoom) addPage(page);
    printLinks(page, sheet, hasRoom ? end + 12 : margin);
  }
  printFoots(page, sheet);
  doc.end();
  return out;
};
