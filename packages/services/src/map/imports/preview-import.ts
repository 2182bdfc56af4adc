import { type Actor, AppError } from "@cml/domain/kernel";
import {
  type ImportPreview, mappingProblem, type PreviewImportInput, previewRows, readCutFeature, readDoorRow, suggestMapping,
} from "@cml/domain/map"; // prettier-ignore
import { type CsvRow, openCsv, readGeoJson } from "@cml/formats";
import type { Deps } from "../../deps";
import { requireWholeMapFor } from "../require-map-scope";
import { requireOwnUpload } from "./require-own-upload";

/** What an uploaded file holds and how its first thirty rows would land; writes nothing. */
export const previewImport = async (deps: Deps, actor: Actor, input: PreviewImportInput): Promise<ImportPreview> => {
  requireWholeMapFor(actor, "location.import");
  await requireOwnUpload(deps, actor, input.uploadKey);
  const file = await deps.storage.open(input.uploadKey);
  if (file === null) throw new AppError("NOT_FOUND", "map.import.uploadNotFound");
  if (input.kind === "cuts") {
    const features = await readGeoJson(file.stream);
    const rows = features.slice(0, previewRows).map((feature) => {
      const read = readCutFeature(feature);
      return "cut" in read
        ? { row: feature.row, label: read.cut.name, detail: read.cut.geometry.type, place: null, rejected: null }
        : { row: feature.row, label: read.detail, detail: "", place: null, rejected: read.reason };
    });
    return { kind: "cuts", headers: [], delimiter: null, encoding: "utf-8", mapping: {}, problem: null, rows, totalRows: features.length };
  }
  const csv = await openCsv(file.stream);
  const mapping = input.mapping ?? suggestMapping(csv.headers);
  const rows = await takeRows(csv.rows);
  return {
    kind: "addresses",
    headers: csv.headers,
    delimiter: csv.delimiter,
    encoding: csv.encoding(),
    mapping,
    problem: mappingProblem(mapping, csv.headers),
    totalRows: null,
    rows: rows.map(({ row, cells }) => {
      const read = readDoorRow(cells, mapping);
      if ("reason" in read) return { row, label: read.detail, detail: "", place: null, rejected: read.reason };
      const { address, unitNumber, municipality, province, postalCode, latitude, longitude } = read.door;
      const label = unitNumber === null ? address : `${unitNumber}-${address}`;
      const detail = [municipality, province, postalCode].filter((part) => part !== null).join(", ");
      return { row, label, detail, place: { latitude, longitude }, rejected: null };
    }),
  };
};

const takeRows = async (rows: AsyncGenerator<CsvRow>): Promise<CsvRow[]> => {
  const taken: CsvRow[] = [];
  for await (const row of rows) {
    taken.push(row);
    if (taken.length === previewRows) break;
  }
  return taken;
};
