// SQL between two states of the Prisma schema, by Prisma's schema engine in WebAssembly: no native binary, no database.
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));
export const schemaDir = path.join(root, "prisma/schema");
export const migrationsDir = path.join(root, "prisma/migrations");
/** The schema as of the newest migration, one file; what the next migration starts from. */
export const snapshotPath = path.join(migrationsDir, "last-migrated.prisma");

/** The schema of today as one text. */
export const currentSchema = () =>
  fs
    .readdirSync(schemaDir)
    .sort()
    .map((file) => fs.readFileSync(path.join(schemaDir, file), "utf8").trim())
    .join("\n\n") + "\n";

/** The schema of the newest migration; null before the first. */
export const migratedSchema = () => (fs.existsSync(snapshotPath) ? fs.readFileSync(snapshotPath, "utf8") : null);

/** SQL script that leads from one datamodel (null: an empty database) to another; empty when they are the same. */
export const diffSchemas = async (from, to) => {
  const engine = await openEngine(to);
  const state = (content) => ({ tag: "schemaDatamodel", files: [{ path: "schema.prisma", content }] });
  const { stdout } = await engine.diff({
    from: from === null ? { tag: "empty" } : state(from),
    to: state(to),
    script: true,
    exitCode: null,
    shadowDatabaseUrl: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  const script = (stdout ?? "").trim();
  return script === "-- This is an empty migration." ? "" : script;
};

const fromDb = createRequire(path.join(root, "packages/db/package.json"));
let bindings = null;

// Once a process: a second instance would pull the ground from under the first one's objects.
const loadBindings = async () => {
  if (bindings !== null) return bindings;
  const folder = path.dirname(fromDb.resolve("@prisma/schema-engine-wasm"));
  const module = await import(path.join(folder, "schema_engine_bg.js"));
  const { instance } = await WebAssembly.instantiate(fs.readFileSync(path.join(folder, "schema_engine_bg.wasm")), {
    "./schema_engine_bg.js": module,
  });
  module.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  // Where the engine reports a panic; without it the call would hang instead of failing.
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (message) => {
      throw new Error(`Prisma's schema engine panicked: ${message}`);
    },
  };
  bindings = module;
  return module;
};

const openEngine = async (datamodel) => {
  const { SchemaEngine } = await loadBindings();
  const adapterPg = createRequire(fromDb.resolve("@prisma/adapter-pg"));
  const { bindMigrationAwareSqlAdapterFactory } = await import(adapterPg.resolve("@prisma/driver-adapter-utils"));
  const connect = async () => offlineConnection;
  const adapter = bindMigrationAwareSqlAdapterFactory({ ...offlineConnection, connect, connectToShadowDb: connect });
  return SchemaEngine.new({ datamodels: [["schema.prisma", datamodel]] }, () => undefined, adapter);
};

const refuse = async () => {
  throw new Error("comparing two schemas must not touch a database");
};

// The engine asks only which PostgreSQL it talks to before it compares two datamodels; answering that needs no server.
const offlineConnection = {
  provider: "postgres",
  adapterName: "offline",
  queryRaw: async () => ({
    columnNames: ["exists", "version", "numeric_version"],
    columnTypes: [5, 7, 0],
    rows: [[true, "PostgreSQL 16.0", 160000]],
  }),
  executeRaw: refuse,
  executeScript: refuse,
  startTransaction: refuse,
  getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: false }),
  dispose: async () => undefined,
};
