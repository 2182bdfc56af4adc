import fs from "node:fs";
import path from "node:path";
import { StartError } from "./start-error";

type Holder = { pid: number; port: number; startedAt: string };

/**
 * One server per data folder. A lock left by a killed process is taken over; a live server's is respected.
 * Returns the function that gives the lock back.
 */
export const lockDataFolder = (folder: string, port: number): (() => void) => {
  const file = path.join(folder, "server.lock");
  const mine: Holder = { pid: process.pid, port, startedAt: startTimeOf(process.pid) };
  for (let tries = 0; tries < 3; tries += 1) {
    if (write(file, mine)) return () => fs.rmSync(file, { force: true });
    const holder = read(file);
    if (holder !== null && isRunning(holder)) {
      throw new StartError(
        `The data folder ${folder} is in use by the server with process number ${holder.pid} on port ${holder.port}: stop that one, or choose another folder with --data or DATA_DIR.`,
      );
    }
    fs.rmSync(file, { force: true });
  }
  throw new StartError(`The data folder ${folder} is being taken by another server that starts just now: wait a moment and try again.`);
};

const write = (file: string, holder: Holder): boolean => {
  try {
    fs.writeFileSync(file, JSON.stringify(holder), { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
};

const read = (file: string): Holder | null => {
  try {
    const { pid, port, startedAt } = JSON.parse(fs.readFileSync(file, "utf8")) as Partial<Holder>;
    return typeof pid === "number" && pid > 0 ? { pid, port: port ?? 0, startedAt: startedAt ?? "" } : null;
  } catch {
    // Gone meanwhile, or half written by a process that was killed: nobody holds it.
    return null;
  }
};

const isRunning = ({ pid, startedAt }: Holder): boolean => {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  // Process numbers come round again: after a restart of the machine another program may have it.
  return startedAt === "" || startTimeOf(pid) === "" || startTimeOf(pid) === startedAt;
};

/** When the process began, in ticks since the machine did (Linux; "" elsewhere). */
const startTimeOf = (pid: number): string => {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name stands in brackets and may hold anything; the start time is the 20th field after it.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
};
