import { rawTransaction } from "@cml/db";
import {
  type ChangedCut, copyRejects, holdDoors, insertCut, keepCutsBefore, listCutsOfSource, lockRunningImport, rebuildMembership, recountCuts, type RejectedRow, saveImportProgress, updateCut,
} from "@cml/db/map"; // prettier-ignore
import { type CutRow, type ImportCounts, noCounts, readCutFeature, readingOfRow } from "@cml/domain/map";
import type { FileFeature } from "@cml/formats";
import type { Deps } from "../../deps";
import { type ImportContext, ImportInterrupted, ImportStopped } from "./import-run-context";
import { storedBytes } from "./nar/stored-bytes";
import { readAreas } from "./read-areas";

const featuresPerChunk = 25;

/**
 * Reads a boundary file into areas. An area is known by its name within its source: a new shape changes it, the same shape is the same.
 * Each chunk's areas, their doors and the checkpoint commit together.
 */
export const runCutImport = async (deps: Deps, context: ImportContext): Promise<void> => {
  const { run } = context;
  const features = await readAreas(await storedBytes(deps, run.storageKey), run.options.areas.projection);
  const seen = new Set<string>();
  for (let start = run.checkpoint?.rows ?? 0; start < features.length; start += featuresPerChunk) {
    if (context.signal?.aborted === true) throw new ImportInterrupted();
    const chunk = features.slice(start, start + featuresPerChunk);
    const rows = start + chunk.length;
    const share = rows / features.length;
    const counts = await commitCutChunk(deps, context, { chunk, seen, start, share });
    if (counts === null) throw new ImportStopped();
    await context.onProgress(counts, share);
  }
};

type CutChunk = { chunk: readonly FileFeature[]; seen: Set<string>; start: number; share: number };
type Client = Parameters<Parameters<typeof rawTransaction>[1]>[0];

const commitCutChunk = (deps: Deps, { run }: ImportContext, { chunk, seen, start, share }: CutChunk): Promise<ImportCounts | null> =>
  rawTransaction(deps.db, async (client) => {
    const before = await lockRunningImport(client, run.id, start);
    if (before === null) return null;
    await holdDoors(client);
    const known = new Map((await listCutsOfSource(client, run.options.source)).map((cut) => [cut.name, cut]));
    const counts = { ...noCounts, read: chunk.length };
    const rejects: RejectedRow[] = [];
    const changed: ChangedCut[] = [];
    for (const feature of chunk) {
      const { areas } = run.options;
      const read = readCutFeature(feature, readingOfRow(areas, feature.row));
      const refusal = areas.skipRows.includes(feature.row)
        ? ({ reason: "skipped", detail: "cut" in read ? read.cut.name : read.name } as const)
        : "reason" in read
          ? read
          : seen.has(read.cut.name)
            ? ({ reason: "duplicateInFile", detail: read.cut.name } as const)
            : null;
      if (refusal !== null || !("cut" in read)) {
        if (refusal !== null) rejects.push({ row: feature.row, reason: refusal.reason, detail: refusal.detail, raw: feature.properties });
        counts.rejected += 1;
        continue;
      }
      seen.add(read.cut.name);
      const before = known.get(read.cut.name);
      const outcome = outcomeOf(before, read.cut);
      counts[outcome] += 1;
      if (run.isComparison) continue;
      await writeCut(deps, client, { run, cut: read.cut, known: before });
      if (outcome === "changed" && before !== undefined) changed.push(changeOf(before, read.cut));
    }
    await keepCutsBefore(client, changed, { trashId: deps.newId(), importId: run.id, label: run.fileName, at: deps.clock.now() });
    await copyRejects(client, rejects, { importId: run.id, newId: deps.newId });
    const checkpoint = { rows: start + chunk.length, share, place: {} };
    return saveImportProgress(client, run.id, { before: before.counts, chunk: counts, checkpoint, summary: before.summary });
  });

type Known = Awaited<ReturnType<typeof listCutsOfSource>>[number];
const changeOf = ({ id, geojson, externalId, updatedAt }: Known, cut: CutRow): ChangedCut => ({
  id,
  updatedAt: updatedAt.toISOString(),
  before: { geojson, externalId },
  after: { geojson: JSON.stringify(cut.geometry), externalId: cut.externalId ?? externalId },
});

type CutWrite = { run: ImportContext["run"]; cut: CutRow; known: Known | undefined };

const isReshaped = (known: Known, cut: CutRow): boolean => known.geojson !== JSON.stringify(cut.geometry);
const isRenumbered = (known: Known, cut: CutRow): boolean => cut.externalId !== null && cut.externalId !== known.externalId;

const outcomeOf = (known: Known | undefined, cut: CutRow): "created" | "changed" | "same" =>
  known === undefined ? "created" : isReshaped(known, cut) || isRenumbered(known, cut) ? "changed" : "same";

const writeCut = async (deps: Deps, client: Client, { run, cut, known }: CutWrite): Promise<void> => {
  if (known === undefined) return addCut(deps, client, { run, cut });
  if (outcomeOf(known, cut) === "same") return;
  const reshaped = isReshaped(known, cut);
  await updateCut(client, known.id, {
    changes: { ...(reshaped ? { geometry: cut.geometry } : {}), externalId: cut.externalId ?? known.externalId },
    at: deps.clock.now(),
  });
  if (!reshaped) return;
  await rebuildMembership(client, { id: known.id, geometry: cut.geometry });
  await recountCuts(client, [known.id]);
};

const addCut = async (deps: Deps, client: Client, { run, cut }: Omit<CutWrite, "known">): Promise<void> => {
  const id = deps.newId();
  await insertCut(client, {
    ...cut,
    id,
    description: null,
    color: cut.color ?? "#3388ff",
    opacity: 0.3,
    category: cut.category ?? run.options.category,
    isPublic: false,
    isOfficial: true,
    source: run.options.source,
    importRunId: run.id,
    createdByUserId: run.startedByUserId,
    at: deps.clock.now(),
  });
  await rebuildMembership(client, { id, geometry: cut.geometry });
  await recountCuts(client, [id]);
};
