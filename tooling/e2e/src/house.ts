import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { ownEnvironment } from "./own-environment";

const start = path.resolve(import.meta.dirname, "../../launch/src/start.mjs");

export const freePort = async (): Promise<number> => {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port was given");
  await new Promise((resolve) => server.close(resolve));
  return address.port;
};

export type House = {
  url: string;
  dataDir: string;
  /** Everything the command has printed so far. */
  output: () => string;
  process: ChildProcess;
  stop: () => Promise<void>;
};

type HouseOptions = { env?: Record<string, string>; args?: string[]; dataDir?: string };

/** Raises the product exactly as a person does, in a data folder of its own, and waits until it says it is ready. */
export const raiseHouse = async ({ env = {}, args = ["--empty"], dataDir }: HouseOptions = {}): Promise<House> => {
  const port = await freePort();
  const folder = dataDir ?? fs.mkdtempSync(path.join(os.tmpdir(), "changemaker-"));
  const child = spawn(process.execPath, [start, "--port", String(port), "--data", folder, ...args], {
    env: { ...ownEnvironment, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const url = `http://localhost:${port}`;
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGTERM");
      await once(child, "exit");
    }
    if (dataDir === undefined) fs.rmSync(folder, { recursive: true, force: true });
  };
  await ready(url, child, () => output);
  return { url, dataDir: folder, output: () => output, process: child, stop };
};

const ready = async (url: string, child: ChildProcess, output: () => string): Promise<void> => {
  const deadline = Date.now() + 120_000;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the house did not start:\n${output()}`);
    if (Date.now() > deadline) throw new Error(`the house is not ready after two minutes:\n${output()}`);
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok === true && output().includes(url)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

/** The administrator's e-mail and password as printed on the first start. */
export const administratorOf = (house: House): { email: string; password: string } => {
  const email = /\S+@\S+\.\S+/.exec(house.output())?.[0];
  const password = /password\W+(\S+)/i.exec(house.output())?.[1];
  if (email === undefined || password === undefined) throw new Error(`no administrator in:\n${house.output()}`);
  return { email, password };
};
