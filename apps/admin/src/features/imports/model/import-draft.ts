import type {
  AreaReading,
  ColumnMapping,
  CsvReading,
  CutCategory,
  FieldRule,
  ImportKind,
  ImportPreset,
  MapLineKind,
  PointReading,
  PeopleReading,
} from "@cml/domain/map";

/** Kinds the wizard leads through. */
export const wizardKinds = ["addresses", "nar", "people", "cuts", "lines", "basemap"] as const satisfies readonly ImportKind[];
export type WizardKind = (typeof wizardKinds)[number];

/** What a person may say about a file's way of reading. */
export type ReadingChoice = {
  csv: CsvReading;
  points: PointReading;
  /** Null until the person changed the guess. */
  mapping: ColumnMapping | null;
  overwrite: FieldRule[];
  /** Preset and columns of a list of people; null until the person changed the guess. */
  people: PeopleReading | null;
};

/** What the wizard holds between its steps. */
export type ImportDraft = ReadingChoice & {
  kind: WizardKind;
  file: File | null;
  /** A file of the server's import folder, instead of one of this computer. */
  folderFile: string | null;
  source: string;
  category: CutCategory;
  /** How a file of areas is read, and what was decided about them. */
  areas: AreaReading;
  /** What lines are that do not say themselves. */
  lineKind: MapLineKind;
  /** Where the server keeps the uploaded file; null until it is there. */
  uploadKey: string | null;
  preset: { id: string; name: string } | null;
};

const asFound: ReadingChoice = {
  csv: { encoding: null, delimiter: null, quote: null, headerRow: null },
  points: "degrees",
  mapping: null,
  overwrite: [],
  people: null,
};

const areasAsFound: AreaReading = {
  name: null,
  externalId: null,
  color: null,
  category: null,
  projection: null,
  mend: false,
  mendRows: [],
  skipRows: [],
};

// Kinds whose lines or tiles come from one place, and are named after it.
const ownSources: Partial<Record<WizardKind, string>> = { lines: "openstreetmap", basemap: "basemap" };

export const newDraft = (kind: WizardKind): ImportDraft => ({
  ...asFound,
  kind,
  file: null,
  folderFile: null,
  source: ownSources[kind] ?? "",
  category: "NEIGHBORHOOD",
  areas: areasAsFound,
  lineKind: "road",
  uploadKey: null,
  preset: null,
});

/** Another file is looked at anew; the name of its source stays. */
export const uploaded = (uploadKey: string): Partial<ImportDraft> => ({ ...asFound, areas: areasAsFound, uploadKey, preset: null });

/** A preset replaces everything said about reading but the name of the source, which belongs to this file. */
export const withPreset = ({ id, name, options }: ImportPreset): Partial<ImportDraft> => ({
  csv: options.csv,
  points: options.points,
  mapping: options.mapping,
  overwrite: options.overwrite,
  people: options.people,
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

/** Name of the chosen file, wherever it lies. */
export const fileNameOf = ({ file, folderFile }: Pick<ImportDraft, "file" | "folderFile">): string => file?.name ?? folderFile ?? "";

type WizardStep = "file" | "review" | "columns" | "ready" | "difference" | "run";

const stepsOfKind: Partial<Record<ImportKind, readonly WizardStep[]>> = {
  nar: ["file", "difference", "run"],
  cuts: ["file", "review", "run"],
  lines: ["file", "ready", "difference", "run"],
  basemap: ["file", "ready", "run"],
};

/** The steps a kind of file goes through. */
export const stepsOf = (kind: ImportKind): readonly WizardStep[] => stepsOfKind[kind] ?? ["file", "columns", "difference", "run"];
