import type { Readable } from "node:stream";
import { AppError } from "@cml/domain/kernel";
import type { CsvReading, ImportPreview } from "@cml/domain/map";
import { type CsvRow, type FileFeature, looksLikeZip, openCsv, openZip, readGeoJson } from "@cml/formats";
import type { Deps } from "../../deps";
import { storedBytes } from "./nar/stored-bytes";

/** A stored file as a table: a CSV, or the points of a GeoJSON with their properties. */
export type TableFile = {
  headers: string[];
  rows: AsyncGenerator<CsvRow>;
  /** How it was read; null for GeoJSON, which can be read in one way only. */
  reading: { encoding: () => string; delimiter: string; quote: string; hasHeader: boolean } | null;
  /** How much of the file is behind the rows given out. */
  share: () => number;
};

type Given = { storageKey: string; fileName: string; csv: CsvReading };

/** Opens an uploaded table, also as the only one in a zip. Throws AppError INVALID `import.*` for what is none. */
export const openTable = async (deps: Pick<Deps, "storage">, { storageKey, fileName, csv }: Given): Promise<TableFile> => {
  const { name, stream, bytes } = await openFile(deps, storageKey, fileName);
  if (isGeoJson(name)) return pointsTable(await readGeoJson(stream));
  const { encoding, delimiter, quote, hasHeader, headers, rows, bytesRead } = await openCsv(stream, csv);
  const share = () => (bytes === 0 ? 1 : Math.min(1, bytesRead() / bytes));
  return { headers, rows, reading: { encoding, delimiter, quote, hasHeader }, share };
};

/** How a table was read, as a preview shows it. */
export const readingOf = ({ reading }: TableFile): ImportPreview["reading"] =>
  reading === null
    ? null
    : { encoding: reading.encoding(), delimiter: reading.delimiter, quote: reading.quote, headerRow: reading.hasHeader };

/** What the archives have in them that spreadsheets really are: Excel's and LibreOffice's. */
const partsOfWorkbooks: ReadonlySet<string> = new Set(["xl/workbook.xml", "xl/workbook.bin", "content.xml"]);

const isGeoJson = (name: string): boolean => /\.(geo)?json(l|s|seq)?(\.gz)?$/i.test(name);
const isTable = (name: string): boolean => isGeoJson(name) || /\.(csv|tsv|txt)(\.gz)?$/i.test(name);

type OpenFile = { name: string; stream: Readable; bytes: number };

const openFile = async (deps: Pick<Deps, "storage">, storageKey: string, name: string): Promise<OpenFile> => {
  const access = await storedBytes(deps, storageKey);
  if (!(await looksLikeZip(access))) return { name, stream: await access.read(0, access.sizeBytes), bytes: access.sizeBytes };
  const entries = await openZip(access);
  if (entries.some((entry) => partsOfWorkbooks.has(entry.name))) throw new AppError("INVALID", "import.spreadsheet");
  const tables = entries.filter((entry) => isTable(entry.name) && !entry.name.includes("__MACOSX/"));
  const [only, another] = tables;
  if (only === undefined || another !== undefined) throw new AppError("INVALID", "import.zipOneTable", { count: tables.length });
  return { name: only.name, stream: await only.open(), bytes: only.sizeBytes };
};

const pointColumns = { longitude: "longitude", latitude: "latitude" } as const;

/** Features as rows: the point first, then what is said of it. A shape that is no point has none, and waits in the tray. */
const pointsTable = (features: readonly FileFeature[]): TableFile => {
  const names = new Set<string>(Object.values(pointColumns));
  for (const { properties } of features) for (const name of Object.keys(properties)) names.add(name);
  let given = 0;
  const rows = async function* (): AsyncGenerator<CsvRow> {
    for (const feature of features) {
      given += 1;
      yield { row: feature.row, cells: cellsOf(feature), isRagged: false };
    }
  };
  return { headers: [...names], rows: rows(), reading: null, share: () => (features.length === 0 ? 1 : given / features.length) };
};

const cellsOf = ({ properties, geometry }: FileFeature): Record<string, string> => {
  const cells: Record<string, string> = {};
  for (const [name, value] of Object.entries(properties))
    if (value !== null && value !== undefined) cells[name] = typeof value === "string" ? value : JSON.stringify(value);
  // The shape is the truth; what its properties say of the same point may be rounded.
  const point = pointOf(geometry);
  if (point !== null) [cells[pointColumns.longitude], cells[pointColumns.latitude]] = point;
  return cells;
};

const pointOf = (geometry: unknown): [string, string] | null => {
  if (typeof geometry !== "object" || geometry === null || !("type" in geometry) || !("coordinates" in geometry)) return null;
  const { type, coordinates } = geometry;
  if (type !== "Point" || !Array.isArray(coordinates)) return null;
  const [longitude, latitude] = coordinates as unknown[];
  return typeof longitude === "number" && typeof latitude === "number" ? [plain(longitude), plain(latitude)] : null;
};

/** Without an exponent, which no address file writes. */
const plain = (value: number): string => value.toFixed(9).replace(/\.?0+$/, "");
