import fs from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { cache } from "./places.mjs";

/** Does `work` while no other command of this clone does work of the same name; a lock left by a dead process does not count. */
export const alone = async (name, work) => {
  const file = path.join(cache, `${name}.lock`);
  fs.mkdirSync(cache, { recursive: true });
  let told = false;
  while (!take(file)) {
    if (!told) process.stderr.write("Another command is preparing this folder; waiting for it …\n");
    told = true;
    await wait(250);
  }
  try {
    return await work();
  } finally {
    fs.rmSync(file, { force: true });
  }
};

const take = (file) => {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    const pid = Number(readIfThere(file));
    if (pid > 0 && !isAlive(pid)) fs.rmSync(file, { force: true });
    return false;
  }
};

const readIfThere = (file) => {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    // Its owner has just finished.
    return "0";
  }
};

export const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
};
