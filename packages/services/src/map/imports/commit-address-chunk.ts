import { rawTransaction } from "@cml/db";
import {
  addDoorsToCuts, adoptDemoDoors, copyDoors, copyMembership, copyRejects, cutShapesVersion, deleteMembershipOf, findKnownDoors, holdCutShapes, holdImports,
  listCutShapes, lockRunningImport, recountCuts, type RejectedRow, saveImportProgress, type StoredImport, updateDoors,
} from "@cml/db/map"; // prettier-ignore
import type { LatLng } from "@cml/domain/kernel";
import { cutFinder, type ImportCheckpoint, type ImportCounts, resolveDoors, type RowOutcome } from "@cml/domain/map";
import type { Deps } from "../../deps";
import type { ReadRow } from "./read-row";

/** What a run remembers from chunk to chunk. */
export type CommitState = {
  /** Doors earlier rows of this run were about. */
  touched: Set<string>;
  cutsAt: (point: LatLng) => string[];
  shapesVersion: string | null;
  settledRows: number;
};

type Client = Parameters<Parameters<typeof rawTransaction>[1]>[0];
type Chunk = { run: StoredImport; rows: readonly ReadRow[]; checkpoint: ImportCheckpoint };

/** Commits one chunk whole; null when the run was cancelled or another worker is ahead. Gives the run's counts so far. */
export const commitAddressChunk = (deps: Deps, state: CommitState, { run, rows, checkpoint }: Chunk): Promise<ImportCounts | null> =>
  rawTransaction(deps.db, async (client) => {
    const before = await lockRunningImport(client, run.id, state.settledRows);
    if (before === null) return null;
    await holdImports(client);
    await holdCutShapes(client);
    await refreshCutFinder(deps, client, state);
    const { source } = run.options;
    const readable = rows.flatMap((row) => ("door" in row ? [{ row: row.row, door: row.door }] : []));
    const known = await findKnownDoors(client, { doors: readable.map(({ door }) => door), source });
    const outcomes = resolveDoors(readable, known, { source, newId: deps.newId, touched: state.touched });
    const added = outcomes.filter((outcome) => outcome.kind === "building" || outcome.kind === "unit");
    const changed = outcomes.filter((outcome) => outcome.kind === "change");
    const mark = { importId: run.id, userId: run.startedByUserId, source, at: deps.clock.now(), newId: deps.newId };
    await copyDoors(client, added, mark);
    await updateDoors(client, changed, mark);
    await placeInCuts(client, state, { added, changed });
    await adoptDemoDoors(client, namedDoors(outcomes));
    const rejects = rejectedRows(rows, outcomes);
    await copyRejects(client, rejects, { importId: run.id, newId: deps.newId });
    const same = outcomes.length - added.length - changed.length - outcomes.filter(({ kind }) => kind === "reject").length;
    const counts = { read: rows.length, created: added.length, changed: changed.length, same, rejected: rejects.length };
    return saveImportProgress(client, run.id, { before, chunk: counts, checkpoint });
  });

/** Doors that stood before and that the file names too. */
const namedDoors = (outcomes: readonly RowOutcome[]): string[] =>
  outcomes.flatMap((outcome) =>
    outcome.kind === "same" ? [outcome.addressId] : outcome.kind === "change" ? [outcome.known.addressId] : [],
  );

/** Areas are read again only when one came, went or changed its shape since the last chunk. */
const refreshCutFinder = async (deps: Deps, client: Client, state: CommitState): Promise<void> => {
  const version = await cutShapesVersion(client);
  if (version === state.shapesVersion) return;
  state.cutsAt = cutFinder(await listCutShapes(deps.db));
  state.shapesVersion = version;
};

type Added = Extract<RowOutcome, { kind: "building" | "unit" }>;
type Changed = Extract<RowOutcome, { kind: "change" }>;

const placeInCuts = async (
  client: Client,
  { cutsAt }: CommitState,
  { added, changed }: { added: Added[]; changed: Changed[] },
): Promise<void> => {
  const doorsByCut = new Map<string, number>();
  const membership: { cutId: string; locationId: string }[] = [];
  for (const { kind, door, locationId } of added) {
    for (const cutId of cutsAt(door)) {
      if (kind === "building") membership.push({ cutId, locationId });
      doorsByCut.set(cutId, (doorsByCut.get(cutId) ?? 0) + 1);
    }
  }
  const moved = changed.filter(({ changes }) => changes.some(({ field }) => field === "latitude" || field === "longitude"));
  const points = new Map(moved.map(({ known, door }) => [known.locationId, { latitude: door.latitude, longitude: door.longitude }]));
  const left = moved.length === 0 ? [] : await deleteMembershipOf(client, [...points.keys()]);
  const entered = [...points].flatMap(([locationId, point]) => cutsAt(point).map((cutId) => ({ cutId, locationId })));
  await copyMembership(client, [...membership, ...entered]);
  await addDoorsToCuts(client, doorsByCut);
  await recountCuts(client, [...new Set([...left, ...entered.map(({ cutId }) => cutId)])]);
};

const rejectedRows = (rows: readonly ReadRow[], outcomes: readonly RowOutcome[]): RejectedRow[] => {
  const refused = new Map(outcomes.flatMap((outcome) => (outcome.kind === "reject" ? [[outcome.row, outcome] as const] : [])));
  return rows.flatMap((row) => {
    const why = "reason" in row ? row : refused.get(row.row);
    return why === undefined ? [] : [{ row: row.row, reason: why.reason, detail: why.detail, raw: row.cells }];
  });
};
