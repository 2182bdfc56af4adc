import type { Actor } from "@cml/domain/kernel";
import { AppError } from "@cml/domain/kernel";
import {
  detectPreset, type ImportPreview, type LocalCandidate, peopleMappingProblem, type PersonRow, type PreviewImportInput, previewRows, suggestPeopleMapping,
} from "@cml/domain/map"; // prettier-ignore
import type { Deps } from "../../../deps";
import { maySeePeople } from "../../locations/get-location";
import { openTable, readingOf } from "../open-table";
import { takeRows } from "../take-rows";
import { type PersonReadRow, readSomePeople } from "./people-rows";

/** Who is in a list, by which columns, and at which doors the first thirty would land; writes nothing. */
export const previewPeople = async (deps: Deps, actor: Actor, input: PreviewImportInput): Promise<ImportPreview> => {
  if (!maySeePeople(actor)) throw new AppError("FORBIDDEN", "auth.notAllowed");
  const { uploadKey, fileName, csv, people } = input;
  const table = await openTable(deps, { storageKey: uploadKey, fileName, csv });
  const { headers } = table;
  const detected = detectPreset(headers);
  const preset = people?.preset ?? detected;
  const mapping = people?.mapping ?? suggestPeopleMapping(headers, preset);
  const problem = peopleMappingProblem(mapping, headers);
  const rows = await takeRows(table.rows, previewRows);
  const read = problem?.problem === "unknownColumn" ? [] : await readSomePeople(deps, rows, { mapping, preset });
  return {
    kind: "people",
    headers,
    reading: readingOf(table),
    pointsLook: null,
    mapping: {},
    people: { preset, detected, mapping },
    problem,
    totalRows: null,
    rows: read.map(previewOf),
  };
};

const previewOf = (read: PersonReadRow): ImportPreview["rows"][number] => {
  const { row } = read;
  if ("reason" in read) return { row, label: read.detail, detail: "", place: null, rejected: read.reason, match: null };
  const { person, match } = read;
  const [best] = match.candidates;
  return {
    row,
    label: nameOf(person),
    detail: person.address,
    place: best === undefined ? null : { latitude: best.latitude, longitude: best.longitude },
    rejected: null,
    match: {
      address: best === undefined ? null : lineOf(best),
      confidence: best?.confidence ?? null,
      reason: "addressId" in match ? null : match.reason,
    },
  };
};

const nameOf = ({ firstName, lastName, email, phone }: PersonRow): string =>
  [firstName, lastName].filter((part) => part !== null).join(" ") || (email ?? phone ?? "");

const lineOf = ({ address, municipality }: LocalCandidate): string => [address, municipality].filter((part) => part !== null).join(", ");
