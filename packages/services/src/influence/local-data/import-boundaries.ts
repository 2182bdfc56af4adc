import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { transaction } from "@cml/db";
import {
  endOlderBoundaries, finishLocalImport, forgetFetchedBoundaries, insertBoundary, insertLocalImport, listBoundariesOfSet, type StoredBoundary, updateBoundary,
} from "@cml/db/map"; // prettier-ignore
import { type Actor, AppError } from "@cml/domain/kernel";
import { type BoundaryColumns, type BoundaryRow, type ImportCounts, noCounts, readBoundary } from "@cml/domain/map";
import { type FileFeature, readGeoJson, readShapefile } from "@cml/formats";
import type { Deps } from "../../deps";
import { requireShell } from "./require-shell";

export type ImportBoundariesInput = {
  path: string;
  /** Name of the set as in Represent's addresses, such as `edmonton-wards`. */
  set: string;
  /** Where the file is from; shown with its districts. */
  source: string;
  /** First day on which these districts are in force. */
  validFrom: Date;
  columns: BoundaryColumns;
  onProgress?: (state: { counts: ImportCounts; share: number }) => void;
};

export type LocalImportResult = { importId: string; counts: ImportCounts; rejects: { row: number; reason: string; detail: string }[] };

const mostBytes = 512 * 1024 * 1024;
const longestMs = 600_000;

/**
 * Districts from a GeoJSON file (gzip too) or a zipped shapefile, committed as a whole: a district is known by its id in the
 * set, the same file again changes nothing, and a newer edition of the set ends the older one. Can be undone for 30 days.
 */
export const importBoundaries = async (deps: Deps, actor: Actor, input: ImportBoundariesInput): Promise<LocalImportResult> => {
  requireShell(actor);
  const features = await readFeatures(input.path);
  const importId = deps.newId();
  const startedAt = deps.clock.now();
  const result = await transaction(
    deps.db,
    async (db) => {
      await insertLocalImport(db, { id: importId, kind: "boundaries", fileName: basename(input.path), startedAt });
      await forgetFetchedBoundaries(db, input.set);
      const known = await listBoundariesOfSet(db, input);
      const run = { importId, counts: { ...noCounts }, rejects: [] as LocalImportResult["rejects"] };
      const changed: StoredBoundary[] = [];
      const seen = new Set<string>();
      for (const feature of features) {
        const outcome = await writeBoundary({ ...deps, db }, input, { feature, importId, known, seen });
        run.counts.read += 1;
        run.counts[outcome.kind] += 1;
        if (outcome.kind === "rejected") run.rejects.push({ row: feature.row, reason: outcome.reason, detail: outcome.detail });
        if (outcome.kind === "changed") changed.push(outcome.before);
        input.onProgress?.({ counts: run.counts, share: run.counts.read / features.length });
      }
      const ended = run.counts.created > 0 ? await endOlderBoundaries(db, input) : [];
      await finishLocalImport(db, {
        id: importId,
        kind: "boundaries",
        fileName: basename(input.path),
        options: { set: input.set, source: input.source, validFrom: input.validFrom.toISOString().slice(0, 10) },
        counts: run.counts,
        rejects: run.rejects.map((reject) => ({ ...reject, id: deps.newId(), raw: {} })),
        before: JSON.parse(JSON.stringify({ changed, ended })) as object,
        trashId: deps.newId(),
        startedAt,
        finishedAt: deps.clock.now(),
      });
      return run;
    },
    { timeoutMs: longestMs },
  );
  await deps.events.publish({ type: "boundaries.changed" });
  return result;
};

/** Throws INVALID with the sentence for a file that is not there or holds no boundaries. */
const readFeatures = async (path: string): Promise<FileFeature[]> => {
  const file = await stat(path).catch(() => null);
  if (file === null || !file.isFile()) throw new AppError("INVALID", "map.import.noSuchFile", { path });
  if (file.size > mostBytes) throw new AppError("INVALID", "import.tooLarge");
  if (!/\.zip$/i.test(path)) return readGeoJson(createReadStream(path));
  return readShapefile(await readFile(path));
};

type Feature = { feature: FileFeature; importId: string; known: Map<string, StoredBoundary>; seen: Set<string> };
type Outcome =
  { kind: "created" | "same" } | { kind: "changed"; before: StoredBoundary } | { kind: "rejected"; reason: string; detail: string };

const writeBoundary = async (deps: Deps, input: ImportBoundariesInput, { feature, importId, known, seen }: Feature): Promise<Outcome> => {
  const read = readBoundary(feature, input.columns);
  if ("reason" in read) return { kind: "rejected", ...read };
  const { boundary } = read;
  if (seen.has(boundary.externalId)) return { kind: "rejected", reason: "duplicateInFile", detail: boundary.externalId };
  seen.add(boundary.externalId);
  const before = known.get(boundary.externalId);
  if (before === undefined) {
    const { set, source, validFrom } = input;
    await insertBoundary(deps.db, { ...boundary, id: deps.newId(), set, source, validFrom, validTo: null, importRunId: importId });
    return { kind: "created" };
  }
  if (isSame(before, boundary)) return { kind: "same" };
  await updateBoundary(deps.db, { ...boundary, id: before.id });
  return { kind: "changed", before };
};

const isSame = (a: BoundaryRow, b: BoundaryRow): boolean =>
  a.nameEn === b.nameEn && a.nameFr === b.nameFr && canonical(a.geometry) === canonical(b.geometry);

// jsonb gives an object's keys back in its own order.
const canonical = ({ type, coordinates }: BoundaryRow["geometry"]): string => JSON.stringify([type, coordinates]);
