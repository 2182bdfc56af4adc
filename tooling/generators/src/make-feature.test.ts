import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeFeature } from "./make-feature";
import { areas, type Feature, namesOf, surfaces } from "./names";

const repository = path.resolve(import.meta.dirname, "../../..");
const feature: Feature = { area: "content", noun: "reading-list", surface: "admin" };
const doors = ["prisma/schema", ...["domain", "db", "services", "routers"].map((name) => `packages/${name}/src/content`)];

let root: string;
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), "generators-"));
  for (const door of doors) fs.cpSync(path.join(repository, door), path.join(root, door), { recursive: true });
});
afterEach(() => {
  fs.rmSync(root, { recursive: true });
});
const read = (file: string): string => fs.readFileSync(path.join(root, file), "utf8");

describe("a new feature", () => {
  it("goes through every layer and is named at every door", () => {
    const written = makeFeature(root, feature);
    expect(written.sort()).toEqual([
      "packages/db/src/content/index.ts",
      "packages/db/src/content/reading-lists.ts",
      "packages/domain/src/content/index.ts",
      "packages/domain/src/content/reading-list.test.ts",
      "packages/domain/src/content/reading-list.ts",
      "packages/routers/src/content/admin.ts",
      "packages/routers/src/content/reading-lists/admin.ts",
      "packages/services/src/content/index.ts",
      "packages/services/src/content/reading-lists/get-reading-list.db.test.ts",
      "packages/services/src/content/reading-lists/get-reading-list.ts",
      "prisma/schema/content.prisma",
    ]);
    expect(read("prisma/schema/content.prisma")).toContain("\n\nmodel ReadingList {");
    expect(read("packages/services/src/content/index.ts")).toContain('export * from "./reading-lists/get-reading-list";');
    const composed = read("packages/routers/src/content/admin.ts");
    expect(composed).toContain('import { readingListsAdminRouter } from "./reading-lists/admin";');
    expect(composed).toMatch(/router\(\{ readingLists: readingListsAdminRouter, \w+:/);
    expect(read("packages/routers/src/content/reading-lists/admin.ts")).toContain('procedureFor("page.view")');
  });

  it("is TypeScript that the formatter can read", () => {
    const files = makeFeature(root, feature).filter((file) => file.endsWith(".ts"));
    const prettier = path.join(repository, "node_modules/.bin/prettier");
    expect(() => execFileSync(prettier, ["--print-width", "140", "--write", ...files], { cwd: root, stdio: "pipe" })).not.toThrow();
  });

  it("never writes over what exists, and then writes nothing", () => {
    makeFeature(root, feature);
    const before = read("packages/domain/src/content/index.ts");
    expect(() => makeFeature(root, feature)).toThrow("packages/domain/src/content/reading-list.ts exists already.");
    expect(read("packages/domain/src/content/index.ts")).toBe(before);
  });

  it("is refused where the area has no door to the surface, before anything is written", () => {
    expect(() => makeFeature(root, { ...feature, surface: "media" })).toThrow("packages/routers/src/content/media.ts does not exist");
    expect(fs.existsSync(path.join(root, "packages/domain/src/content/reading-list.ts"))).toBe(false);
  });

  it.each(["ReadingList", "../etc", "reading_list", ""])("is not called %j", (noun) => {
    expect(() => makeFeature(root, { ...feature, noun })).toThrow("A noun is one thing in small letters");
  });
});

it.each([
  ["page-view", { type: "PageView", one: "pageView", folder: "page-views", many: "pageViews" }],
  ["reply", { type: "Reply", one: "reply", folder: "replies", many: "replies" }],
  ["search", { type: "Search", one: "search", folder: "searches", many: "searches" }],
])("%s has its names", (noun, names) => {
  expect(namesOf({ ...feature, noun })).toMatchObject(names);
});

it("knows the areas and surfaces that exist", () => {
  for (const area of areas) expect(fs.existsSync(path.join(repository, `prisma/schema/${area}.prisma`)) || area === "media").toBe(true);
  for (const surface of surfaces) expect(fs.existsSync(path.join(repository, `packages/routers/src/surfaces/${surface}.ts`))).toBe(true);
});
