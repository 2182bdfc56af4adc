import type { ColumnMapping, CsvReading, CutCategory, FieldRule, ImportKind, ImportPreset, PointReading } from "@cml/domain/map";

/** Kinds the wizard leads through. */
export const wizardKinds = ["addresses", "nar", "cuts"] as const satisfies readonly ImportKind[];
export type WizardKind = (typeof wizardKinds)[number];

/** What a person may say about a file's way of reading. */
export type ReadingChoice = {
  csv: CsvReading;
  points: PointReading;
  /** Null until the person changed the guess. */
  mapping: ColumnMapping | null;
  overwrite: FieldRule[];
};

/** What the wizard holds between its steps. */
export type ImportDraft = ReadingChoice & {
  kind: WizardKind;
  file: File | null;
  source: string;
  category: CutCategory;
  /** Where the server keeps the uploaded file; null until it is there. */
  uploadKey: string | null;
  preset: { id: string; name: string } | null;
};

const asFound: ReadingChoice = {
  csv: { encoding: null, delimiter: null, quote: null, headerRow: null },
  points: "degrees",
  mapping: null,
  overwrite: [],
};

export const newDraft = (kind: WizardKind): ImportDraft => ({
  ...asFound,
  kind,
  file: null,
  source: "",
  category: "NEIGHBORHOOD",
  uploadKey: null,
  preset: null,
});

/** Another file is looked at anew; the name of its source stays. */
export const uploaded = (uploadKey: string): Partial<ImportDraft> => ({ ...asFound, uploadKey, preset: null });

/** A preset replaces everything said about reading but the name of the source, which belongs to this file. */
export const withPreset = ({ id, name, options }: ImportPreset): Partial<ImportDraft> => ({
  csv: options.csv,
  points: options.points,
  mapping: options.mapping,
  overwrite: options.overwrite,
  preset: { id, name },
});

/** `Vancouver-addresses (2).csv` → `vancouver-addresses 2`: a name the importer takes, which the person may change. */
export const sourceOf = (fileName: string): string =>
  fileName
    .replace(/\.[^.]+$/, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ._-]/gu, "")
    .replace(/^[^\p{L}\p{N}]+/u, "")
    .slice(0, 80)
    .trim() || "import";
