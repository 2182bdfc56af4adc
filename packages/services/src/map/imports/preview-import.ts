import { type Actor, AppError } from "@cml/domain/kernel";
import {
  type ColumnMapping, coordinateOf, type ImportPreview, mappingProblem, pointLookOf, type PreviewImportInput, previewRows, readCutFeature,
  readDoorRow, suggestMapping,
} from "@cml/domain/map"; // prettier-ignore
import { type CsvRow, readGeoJson } from "@cml/formats";
import type { Deps } from "../../deps";
import { requireWholeMapFor } from "../require-map-scope";
import { openTable } from "./open-table";
import { requireOwnUpload } from "./require-own-upload";

/** What an uploaded file holds and how its first thirty rows would land; writes nothing. */
export const previewImport = async (deps: Deps, actor: Actor, input: PreviewImportInput): Promise<ImportPreview> => {
  requireWholeMapFor(actor, "location.import");
  await requireOwnUpload(deps, actor, input.uploadKey);
  return input.kind === "cuts" ? previewCuts(deps, input) : previewAddresses(deps, input);
};

const previewCuts = async (deps: Deps, { uploadKey }: PreviewImportInput): Promise<ImportPreview> => {
  const file = await deps.storage.open(uploadKey);
  if (file === null) throw new AppError("NOT_FOUND", "map.import.uploadNotFound");
  const features = await readGeoJson(file.stream);
  const rows = features.slice(0, previewRows).map((feature) => {
    const read = readCutFeature(feature);
    return "cut" in read
      ? { row: feature.row, label: read.cut.name, detail: read.cut.geometry.type, place: null, rejected: null }
      : { row: feature.row, label: read.detail, detail: "", place: null, rejected: read.reason };
  });
  return { kind: "cuts", headers: [], reading: null, pointsLook: null, mapping: {}, problem: null, rows, totalRows: features.length };
};

// Enough to tell the mistake of a row from the way of a file.
const rowsLookedAt = 200;

type AddressFile = Pick<PreviewImportInput, "uploadKey" | "fileName" | "csv" | "points"> & { mapping: ColumnMapping | null };

/** The same for a stored file, whoever put it there. */
export const previewAddresses = async (deps: Deps, { uploadKey, fileName, csv, points, ...input }: AddressFile): Promise<ImportPreview> => {
  const table = await openTable(deps, { storageKey: uploadKey, fileName, csv });
  const mapping = input.mapping ?? suggestMapping(table.headers);
  const rows = await takeRows(table.rows);
  const { reading } = table;
  return {
    kind: "addresses",
    headers: table.headers,
    reading:
      reading === null
        ? null
        : { encoding: reading.encoding(), delimiter: reading.delimiter, quote: reading.quote, headerRow: reading.hasHeader },
    pointsLook: pointLookOf(rows.flatMap(({ cells }) => pointsIn(cells, mapping))),
    mapping,
    problem: mappingProblem(mapping, table.headers),
    totalRows: null,
    rows: rows.slice(0, previewRows).map(({ row, cells, isRagged }) => {
      if (isRagged) return { row, label: Object.values(cells).join(", ").slice(0, 200), detail: "", place: null, rejected: "badRow" };
      const read = readDoorRow(cells, mapping, points);
      if ("reason" in read) return { row, label: read.detail, detail: "", place: null, rejected: read.reason };
      const { address, unitNumber, municipality, province, postalCode, latitude, longitude } = read.door;
      const label = unitNumber === null ? address : `${unitNumber}-${address}`;
      const detail = [municipality, province, postalCode].filter((part) => part !== null).join(", ");
      return { row, label, detail, place: { latitude, longitude }, rejected: null };
    }),
  };
};

const pointsIn = (cells: CsvRow["cells"], mapping: ColumnMapping): { latitude: number; longitude: number }[] => {
  const latitude = coordinateOf(cells[mapping.latitude ?? ""] ?? "");
  const longitude = coordinateOf(cells[mapping.longitude ?? ""] ?? "");
  return latitude === null || longitude === null ? [] : [{ latitude, longitude }];
};

const takeRows = async (rows: AsyncGenerator<CsvRow>): Promise<CsvRow[]> => {
  const taken: CsvRow[] = [];
  for await (const row of rows) {
    taken.push(row);
    if (taken.length === rowsLookedAt) break;
  }
  return taken;
};
