import { PassThrough, type Readable } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Locale } from "@cml/domain/kernel";
import PDFKit from "pdfkit";
import { fontFiles } from "./fonts";
import type { CoverSheet, LetterSheet } from "./letter-sheet";
import type { Document } from "./page";
import { printCover } from "./print-cover";
import { printLetter } from "./print-letter";

export type RenderOptions = { locale: Locale; title?: string; cover?: CoverSheet | null };

/**
 * Letters as one PDF on US Letter paper, each from a new page on, with embedded fonts. Sheets are read as fast as the PDF
 * is taken away, so a bundle of thousands needs the memory of a few; an error of theirs ends the stream with it.
 */
export const renderLetterSheets = (
  sheets: Iterable<LetterSheet> | AsyncIterable<LetterSheet>,
  { locale, title = "", cover = null }: RenderOptions,
): Readable => {
  const doc = newDocument({ locale, title });
  const out = new PassThrough();
  doc.pipe(out);
  doc.on("error", (error: Error) => out.destroy(error));
  const print = async () => {
    if (cover !== null) printCover(doc, cover);
    for await (const sheet of sheets) {
      if (out.destroyed) return;
      printLetter(doc, sheet);
      await roomIn(out);
    }
    doc.end();
  };
  print().catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))));
  return out;
};

const newDocument = ({ locale, title }: { locale: Locale; title: string }): Document => {
  const doc = new PDFKit({
    autoFirstPage: false,
    size: "LETTER",
    margin: 0,
    lang: locale === "fr" ? "fr-CA" : "en-CA",
    displayTitle: title !== "",
    info: { Title: title },
  });
  for (const { name, path } of fontFiles()) doc.registerFont(name, path);
  return doc;
};

// The document pushes whatever is printed; only we can wait until somebody took it.
const roomIn = async (out: PassThrough): Promise<void> => {
  await nextTurn();
  if (!out.writableNeedDrain || out.destroyed) return;
  await new Promise<void>((resolve) => {
    const go = () => {
      out.off("drain", go);
      out.off("close", go);
      resolve();
    };
    out.on("drain", go);
    out.on("close", go);
  });
};
