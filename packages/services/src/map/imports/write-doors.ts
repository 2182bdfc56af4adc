import type { RawClient } from "@cml/db";
import {
  adoptDemoDoors, copyDoors, copyRejects, holdCutShapes, holdImports, layInTray, noteCompared, noteSeenDoors, type RejectedRow, rememberMarks, rememberRefused,
  type TrayRow, updateDoors,
} from "@cml/db/map"; // prettier-ignore
import { type ChangeSample, type ImportCounts, type ImportSummary, mostSamples, type RowOutcome } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { idMaker } from "./id-maker";
import { noCutsYet, placeInCuts } from "./place-in-cuts";
import type { ReadRow } from "./row-reader";
import type { ChunkWriter, RunningImport } from "./run-rows";
import { type DoorAt, settleRows } from "./settle-rows";

/** Writes chunks of doors: buildings, units, history, areas, tray and refusals, all in the transaction of the chunk. */
export const doorWriter = (deps: Deps, { run }: RunningImport): ChunkWriter<ReadRow> => {
  const cuts = noCutsYet();
  const newId = idMaker(deps.newId);
  const { source } = run.options;
  const action = run.kind === "nar" ? "IMPORTED_NAR" : "IMPORTED_CSV";
  return async (client, rows) => {
    const mark = { importId: run.id, userId: run.startedByUserId, source, at: deps.clock.now(), newId, action } as const;
    if (!run.isComparison) {
      await holdImports(client);
      await holdCutShapes(client);
    }
    const readable = rows.flatMap((row): DoorAt[] => ("door" in row ? [{ row: row.row, door: row.door }] : []));
    const { outcomes, met } = await settleRows(client, readable, { run, newId });
    const sorted = sortOutcomes(outcomes);
    const rejects = rejectedRows(rows, sorted.refused);
    await noteSeenDoors(client, run.id, met);
    await copyRejects(client, rejects, { importId: run.id, newId });
    const { added, changed } = sorted;
    if (run.isComparison) await noteCompared(client, [...added, ...changed]);
    else {
      await copyDoors(client, added, mark);
      await updateDoors(client, changed, mark);
      await placeInCuts(deps, client, { cuts, added, changed });
      await rememberDoors(client, run.id, outcomes);
      await layInTray(client, trayRows(rows), mark);
    }
    return { counts: countsOf(rows.length, sorted, rejects.length), summary: summaryOf(rows, sorted, rejects) };
  };
};

type Sorted = ReturnType<typeof sortOutcomes>;

const sortOutcomes = (outcomes: readonly RowOutcome[]) => ({
  added: outcomes.filter((outcome) => outcome.kind === "building" || outcome.kind === "unit"),
  changed: outcomes.filter((outcome) => outcome.kind === "change"),
  same: outcomes.filter((outcome) => outcome.kind === "same"),
  refused: outcomes.filter((outcome) => outcome.kind === "reject"),
});

/** What the rows leave with doors that stood before: which row was taken or refused, and that the demo's are theirs now. */
const rememberDoors = async (client: RawClient, importId: string, outcomes: readonly RowOutcome[]): Promise<void> => {
  const marks = outcomes.flatMap((one) => (one.kind === "same" && one.mark !== null ? [{ addressId: one.addressId, mark: one.mark }] : []));
  await rememberMarks(client, importId, marks);
  await rememberRefused(
    client,
    outcomes.flatMap((one) => {
      if (one.kind === "reject") return one.refused ?? [];
      return one.kind === "same" && one.other !== null ? [{ addressId: one.addressId, mark: one.other }] : [];
    }),
  );
  const named = outcomes.flatMap((one) => (one.kind === "same" ? [one.addressId] : one.kind === "change" ? [one.known.addressId] : []));
  await adoptDemoDoors(client, named);
};

const rejectedRows = (rows: readonly ReadRow[], refused: Sorted["refused"]): RejectedRow[] => {
  const byRow = new Map(refused.map((outcome) => [outcome.row, outcome]));
  return rows.flatMap((row) => {
    const why = "reason" in row ? row : byRow.get(row.row);
    return why === undefined ? [] : [{ row: row.row, reason: why.reason, detail: why.detail, raw: row.cells() }];
  });
};

const trayRows = (rows: readonly ReadRow[]): TrayRow[] =>
  rows.flatMap((row) =>
    "reason" in row && row.unplaced !== undefined ? [{ row: row.row, reason: row.reason, door: row.unplaced, raw: row.cells() }] : [],
  );

const countsOf = (read: number, { added, changed, same }: Sorted, rejected: number): ImportCounts => ({
  read,
  created: added.length,
  changed: changed.length,
  same: same.length,
  rejected,
});

const summaryOf = (rows: readonly ReadRow[], { added, changed, same }: Sorted, rejects: readonly RejectedRow[]): ImportSummary => {
  const reasons: Record<string, number> = {};
  for (const { reason } of rejects) reasons[reason] = (reasons[reason] ?? 0) + 1;
  const samples = changed.slice(0, mostSamples).flatMap(({ row, known, changes }) =>
    changes.map(({ field, from, to }): ChangeSample => {
      const text = from === null ? null : String(from);
      return { row, address: known.address, field, from: text, to: String(to) };
    }),
  );
  const buildings = added.filter(({ kind }) => kind === "building").length;
  return {
    protectedFields: [...changed, ...same].reduce((sum, { kept }) => sum + kept, 0),
    unplaced: rows.filter((row) => "reason" in row && row.unplaced !== undefined).length,
    buildings,
    units: added.length - buildings,
    unmatched: 0,
    reasons,
    samples: samples.slice(0, mostSamples),
  };
};
