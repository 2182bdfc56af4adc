import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { transaction } from "@cml/db";
import { deleteOfficeHolders, insertOfficeHolders, listImportedHolders, updateOfficeHolder } from "@cml/db/influence";
import { finishLocalImport, insertLocalImport } from "@cml/db/map";
import { officeHolderHeaders, officeHolderKey, type OfficeHolderRow, readOfficeHolder, type StoredHolder } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import { type ImportCounts, noCounts } from "@cml/domain/map";
import { openCsv } from "@cml/formats";
import type { Deps } from "../../deps";
import type { LocalImportResult } from "./import-boundaries";
import { requireShell } from "./require-shell";

export type ImportRepresentativesInput = {
  path: string;
  /** Name of the council for rows that do not name one. */
  council: string;
  onProgress?: (state: { counts: ImportCounts; share: number }) => void;
};

const longestMs = 600_000;
const rowsAtOnce = 500;

/**
 * People who sit, from a CSV file, committed as a whole. The file is the whole truth of each council it names: who is no
 * longer in it goes (`removed`), the same file again changes nothing. Can be undone for 30 days.
 */
export const importRepresentatives = async (
  deps: Deps,
  actor: Actor,
  input: ImportRepresentativesInput,
): Promise<LocalImportResult & { removed: number }> => {
  requireShell(actor);
  const { rows, rejects, counts } = await readRows(input);
  const importId = deps.newId();
  const startedAt = deps.clock.now();
  return transaction(
    deps.db,
    async (db) => {
      await insertLocalImport(db, { id: importId, kind: "representatives", fileName: basename(input.path), startedAt });
      const known = await listImportedHolders(db, [...new Set(rows.map(({ setSlug }) => setSlug))]);
      const left = new Map(known.map((one) => [officeHolderKey(one), one]));
      const fresh: OfficeHolderRow[] = [];
      const changed: StoredHolder[] = [];
      for (const row of rows) {
        const before = left.get(officeHolderKey(row));
        left.delete(officeHolderKey(row));
        if (before === undefined) fresh.push(row);
        else if (isSame(before, row)) counts.same += 1;
        else {
          changed.push(before);
          await updateOfficeHolder(db, { ...row, id: before.id, now: startedAt });
        }
      }
      for (let start = 0; start < fresh.length; start += rowsAtOnce) {
        const holders = fresh.slice(start, start + rowsAtOnce).map((row) => ({ ...row, id: deps.newId() }));
        await insertOfficeHolders(db, holders, { importRunId: importId, now: startedAt });
        input.onProgress?.({ counts, share: 0.5 + (0.5 * (start + holders.length)) / fresh.length });
      }
      counts.created = fresh.length;
      counts.changed = changed.length;
      const removed = [...left.values()];
      await deleteOfficeHolders(db, removed.map(({ id }) => id)); // prettier-ignore
      await finishLocalImport(db, {
        id: importId,
        kind: "representatives",
        fileName: basename(input.path),
        options: { council: input.council },
        counts,
        rejects: rejects.map((reject) => ({ ...reject, id: deps.newId() })),
        before: JSON.parse(JSON.stringify({ changed, removed })) as object,
        trashId: deps.newId(),
        startedAt,
        finishedAt: deps.clock.now(),
      });
      return { importId, counts, rejects, removed: removed.length };
    },
    { timeoutMs: longestMs },
  );
};

const readRows = async ({ path, council, onProgress }: ImportRepresentativesInput) => {
  const file = await stat(path).catch(() => null);
  if (file === null || !file.isFile()) throw new AppError("INVALID", "map.import.noSuchFile", { path });
  const csv = await openCsv(createReadStream(path));
  const headers = officeHolderHeaders(csv.headers);
  if (!headers.has("office")) throw new AppError("INVALID", "representative.noOfficeColumn");
  const rows: OfficeHolderRow[] = [];
  const rejects: { row: number; reason: string; detail: string; raw: Record<string, unknown> }[] = [];
  const seen = new Set<string>();
  const counts = { ...noCounts };
  for await (const { row, cells } of csv.rows) {
    counts.read += 1;
    const read = readOfficeHolder((column) => (cells[headers.get(column) ?? ""] ?? "").replaceAll("\u0000", "").trim(), council);
    const key = "holder" in read ? officeHolderKey(read.holder) : "";
    if ("reason" in read) rejects.push({ row, ...read, raw: cells });
    else if (seen.has(key)) rejects.push({ row, reason: "duplicateInFile", detail: read.holder.name ?? "", raw: cells });
    else rows.push(read.holder);
    seen.add(key);
    onProgress?.({ counts, share: (0.5 * csv.bytesRead()) / Math.max(1, file.size) });
  }
  counts.rejected = rejects.length;
  return { rows, rejects, counts };
};

const isSame = ({ id: _id, ...before }: StoredHolder, row: OfficeHolderRow): boolean => factsOf(before) === factsOf(row);

// Keys in one order, whatever order they came in.
const factsOf = (row: OfficeHolderRow): string => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, key === "offices" ? row.offices.map(({ type, tel, fax, postal }) => [type, tel, fax, postal]) : value])); // prettier-ignore
