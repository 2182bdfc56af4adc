import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

/** What PostgreSQL writes about itself into postmaster.pid. */
export type Postmaster = { pid: number; port: number; isReady: boolean };

/** The PostgreSQL that runs on `dataDir` now, or null. A pid that was handed to another program since does not count. */
export const findPostmaster = (dataDir: string): Postmaster | null => {
  const file = path.join(dataDir, "postmaster.pid");
  if (!fs.existsSync(file)) return null;
  const [pid, , , port, , , , status] = fs.readFileSync(file, "utf8").split("\n");
  if (!pid || !isPostgres(Number(pid), dataDir)) return null;
  return { pid: Number(pid), port: Number(port), isReady: status?.trim() === "ready" };
};

/** After a power cut the pid in the file may belong to another program, which would stop PostgreSQL from starting. */
export const removeStalePidFile = (dataDir: string): void => {
  fs.rmSync(path.join(dataDir, "postmaster.pid"), { force: true });
};

const isPostgres = (pid: number, dataDir: string): boolean => {
  if (!isAlive(pid)) return false;
  const cwd = `/proc/${pid}/cwd`;
  if (fs.existsSync("/proc/self/cwd")) {
    try {
      return fs.realpathSync(cwd) === fs.realpathSync(dataDir);
    } catch {
      return false; // ended meanwhile, or another user's program: not ours
    }
  }
  return execFileSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" }).includes(dataDir);
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
};
