import type { ColumnMapping, CutCategory, ImportKind } from "@cml/domain/map";

/** What the wizard holds between its steps. */
export type ImportDraft = {
  kind: ImportKind;
  file: File | null;
  source: string;
  category: CutCategory;
  /** Where the server keeps the uploaded file; null until it is there. */
  uploadKey: string | null;
  /** Null until the person changed the guess. */
  mapping: ColumnMapping | null;
};

export const newDraft = (kind: ImportKind): ImportDraft => ({
  kind,
  file: null,
  source: "",
  category: "NEIGHBORHOOD",
  uploadKey: null,
  mapping: null,
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
