import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { lockDataFolder } from "./data-lock";

let folder: string;
let other: ChildProcess | undefined;
const file = () => path.join(folder, "server.lock");
const holdBy = (pid: number, startedAt = "") => fs.writeFileSync(file(), JSON.stringify({ pid, port: 4321, startedAt }));
const runOther = async (): Promise<number> => {
  other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  await once(other, "spawn");
  return other.pid!;
};
const end = async (child: ChildProcess): Promise<void> => {
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
};

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "cml-lock-"));
});
afterEach(async () => {
  if (other !== undefined && other.exitCode === null && other.signalCode === null) await end(other);
  other = undefined;
  fs.rmSync(folder, { recursive: true });
});

it("is given back", () => {
  const release = lockDataFolder(folder, 4000);
  expect(JSON.parse(fs.readFileSync(file(), "utf8"))).toMatchObject({ pid: process.pid, port: 4000 });
  release();
  expect(fs.existsSync(file())).toBe(false);
});

it("names the live server that holds the folder, and the way out", async () => {
  const pid = await runOther();
  holdBy(pid);
  expect(() => lockDataFolder(folder, 4000)).toThrow(
    new RegExp(`process number ${pid} on port 4321: stop that one, or choose another folder`),
  );
  expect(fs.existsSync(file())).toBe(true);
});

it("is taken over from a process that was killed", async () => {
  const pid = await runOther();
  holdBy(pid);
  await end(other!);
  expect(() => lockDataFolder(folder, 4000)).not.toThrow();
});

it.runIf(process.platform === "linux")("is taken over when another program has got the killed server's process number", async () => {
  holdBy(await runOther(), "1");
  expect(() => lockDataFolder(folder, 4000)).not.toThrow();
});

it("is taken over from a half-written file", () => {
  fs.writeFileSync(file(), '{"pid":');
  expect(() => lockDataFolder(folder, 4000)).not.toThrow();
});
