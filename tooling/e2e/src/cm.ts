import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { House } from "./house";
import { ownEnvironment } from "./own-environment";

const cm = path.resolve(import.meta.dirname, "../../launch/src/cm.mjs");

/** Runs `cm` beside the running house and gives the JSON object of its last line. Throws with its output on any other exit code than 0. */
export const runCm = async (house: House, args: string[]): Promise<Record<string, unknown>> => {
  const child = spawn(process.execPath, [cm, ...args], { env: { ...ownEnvironment, DATA_DIR: house.dataDir } });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error(`cm ${args.join(" ")} ended with ${code}:\n${output}`);
  return JSON.parse(output.trim().split("\n").at(-1) ?? "") as Record<string, unknown>;
};
