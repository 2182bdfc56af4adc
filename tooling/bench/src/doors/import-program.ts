// One process of the product for the figures of imports: imports a register, or undoes an import, and says how long it took.
import { systemActor } from "@cml/domain/kernel";
import { narFilterSchema } from "@cml/domain/map";
import { openRuntime, readEnv } from "@cml/runtime";
import { foldTileCounts, narImportFromPaths, requestUndo, runImport, runUndo } from "@cml/services/map";

const [work = "", databaseUrl = "", dataDir = "", what = ""] = process.argv.slice(2);
const runtime = await openRuntime(
  readEnv({ DATABASE_URL: databaseUrl, DATA_DIR: dataDir, APP_SECRET: "a".repeat(64), NODE_ENV: "development", LOG_LEVEL: "error" }),
);
try {
  const { deps } = runtime;
  const actor = systemActor();
  const begun = performance.now();
  if (work === "undo") await requestUndo(deps, actor, { importId: what });
  const wish = { filter: narFilterSchema.parse({}), overwrite: [], isComparison: work === "compare" };
  const importId = work === "undo" ? what : (await narImportFromPaths(deps, actor, { paths: [what], ...wish })).id;
  const done = await (work === "undo" ? runUndo(deps, actor, { importId }) : runImport(deps, actor, { importId }));
  // What far views of the map count belongs to the work.
  await foldTileCounts(deps);
  const seconds = (performance.now() - begun) / 1000;
  process.stdout.write(
    `${JSON.stringify({ seconds, importId, status: done.status, counts: done.counts, undo: done.undo, error: done.error })}\n`,
  );
} finally {
  await runtime.close();
}
