import fs from "node:fs";

/** Processes that descend from any of the given ones, those included (Linux). */
export const familyOf = (ancestors: number[]): number[] => {
  const parents = new Map<number, number>();
  for (const name of fs.readdirSync("/proc")) if (/^\d+$/.test(name)) parents.set(Number(name), parentOf(Number(name)));
  const family = new Set(ancestors);
  for (let size = -1; size !== family.size;) {
    size = family.size;
    for (const [pid, parent] of parents) if (family.has(parent)) family.add(pid);
  }
  return [...family];
};

/** Proportional set size in bytes: memory shared by n processes counts 1/n for each, so the sum over processes is true. */
export const pssOf = (pid: number): number => {
  const kibibytes = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1];
  return Number(kibibytes ?? 0) * 1024;
};

/** Its command line, for the breakdown. */
export const nameOf = (pid: number): string => read(`/proc/${pid}/cmdline`).replaceAll("\0", " ").trim();

// The name stands in brackets and may hold anything; the parent is the second field after it.
const parentOf = (pid: number): number => {
  const stat = read(`/proc/${pid}/stat`);
  return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1] ?? 0);
};

const read = (file: string): string => {
  try {
    return fs.readFileSync(file, "utf8");
  } catch (error) {
    // A process may end while we look; being refused is another matter.
    if (["ENOENT", "ESRCH"].includes((error as NodeJS.ErrnoException).code ?? "")) return "";
    throw error;
  }
};
