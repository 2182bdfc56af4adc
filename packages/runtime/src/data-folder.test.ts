import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { prepareDataFolder, readOrMakeAppSecret } from "./data-folder";
import { StartError } from "./start-error";

let folder: string;
beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), "cml-data-"));
});
afterEach(async () => {
  await fs.rm(folder, { recursive: true });
});

it("makes a secret once, for its owner only, and finds it again", async () => {
  const secret = await readOrMakeAppSecret(folder);
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(await readOrMakeAppSecret(folder)).toBe(secret);
  expect((await fs.stat(path.join(folder, "app-secret"))).mode & 0o777).toBe(0o600);
});

it("refuses a damaged secret instead of signing with it", async () => {
  await fs.writeFile(path.join(folder, "app-secret"), "abc");
  await expect(readOrMakeAppSecret(folder)).rejects.toThrow(StartError);
});

it("makes the folder, closed to others", async () => {
  const inner = path.join(folder, "a", "b");
  await prepareDataFolder(inner);
  expect((await fs.stat(inner)).mode & 0o766).toBe(0o700);
  expect(await fs.readdir(inner)).toEqual([]);
});

it("says in one sentence that a folder cannot be written to", async () => {
  const file = path.join(folder, "file");
  await fs.writeFile(file, "");
  await expect(prepareDataFolder(path.join(file, "data"))).rejects.toThrow(/cannot be written to: .* DATA_DIR\.$/);
});
