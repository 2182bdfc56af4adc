import react from "@vitejs/plugin-react";
import type { TestProjectInlineConfiguration } from "vitest/config";

// The suffix says what a test needs: nothing, PostgreSQL, a whole server, or a browser-like document.
const conditions = ["@cml/source", "module", "import", "default"];
const everywhere = ["apps/**", "packages/**", "prisma/**", "tooling/**"];
const ignored = ["**/node_modules/**", "**/dist/**", "**/generated/**"];
const suffix = (end: string) => everywhere.map((place) => `${place}/*${end}`);
const strict = new URL("./fail-on-console-error.ts", import.meta.url).pathname;
const templateDatabase = new URL("./template-database.ts", import.meta.url).pathname;

// vitest hands these to Node as --conditions, so nothing else may stand here: with "import", require() would load ES modules.
const onServer = ["@cml/source", "node"];
const resolve = { conditions: onServer, externalConditions: onServer };
// Tests run in "ssr", global set-up in an environment of vitest's own; both must see our sources instead of dist.
const base = { resolve: { conditions }, ssr: { resolve }, environments: { __vitest__: { resolve } } };

export const projects: TestProjectInlineConfiguration[] = [
  {
    ...base,
    test: {
      name: "unit",
      include: suffix(".test.ts"),
      exclude: [...ignored, ...suffix(".db.test.ts"), ...suffix(".http.test.ts")],
      setupFiles: [strict],
      testTimeout: 30_000,
    },
  },
  {
    ...base,
    test: {
      name: "db",
      include: suffix(".db.test.ts"),
      exclude: ignored,
      setupFiles: [strict],
      globalSetup: [templateDatabase],
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  },
  {
    ...base,
    test: {
      name: "http",
      include: suffix(".http.test.ts"),
      exclude: ignored,
      setupFiles: [strict],
      globalSetup: [templateDatabase],
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  },
  {
    ...base,
    plugins: [react()],
    test: {
      name: "ui",
      include: suffix(".test.tsx"),
      exclude: ignored,
      environment: "happy-dom",
      setupFiles: [strict],
      testTimeout: 30_000,
    },
  },
  {
    ...base,
    test: {
      name: "e2e",
      include: ["tooling/e2e/**/*.e2e.ts"],
      exclude: ignored,
      // One house and one browser at a time: two cores, and maps are drawn in software.
      fileParallelism: false,
      testTimeout: 240_000,
      hookTimeout: 240_000,
      // A busy machine counts doors and draws maps for many seconds; what never comes still ends a journey.
      expect: { poll: { timeout: 20_000 } },
    },
  },
];
