import { createHash } from "node:crypto";
import type { RawClient } from "@cml/db";
import {
  copyRejects, findQueued, findSuppressed, holdImports, holdPeople, leaveQueue, queueUnmatched, type RejectedRow, type WaitingRow, writePeople,
} from "@cml/db/map"; // prettier-ignore
import { type ChangeSample, mostSamples, personKey, type PersonMatch, type PersonRow, type PlacedPerson, settlePeople, type SettledPeople } from "@cml/domain/map"; // prettier-ignore
import type { Deps } from "../../../deps";
import { suppressionKeysOf } from "../../../platform/suppression";
import { idMaker } from "../id-maker";
import type { ChunkResult, ChunkWriter, RunningImport } from "../run-rows";
import type { PersonReadRow } from "./people-rows";

/** The same row of the next file is known again by this. */
export const rowKeyOf = (source: string, person: PersonRow): string => {
  const who = person.externalId ?? [personKey(person), person.email, person.phone, person.address.toLowerCase()].join("|");
  return createHash("sha256").update(`${source}|${person.externalId === null ? "who" : "id"}|${who}`).digest("hex"); // prettier-ignore
};

type Placed = PlacedPerson & { rowKey: string };
type Sorted = { placed: Placed[]; waiting: WaitingRow[]; rejects: RejectedRow[] };

/**
 * Writes chunks of people: those with a sure door become residents, the others wait in the queue and count as refused with the reason
 * `noDoor`, so that read = created + changed + same + rejected holds. Who asked to be forgotten leaves no trace here.
 */
export const peopleWriter = (deps: Deps, { run }: RunningImport): ChunkWriter<PersonReadRow> => {
  const newId = idMaker(deps.newId);
  const { source, overwrite } = run.options;
  return async (client, rows) => {
    const at = deps.clock.now();
    if (!run.isComparison) await holdImports(client);
    const people = rows.filter((row) => "person" in row);
    const known = await holdPeople(client, {
      source,
      externalIds: people.flatMap(({ person }) => person.externalId ?? []),
      addressIds: people.flatMap(({ match }) => ("addressId" in match ? [match.addressId] : [])),
    });
    const homes = new Map(known.people.filter((one) => one.source === source && one.externalId !== null).map((one) => [one.externalId, one.addressId])); // prettier-ignore
    const sorted = await sortRows(deps, client, { rows, source, homes });
    // Doors the queue gave to rows are held too.
    const addressIds = sorted.placed.map(({ addressId }) => addressId);
    const all = await holdPeople(client, { source, externalIds: [...homes.keys()].flatMap((id) => id ?? []), addressIds });
    const settled = settlePeople(sorted.placed, all, { source, overwrite, newId });
    await copyRejects(client, sorted.rejects, { importId: run.id, newId });
    if (!run.isComparison) {
      await writePeople(client, settled, { importId: run.id, userId: run.startedByUserId, at, newId });
      await queueUnmatched(client, sorted.waiting, { importId: run.id, at, newId });
      await leaveQueue(client, foundRows(sorted.placed, settled), at);
    }
    return resultOf(rows.length, sorted, settled);
  };
};

type Sorting = { rows: readonly PersonReadRow[]; source: string; homes: ReadonlyMap<string | null, string> };

const sortRows = async (deps: Deps, client: RawClient, { rows, source, homes }: Sorting): Promise<Sorted> => {
  const people = rows.filter((row) => "person" in row).map((row) => ({ ...row, rowKey: rowKeyOf(source, row.person), keys: suppressionKeysOf(deps, row.person) })); // prettier-ignore
  const erased = await findSuppressed(client, people.flatMap(({ keys }) => keys)); // prettier-ignore
  const queued = new Map((await findQueued(client, people.map(({ rowKey }) => rowKey))).map((row) => [row.rowKey, row])); // prettier-ignore
  const sorted: Sorted = { placed: [], waiting: [], rejects: [] };
  for (const row of rows)
    if ("reason" in row) sorted.rejects.push({ row: row.row, reason: row.reason, detail: row.detail, raw: row.cells() });
  for (const { row, person, match, rowKey, keys, cells } of people) {
    if (keys.some(({ keyHash }) => erased.has(keyHash))) {
      sorted.rejects.push({ row, reason: "erased", detail: "", raw: {} });
      continue;
    }
    const before = queued.get(rowKey);
    const home = person.externalId === null ? undefined : homes.get(person.externalId);
    const door = placeOf(match, { home, chosen: before?.addressId ?? undefined });
    if (typeof door === "string") {
      sorted.placed.push({ row, person, addressId: door, rowKey });
      continue;
    }
    sorted.rejects.push({ row, reason: "noDoor", detail: person.address, raw: cells() });
    if (before === undefined) sorted.waiting.push({ row, rowKey, person, ...door });
  }
  return sorted;
};

type Waits = Extract<PersonMatch, { reason: unknown }>;

/**
 * What somebody chose for this row stands; so does the door where the list's person lives already, unless the list now says another
 * one: nobody moves without a person looking.
 */
const placeOf = (match: PersonMatch, { home, chosen }: { home: string | undefined; chosen: string | undefined }): string | Waits => {
  if (chosen !== undefined) return home ?? chosen;
  if (!("addressId" in match)) return home ?? match;
  if (home !== undefined && home !== match.addressId) return { reason: "moved", candidates: match.candidates };
  return match.addressId;
};

const foundRows = (placed: readonly Placed[], { outcomes }: SettledPeople) => {
  const byRow = new Map(placed.map((one) => [one.row, one]));
  return outcomes.flatMap(({ row, residentId }) => {
    const one = byRow.get(row);
    return one === undefined ? [] : [{ rowKey: one.rowKey, addressId: one.addressId, residentId }];
  });
};

const resultOf = (read: number, { waiting, rejects }: Sorted, { outcomes, changes, kept }: SettledPeople): ChunkResult => {
  const count = (kind: string) => outcomes.filter((one) => one.kind === kind).length;
  const reasons: Record<string, number> = {};
  for (const { reason } of rejects) reasons[reason] = (reasons[reason] ?? 0) + 1;
  const changed = new Set(outcomes.filter(({ kind }) => kind === "changed").map(({ row }) => row));
  // Which field of which row; what it was and becomes is somebody's own data and stays in the file.
  const samples = changes
    .filter(({ row }) => changed.has(row))
    .slice(0, mostSamples)
    .flatMap(({ row, after }) =>
      Object.keys({ ...after.door, ...after.person }).map((field): ChangeSample => ({ row, address: "", field, from: null, to: "" })),
    );
  return {
    counts: { read, created: count("created"), changed: count("changed"), same: count("same"), rejected: rejects.length },
    summary: {
      protectedFields: kept,
      unplaced: 0,
      buildings: 0,
      units: 0,
      unmatched: waiting.length,
      reasons,
      samples: samples.slice(0, mostSamples),
    },
  };
};
