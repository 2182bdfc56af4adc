import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import type { ImportCounts, ImportUndo } from "@cml/domain/map";
import { ownEnvironment } from "../own-environment";
import { root } from "../running";

export type ImportDone = {
  seconds: number;
  importId: string;
  status: string;
  counts: ImportCounts;
  undo: ImportUndo | null;
  error: unknown;
  /** The most memory its process ever held at once. */
  peakMegabytes: number;
};

type Task = { work: "import" | "compare" | "undo"; databaseUrl: string; dataDir: string; what: string };

const program = path.join(root, "tooling/bench/dist/doors/import-program.js");

/** Runs one import or undo in a process of its own, as a worker does. */
export const inOwnProcess = async ({ work, databaseUrl, dataDir, what }: Task): Promise<ImportDone> => {
  const child = spawn(process.execPath, [program, work, databaseUrl, dataDir, what], {
    env: ownEnvironment(),
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (bytes: Buffer) => (output += bytes.toString()));
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, peakOf(child.pid ?? 0))), 100);
  const [code] = (await once(child, "close")) as [number | null];
  clearInterval(watch);
  if (code !== 0) throw new Error(`${work} of ${what} ended with ${code}: ${output}`);
  const done = JSON.parse(output) as Omit<ImportDone, "peakMegabytes">;
  if (done.status !== (work === "undo" ? "UNDONE" : "COMPLETED"))
    throw new Error(`${work} of ${what} is ${done.status}: ${JSON.stringify(done.error)}`);
  return { ...done, peakMegabytes: peak };
};

/** The kernel's own high-water mark, so that nothing between two looks is missed (Linux). */
const peakOf = (pid: number): number => {
  try {
    return (Number(/^VmHWM:\s+(\d+) kB/m.exec(fs.readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) * 1024) / 1_000_000;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return 0;
    throw error;
  }
};
