import { fork, type ChildProcess } from "node:child_process";
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { bundleEntry } from "./bundle-entry";

/** What a child process offers its test: plain functions over JSON. */
export type Methods = Record<string, (...args: never[]) => unknown>;

export type TestProcess<M extends Methods> = {
  pid: number;
  call: <K extends keyof M & string>(name: K, ...args: Parameters<M[K]>) => Promise<Awaited<ReturnType<M[K]>>>;
  /** SIGKILL, at once: nothing is tidied up. */
  kill: () => Promise<void>;
  /** Lets it end by itself (SIGTERM), or kills it after a second. */
  stop: () => Promise<void>;
};

type Answer = { id: number; result?: unknown; error?: string };

/** Starts a TypeScript file as a process of its own; the file calls `serveTestProcess` with its methods. */
export const startTestProcess = async <M extends Methods>(entry: URL, env: Record<string, string> = {}): Promise<TestProcess<M>> => {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "cml-test-process-"));
  const file = path.join(folder, "child.mjs");
  await bundleEntry(fileURLToPath(entry), file);
  const child = fork(file, { env: { PATH: "/usr/bin:/bin", ...env }, stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const { call, gone } = callsTo(child);
  await call("ready", []);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    const timer = setTimeout(() => child.kill("SIGKILL"), 1000);
    await gone;
    clearTimeout(timer);
    await fs.rm(folder, { recursive: true, force: true });
  };
  return {
    pid: child.pid ?? 0,
    call: (name, ...args) => call(name, args) as never,
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
  };
};

const callsTo = (child: ChildProcess) => {
  const pending = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  const gone = new Promise<void>((resolve) => {
    child.once("exit", () => {
      for (const { reject } of pending.values()) reject(new Error("the test process ended before it answered"));
      pending.clear();
      resolve();
    });
  });
  child.on("message", (message) => {
    const { id, result, error } = message as Answer;
    const waiting = pending.get(id);
    pending.delete(id);
    if (error === undefined) waiting?.resolve(result);
    else waiting?.reject(new Error(error));
  });
  const call = (name: string, args: unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++lastId;
      pending.set(id, { resolve, reject });
      child.send({ id, name, args }, (error) => {
        if (error !== null) reject(error);
      });
    });
  return { call, gone };
};
