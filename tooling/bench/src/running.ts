import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs/promises";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ownEnvironment } from "./own-environment";

/** The repository's root, from src and from dist alike. */
export const root = path.resolve(import.meta.dirname, "../../..");

export const freePort = async (): Promise<number> => {
  const server = net.createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as net.AddressInfo;
  server.close();
  await once(server, "close");
  return port;
};

/** A folder that is gone after the work. Started as root, PostgreSQL runs as another user, who must be able to enter. */
export const withFolder = async <T>(name: string, work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), `bench-${name}-`));
  await fs.chmod(folder, 0o755);
  try {
    return await work(folder);
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
};

export type Running = { pid: number; url: string; readySeconds: number; stop: () => Promise<void>; kill: () => Promise<void> };

type Program = { command: string; args: string[]; env?: Record<string, string>; port: number };

const patienceSeconds = 120;

/**
 * Starts a program in a process group of its own and waits until its /readyz answers 200; `stop` is what Ctrl-C is on a
 * terminal, `kill` what no program can prepare for.
 */
export const startProgram = async ({ command, args, env = {}, port }: Program): Promise<Running> => {
  const begun = performance.now();
  const child = spawn(command, args, {
    cwd: root,
    detached: true,
    env: { ...ownEnvironment(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes: Buffer) => (output += bytes.toString()));
  const ended = once(child, "close");
  const seconds = () => (performance.now() - begun) / 1000;
  const end = (signal: NodeJS.Signals) => async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) signalGroup(child, signal);
    await ended;
  };
  const stop = end("SIGINT");
  const url = `http://127.0.0.1:${port}`;
  while (!(await isReady(url))) {
    if (child.exitCode !== null) throw new Error(`${command} ended before it was ready:\n${output}`);
    if (seconds() > patienceSeconds) {
      await stop();
      throw new Error(`${command} was not ready after ${patienceSeconds} seconds:\n${output}`);
    }
    await wait(20);
  }
  return { pid: child.pid ?? 0, url, readySeconds: seconds(), stop, kill: end("SIGKILL") };
};

const isReady = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch {
    // Nobody listens yet.
    return false;
  }
};

const signalGroup = ({ pid }: ChildProcess, signal: NodeJS.Signals): void => {
  if (pid !== undefined) process.kill(-pid, signal);
};

/** The very command of the README. */
export const npmStart = async (dataDir: string, args: string[] = []): Promise<Running> => {
  const port = await freePort();
  return startProgram({ command: "npm", args: ["start", "--", "--port", String(port), "--data", dataDir, ...args], port });
};
