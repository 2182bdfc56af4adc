import type { Locale } from "@cml/domain/kernel";

export type PaperSize = "A4" | "LETTER";

/** One door as it is printed. */
export type WalkSheetDoor = {
  /** Its place on the sheet, counted from 1: what is typed in later names it. */
  place: number;
  unit: string;
  people: string;
  /** What happened last, in few words. */
  last: string;
  support: 1 | 2 | 3 | 4 | null;
  /** Stands out: do not contact, wants a sign. */
  flags: string[];
};

export type WalkSheetBuilding = { address: string; notes: string; doors: WalkSheetDoor[] };

/** A link printed as a square to photograph. */
export type WalkSheetLink = { url: string; label: string };

export type WalkSheet = {
  locale: Locale;
  paper: PaperSize;
  title: string;
  subtitle: string;
  /** The turf, the shift, who walks: a line each. */
  facts: string[];
  /** What is scanned or typed to enter the sheet, and what it says. */
  code: { text: string; label: string };
  words: { unit: string; people: string; last: string; result: string; support: string; sign: string; notes: string };
  /** Which letter is circled for what. */
  outcomes: { key: string; label: string }[];
  supportWords: readonly [string, string, string, string];
  /** How a page names itself. */
  pageOf: (page: number, pages: number) => string;
  footer: string;
  links: WalkSheetLink[];
  credits: string[];
  buildings: WalkSheetBuilding[];
};
