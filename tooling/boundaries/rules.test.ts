import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { cruise } from "dependency-cruiser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forbidden } from "./rules.mjs";

// A tiny tree of the same form as ours: relative paths stand for workspace links, node_modules holds two empty libraries.
let root = "";
const file = (name: string, text: string) => {
  fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  fs.writeFileSync(path.join(root, name), text);
};

beforeAll(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), "boundaries-"));
  for (const library of ["fastify", "bullmq", "@prisma/client", "react"]) {
    file(`node_modules/${library}/package.json`, JSON.stringify({ name: library, main: "index.js" }));
    file(`node_modules/${library}/index.js`, "module.exports = {};");
  }
  file("package.json", JSON.stringify({ name: "tree", dependencies: { fastify: "1", bullmq: "1", "@prisma/client": "1", react: "1" } }));
  file("packages/domain/src/map/cut.ts", "export const cut = 1;");
  file("packages/domain/src/canvass/visit.ts", 'import { cut } from "../map/cut";\nexport const visit = cut;');
  file("packages/db/src/map/cuts.ts", 'import "@prisma/client";\nexport const cuts = 1;');
  file("packages/routers/src/admin.ts", "export type AdminRouter = 1;\nexport const adminRouter = 1;");
  file("packages/api-client/src/types.ts", 'import type { AdminRouter } from "../../routers/src/admin";\nexport type R = AdminRouter;');
  file("apps/admin/src/features/cuts/index.ts", "export const cuts = 1;");
  file("apps/admin/src/features/cuts/pages/page.ts", "export const page = 1;");
});
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

const breaches = async (): Promise<string[]> => {
  const { output } = await cruise(
    ["apps", "packages"],
    { baseDir: root, validate: true, ruleSet: { forbidden }, doNotFollow: { path: "node_modules" }, tsPreCompilationDeps: true },
    { extensions: [".ts", ".js"] },
  );
  if (typeof output === "string") throw new Error(output);
  return output.summary.violations.map((violation) => violation.rule.name);
};

describe("the boundary rules", () => {
  it("say nothing about a clean tree", async () => expect(await breaches()).toEqual([]));

  it.each([
    ["packages-domain", "packages/domain/src/map/bad.ts", 'import "../../../db/src/map/cuts";'],
    ["area-map", "packages/domain/src/map/bad.ts", 'import "../canvass/visit";'],
    ["apps-admin", "apps/admin/src/bad.ts", 'import "../../../packages/db/src/map/cuts";'],
    ["router-types-only", "packages/api-client/src/bad.ts", 'import { adminRouter } from "../../routers/src/admin";\nadminRouter;'],
    ["library-fastify", "packages/services/src/bad.ts", 'import "fastify";'],
    ["library-bullmq", "packages/services/src/bad.ts", 'import "bullmq";'],
    ["library-react", "packages/domain/src/bad.ts", 'import "react";'],
    ["feature-front-door", "apps/admin/src/features/shifts/bad.ts", 'import "../cuts/pages/page";'],
    ["undeclared-import", "packages/domain/src/bad.ts", 'import "left-pad";'],
    ["no-circular", "packages/domain/src/bad.ts", 'import "./bad";'],
    ["no-drawers", "packages/domain/src/bad.ts", 'import "./utils";'],
  ])("catch a breach of %s", async (rule, name, text) => {
    file(name, text);
    if (text.includes("./utils")) file("packages/domain/src/utils.ts", "export const drawer = 1;");
    try {
      expect(await breaches()).toContain(rule);
    } finally {
      fs.rmSync(path.join(root, name));
      fs.rmSync(path.join(root, "packages/domain/src/utils.ts"), { force: true });
    }
  });
});
