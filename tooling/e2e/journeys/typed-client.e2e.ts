import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { administratorOf, type House, raiseHouse } from "../src/house";

const root = path.resolve(import.meta.dirname, "../../..");
let house: House;
let folder = "";

beforeAll(async () => {
  house = await raiseHouse();
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "typed-client-"));
});
afterAll(async () => {
  await house.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

const run = (command: string, args: string[], cwd: string) =>
  execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

it("lets a program outside the workspace sign in with a token and list campaigns, compiled strict", () => {
  fs.cpSync(path.join(root, "examples/typed-client"), folder, {
    recursive: true,
    filter: (source) => !/node_modules|dist|\.tgz$/.test(source),
  });
  const { packageManager } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8")) as { packageManager: string };
  run("npx", ["--yes", packageManager, "--dir", "packages/api-client", "pack", "--out", path.join(folder, "cml-api-client.tgz")], root);
  run("npm", ["install", "--no-audit", "--no-fund"], folder);
  run("npm", ["run", "build"], folder);
  expect(complaintsAboutOurs()).toEqual([]);
  const { email, password } = administratorOf(house);
  expect(run("node", ["dist/main.js", house.url, email, password], folder)).toContain("0 campaigns");
});

// tRPC's own declarations need packages a program may not have, so the example skips libraries; ours must stand without that.
const complaintsAboutOurs = (): string[] => {
  const { stdout } = spawnSync("npx", ["tsc", "--noEmit", "--skipLibCheck", "false"], { cwd: folder, encoding: "utf8" });
  return stdout.split("\n").filter((line) => line.includes("@cml/"));
};
