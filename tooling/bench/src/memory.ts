import fs from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { atMost, type Figure } from "./figure";
import { familyOf, nameOf, pssOf } from "./process-memory";
import { npmStart, withFolder } from "./running";

const idleSeconds = 30;
const megabyte = 1_000_000;

/** All processes of `npm start` after 30 idle seconds: npm itself, the server, and PostgreSQL, which is nobody's child. */
export const memory = (): Promise<Figure[]> =>
  withFolder("memory", async (folder) => {
    if (!fs.existsSync("/proc/self/smaps_rollup"))
      throw new Error("Memory is measured from /proc/<pid>/smaps_rollup, which only Linux has.");
    const dataDir = path.join(folder, "data");
    const house = await npmStart(dataDir);
    try {
      await wait(idleSeconds * 1000);
      const postmaster = Number(fs.readFileSync(path.join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
      const parts = familyOf([house.pid, postmaster]).map((pid) => ({ name: nameOf(pid), bytes: pssOf(pid) }));
      for (const { name, bytes } of parts) process.stderr.write(`${(bytes / megabyte).toFixed(1).padStart(7)} MB  ${name.slice(0, 90)}\n`);
      const value = parts.reduce((sum, { bytes }) => sum + bytes, 0) / megabyte;
      return [atMost({ bench: "memory", figure: `idle, sum of PSS of ${parts.length} processes`, value, unit: "MB" }, 400)];
    } finally {
      await house.stop();
    }
  });
