import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { hashOf, listFiles } from "../src/content-hash.mjs";

let base: string;
const write = (name: string, text: string) => {
  fs.mkdirSync(path.dirname(path.join(base, name)), { recursive: true });
  fs.writeFileSync(path.join(base, name), text);
};

beforeEach(() => {
  base = fs.mkdtempSync(path.join(os.tmpdir(), "cml-hash-"));
  write("apps/one/src/a.ts", "a");
  write("apps/one/src/b.test.ts", "b");
  write("lock.yaml", "1");
});
afterEach(() => fs.rmSync(base, { recursive: true }));

const places = ["apps", "lock.yaml", "missing"];

it("does not depend on times, only on names and contents", () => {
  const before = hashOf(base, places);
  fs.utimesSync(path.join(base, "lock.yaml"), new Date(0), new Date(0));
  expect(hashOf(base, places)).toBe(before);
  write("lock.yaml", "2");
  const changed = hashOf(base, places);
  expect(changed).not.toBe(before);
  write("lock.yaml", "1");
  fs.renameSync(path.join(base, "apps/one/src/a.ts"), path.join(base, "apps/one/src/c.ts"));
  expect(hashOf(base, places)).not.toBe(before);
});

it("does not take two files for one with both contents", () => {
  write("lock.yaml", "");
  const before = hashOf(base, ["apps/one/src/a.ts", "lock.yaml"]);
  write("apps/one/src/a.ts", "");
  write("lock.yaml", "a");
  expect(hashOf(base, ["apps/one/src/a.ts", "lock.yaml"])).not.toBe(before);
});

it("leaves out what builds make and what is not wanted", () => {
  for (const name of ["apps/one/dist/x.js", "apps/one/node_modules/y/index.js", "apps/one/src/generated/z.ts"]) write(name, "made");
  expect(listFiles(base, "apps")).toEqual(["apps/one/src/a.ts", "apps/one/src/b.test.ts"]);
  expect(listFiles(base, "apps", (file: string) => !file.includes(".test."))).toEqual(["apps/one/src/a.ts"]);
});
