import { findRegisterBuildings } from "@cml/db/map";
import type { LatLng } from "@cml/domain/kernel";
import {
  narAddressColumns, type NarAddressColumns, type NarLocation, type NarStreet, narStreets, type NarWish, readNarAddress,
} from "@cml/domain/map"; // prettier-ignore
import type { Deps } from "../../../deps";
import type { ReadRow } from "../row-reader";
import type { NarFile } from "./nar-files";
import { openRegisterFile } from "./open-register-file";

const addressesAtOnce = 2_000;
const lookedAtOnce = 20_000;

/** The address file, the row in it and the row's number over all files: where the rows given out end. */
export type AddressPlace = { file: number; row: number; number: number };
export type AddressRow = { row: ReadRow | null; place: AddressPlace; part: number };

type Wanted = {
  importId: string;
  files: readonly NarFile[];
  start: AddressPlace;
  wish: NarWish;
  isInArea: ((point: LatLng) => boolean) | null;
};

/** A row of the file that is wanted, before its building is looked up. `street` is missing for a row that cannot be read. */
type Candidate = { cells: string[]; place: AddressPlace; street: NarStreet | null };

/** Wanted rows of the address files behind `start`, each with its building; a breath where nothing was wanted for long. */
export async function* addressRows(deps: Deps, { importId, files, start, wish, isInArea }: Wanted): AsyncGenerator<AddressRow> {
  const streetOf = narStreets();
  let number = start.number;
  for (const [index, file] of files.entries()) {
    if (index < start.file) continue;
    const settled = index === start.file ? start.row : 0;
    const { header, batches, bytesRead } = await openRegisterFile(file);
    const columns = narAddressColumns(header, file.name);
    const part = (): number => bytesRead() / Math.max(1, file.sizeBytes);
    const finish = (candidates: readonly Candidate[]) =>
      joined(deps, candidates, { importId, header, columns, wish, isInArea, fileName: file.name });
    let row = 0;
    let looked = 0;
    let held: Candidate[] = [];
    for await (const batch of batches) {
      for (const cells of batch) {
        row += 1;
        if (row <= settled) continue;
        number += 1;
        looked += 1;
        const place = { file: index, row, number };
        if (cells.length !== header.length) held.push({ cells, place, street: null });
        else {
          const street = streetOf(cells, columns);
          if (wish.wantsAddress(cells, columns, street)) held.push({ cells, place, street });
        }
      }
      if (held.length < addressesAtOnce && looked < lookedAtOnce) continue;
      for (const [wanted, place] of await finish(held)) yield { row: wanted, place, part: part() };
      yield { row: null, place: { file: index, row, number }, part: part() };
      held = [];
      looked = 0;
    }
    for (const [wanted, place] of await finish(held)) yield { row: wanted, place, part: 1 };
    yield { row: null, place: { file: index + 1, row: 0, number }, part: 1 };
  }
}

type Joining = Pick<Wanted, "importId" | "wish" | "isInArea"> & { header: string[]; columns: NarAddressColumns; fileName: string };

const joined = async (deps: Deps, candidates: readonly Candidate[], joining: Joining): Promise<(readonly [ReadRow, AddressPlace])[]> => {
  const { columns } = joining;
  const guids = new Set(candidates.map(({ cells }) => guidOf(cells, columns)));
  const buildings = guids.size === 0 ? new Map<string, NarLocation>() : await findRegisterBuildings(deps.db, joining.importId, [...guids]);
  return candidates.flatMap((candidate) => {
    const row = readCandidate(candidate, buildings.get(guidOf(candidate.cells, columns)) ?? null, joining);
    return row === null ? [] : [[row, candidate.place] as const];
  });
};

const guidOf = (cells: readonly string[], { locGuid }: NarAddressColumns): string => (cells[locGuid] ?? "").trim().toLowerCase();

const readCandidate = ({ cells, place, street }: Candidate, location: NarLocation | null, joining: Joining): ReadRow | null => {
  const { header, columns, wish, isInArea, fileName } = joining;
  const base = { row: place.number, cells: () => shown(cells, { header, fileName, row: place.row }) };
  if (street === null) return { ...base, reason: "badRow", detail: fileName };
  if (wish.needsLocation && location === null) return null;
  const read = readNarAddress({ cells, columns, street, location });
  // Without a point nobody knows whether it lies in the area that was chosen.
  if (isInArea !== null && (!("door" in read) || !isInArea(read.door))) return null;
  return { ...base, ...read };
};

/** A refused row as people look for it: its file, its row there, and its cells. */
const shown = (cells: readonly string[], { header, fileName, row }: { header: string[]; fileName: string; row: number }) => ({
  FILE: fileName,
  ROW: String(row),
  ...Object.fromEntries(cells.map((cell, index) => [header[index] ?? `column ${index + 1}`, cell])),
});
