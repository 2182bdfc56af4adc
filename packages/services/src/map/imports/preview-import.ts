import type { Actor } from "@cml/domain/kernel";
import {
  type ColumnMapping, coordinateOf, type ImportPreview, mappingProblem, pointLookOf, type PreviewImportInput, previewRows, readDoorRow,
  suggestMapping,
} from "@cml/domain/map"; // prettier-ignore
import type { CsvRow } from "@cml/formats";
import type { Deps } from "../../deps";
import { requireWholeMapFor } from "../require-map-scope";
import { openTable, readingOf } from "./open-table";
import { previewPeople } from "./people/preview-people";
import { requireOwnUpload } from "./require-own-upload";
import { takeRows } from "./take-rows";

/** What an uploaded file holds and how its first thirty rows would land; writes nothing. */
export const previewImport = async (deps: Deps, actor: Actor, input: PreviewImportInput): Promise<ImportPreview> => {
  requireWholeMapFor(actor, "location.import");
  await requireOwnUpload(deps, actor, input.uploadKey);
  if (input.kind === "people") return previewPeople(deps, actor, input);
  return previewAddresses(deps, input);
};

// Enough to tell the mistake of a row from the way of a file.
const rowsLookedAt = 200;

type AddressFile = Pick<PreviewImportInput, "uploadKey" | "fileName" | "csv" | "points"> & { mapping: ColumnMapping | null };

/** The same for a stored file, whoever put it there. */
export const previewAddresses = async (deps: Deps, { uploadKey, fileName, csv, points, ...input }: AddressFile): Promise<ImportPreview> => {
  const table = await openTable(deps, { storageKey: uploadKey, fileName, csv });
  const mapping = input.mapping ?? suggestMapping(table.headers);
  const rows = await takeRows(table.rows, rowsLookedAt);
  return {
    kind: "addresses",
    headers: table.headers,
    reading: readingOf(table),
    pointsLook: pointLookOf(rows.flatMap(({ cells }) => pointsIn(cells, mapping))),
    mapping,
    people: null,
    problem: mappingProblem(mapping, table.headers),
    totalRows: null,
    rows: rows.slice(0, previewRows).map(({ row, cells, isRagged }) => {
      if (isRagged) return { row, label: rowText(cells), detail: "", place: null, rejected: "badRow", match: null };
      const read = readDoorRow(cells, mapping, points);
      if ("reason" in read) {
        const label = cells[mapping.address ?? ""]?.trim() || rowText(cells);
        return { row, label, detail: read.detail === label ? "" : read.detail, place: null, rejected: read.reason, match: null };
      }
      const { address, unitNumber, municipality, province, postalCode, latitude, longitude } = read.door;
      const label = unitNumber === null ? address : `${unitNumber}-${address}`;
      const detail = [municipality, province, postalCode].filter((part) => part !== null).join(", ");
      return { row, label, detail, place: { latitude, longitude }, rejected: null, match: null };
    }),
  };
};

/** A row nobody can read, as it stands. */
const rowText = (cells: CsvRow["cells"]): string =>
  Object.values(cells)
    .filter((cell) => cell.trim() !== "")
    .join(", ")
    .slice(0, 200);

const pointsIn = (cells: CsvRow["cells"], mapping: ColumnMapping): { latitude: number; longitude: number }[] => {
  const latitude = coordinateOf(cells[mapping.latitude ?? ""] ?? "");
  const longitude = coordinateOf(cells[mapping.longitude ?? ""] ?? "");
  return latitude === null || longitude === null ? [] : [{ latitude, longitude }];
};
