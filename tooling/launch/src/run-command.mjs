import { spawn } from "node:child_process";
import { once } from "node:events";
import { inRoot } from "./places.mjs";

/**
 * Runs a program in the repository's root and resolves to its exit code. Its words go to our own output;
 * `quiet` keeps them back and hands them over as `output` instead.
 */
export const runCommand = async (program, args, { env = {}, quiet = false } = {}) => {
  const child = spawn(program, args, {
    cwd: inRoot(),
    env: { ...process.env, ...env },
    stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
  });
  let output = "";
  if (quiet) for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes) => (output += bytes));
  const [code, signal] = await once(child, "close");
  return { code: signal === null ? code : 1, output };
};
