import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { prepare } from "../src/prepare.mjs";

const start = path.resolve(import.meta.dirname, "../src/start.mjs");
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "cml-start-"));
const data = path.join(folder, "data");
// As root, PostgreSQL runs as a user of its own, which must be able to pass.
fs.chmodSync(folder, 0o711);
const running = new Set<ChildProcess>();

// Whoever calls npx would install or build: everything is in place, so a start must not.
const fakes = path.join(folder, "bin");
const called = path.join(folder, "npx-was-called");
fs.mkdirSync(fakes);
fs.writeFileSync(path.join(fakes, "npx"), `#!/bin/sh\ntouch ${called}\nexit 1\n`, { mode: 0o755 });

const freePort = async (): Promise<number> => {
  const server = net.createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as net.AddressInfo;
  server.close();
  await once(server, "close");
  return port;
};

type Started = { child: ChildProcess; output: () => string; ended: Promise<number | null> };

const startServer = (args: string[], env: Record<string, string> = {}): Started => {
  const child = spawn(process.execPath, [start, "--empty", ...args], {
    env: { ...process.env, NODE_ENV: "", NODE_OPTIONS: "", PATH: `${fakes}:${process.env["PATH"] ?? ""}`, ...env },
  });
  running.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes: Buffer) => (output += bytes.toString()));
  const ended = once(child, "close").then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  return { child, output: () => output, ended };
};

const ready = async ({ child, output }: Started, port: number): Promise<void> => {
  await vi.waitFor(
    async () => {
      if (child.exitCode !== null) throw new Error(output());
      const answer = await fetch(`http://localhost:${port}/readyz`);
      expect(answer.status).toBe(200);
      expect(output()).toContain("Ctrl-C stops everything.");
    },
    { timeout: 30_000, interval: 100 },
  );
};

/** Processes whose command line names our folder: the server and its PostgreSQL. */
const processesOfFolder = (): string[] =>
  execFileSync("ps", ["-eo", "pid,args"], { encoding: "utf8" })
    .split("\n")
    .filter((line) => line.includes(data) && !line.includes("ps -eo"));

beforeAll(async () => {
  await prepare({ quiet: true });
}, 600_000);
afterEach(async () => {
  for (const child of running) {
    child.kill("SIGTERM");
    await once(child, "close");
  }
});
afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

it("starts, says where everything is and how to sign in, and leaves no process after SIGTERM", async () => {
  const port = await freePort();
  const server = startServer(["--port", String(port), "--data", data]);
  await ready(server, port);
  expect(server.output()).toContain(`http://localhost:${port}/admin/`);
  expect(server.output()).toMatch(/E-mail\s+\S+@\S+\n\s+Password:\s+\S{12,}/);
  expect(fs.statSync(path.join(data, "app-secret")).mode & 0o777).toBe(0o600);
  server.child.kill("SIGTERM");
  server.child.kill("SIGTERM");
  expect(await server.ended).toBe(0);
  expect(processesOfFolder()).toEqual([]);
  expect(fs.existsSync(path.join(data, "server.lock"))).toBe(false);
});

it("refuses a folder in use and a taken port in one sentence each, then goes on by itself after a kill", async () => {
  const port = await freePort();
  const server = startServer(["--port", String(port), "--data", data]);
  await ready(server, port);
  expect(server.output()).not.toContain("Password");

  const inUse = startServer(["--port", String(await freePort()), "--data", data]);
  expect(await inUse.ended).toBe(1);
  expect(inUse.output()).toBe(
    `The data folder ${data} is in use by the server with process number ${server.child.pid} on port ${port}: stop that one, or choose another folder with --data or DATA_DIR.\n`,
  );
  const other = path.join(folder, "other");
  const taken = startServer(["--port", String(port), "--data", other]);
  expect(await taken.ended).toBe(1);
  expect(taken.output()).toBe(`Port ${port} is taken by another program: stop that program, or choose another port with --port.\n`);
  expect(fs.existsSync(other)).toBe(false);

  server.child.kill("SIGKILL");
  await server.ended;
  const again = startServer(["--port", String(port), "--data", data]);
  await ready(again, port);
  again.child.kill("SIGINT");
  expect(await again.ended).toBe(0);
  expect(processesOfFolder()).toEqual([]);
  expect(fs.existsSync(called)).toBe(false);
});

it.each<[string, Record<string, string>, RegExp]>([
  ["a malformed variable", { TRUST_PROXY: "everybody" }, /^TRUST_PROXY must be .*\n$/],
  ["a missing variable", { NODE_ENV: "production" }, /^PUBLIC_URL is missing: .*\n$/],
  [
    "an unreachable database",
    { DATABASE_URL: "postgres://me:hunter2@127.0.0.1:1/x", APP_SECRET: "x".repeat(32) },
    /^The database at 127\.0\.0\.1:1\/x cannot be used \(nobody answers there\): start it, or correct DATABASE_URL\.\n$/,
  ],
  [
    "an unreachable Redis",
    { REDIS_URL: "redis://:hunter2@127.0.0.1:1" },
    /^The Redis server at 127\.0\.0\.1:1 cannot be used \(nobody answers there\): start it, or correct REDIS_URL\.\n$/,
  ],
])("tells %s in one sentence and leaves nothing running", async (_name, env, sentence) => {
  const server = startServer(["--port", String(await freePort()), "--data", data], env);
  expect(await server.ended).toBe(1);
  expect(server.output()).toMatch(sentence);
  expect(processesOfFolder()).toEqual([]);
});

it("tells a data folder that cannot be written to", async () => {
  const file = path.join(folder, "a-file");
  fs.writeFileSync(file, "");
  const server = startServer(["--port", String(await freePort()), "--data", path.join(file, "data")]);
  expect(await server.ended).toBe(1);
  expect(server.output()).toMatch(/^The data folder .* cannot be written to: .* DATA_DIR\.\n$/);
});
