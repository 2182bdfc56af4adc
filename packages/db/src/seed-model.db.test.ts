import fs from "node:fs";
import { createTestDb, type TestDb } from "@cml/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

// The live catalogue of PostgreSQL against the seeds' tables, field by field. The fixtures are written by hand from the seed
// documents, never generated from the schema, so a field cannot be lost or changed on both sides at once.
const read = <T>(name: string): T =>
  JSON.parse(fs.readFileSync(new URL(`../../../tooling/fixtures/seed-model/${name}.json`, import.meta.url), "utf8")) as T;

type SeedField = { type: string; key: string };
type Rules = {
  enums: Record<string, string[]>;
  postgresTypes: Record<string, string>;
  nullable: string[];
  notNull: string[];
  uniques: Record<string, string[][]>;
  indexes: Record<string, string[][]>;
  cascade: string[];
  setNull: string[];
  added: Record<string, string[]>;
  translated: string[];
};
const models = read<Record<string, Record<string, SeedField>>>("models");
const rules = read<Rules>("rules");
const media = read<Record<string, string[] | string>>("media");

type Column = { type: string; notNull: boolean };
type Index = { columns: string[]; unique: boolean };
let test: TestDb;
const columns = new Map<string, Column>();
const indexes = new Map<string, Index[]>();
const deleteRules = new Map<string, string>();
const enumValues = new Map<string, string[]>();

const load = async (): Promise<void> => {
  const { pool } = test.db;
  const { rows: attributes } = await pool.query<{ field: string; type: string; notNull: boolean }>(`
    SELECT format('%s%s.%s', CASE n.nspname WHEN 'media' THEN 'media.' ELSE '' END, c.relname, a.attname) AS field,
           format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS "notNull"
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('public', 'media') AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped`);
  for (const { field, ...column } of attributes) columns.set(field, column);
  const { rows: keys } = await pool.query<{ table: string; unique: boolean; columns: string[] }>(`
    SELECT c.relname AS table, i.indisunique AS unique,
           ARRAY(SELECT replace(pg_get_indexdef(i.indexrelid, k, true), '"', '') || CASE WHEN i.indoption[k - 1] & 1 = 1 THEN ' DESC' ELSE '' END
                 FROM generate_series(1, i.indnkeyatts) k) AS columns
    FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('public', 'media') AND i.indpred IS NULL`);
  for (const { table, ...index } of keys) indexes.set(table, [...(indexes.get(table) ?? []), index]);
  const { rows: foreignKeys } = await pool.query<{ field: string; rule: string }>(`
    SELECT format('%s.%s', c.relname, a.attname) AS field, f.confdeltype AS rule
    FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = f.conkey[1]
    WHERE f.contype = 'f'`);
  for (const { field, rule } of foreignKeys) deleteRules.set(field, rule);
  const { rows: labels } = await pool.query<{ name: string; values: string[] }>(`
    SELECT t.typname AS name, array_agg(e.enumlabel::text ORDER BY e.enumsortorder) AS values
    FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid GROUP BY t.typname`);
  for (const { name, values } of labels) enumValues.set(name, values);
};

beforeAll(async () => {
  test = await createTestDb();
  await load();
});
afterAll(() => test.drop());

const plainTypes: Record<string, string> = {
  String: "text",
  Int: "integer",
  Boolean: "boolean",
  DateTime: "timestamp(3) with time zone",
  Json: "jsonb",
  Float: "double precision",
};

const expectedType = (model: string, field: string, { type, key }: SeedField): string => {
  const exception = rules.postgresTypes[`${model}.${field}`];
  if (exception !== undefined) return exception;
  if (type === "String" && (key === "PK" || key === "FK")) return "uuid";
  return plainTypes[type] ?? (type.endsWith("[]") ? `"${type.slice(0, -2)}"[]` : `"${type}"`);
};

const hasIndex = (table: string, wanted: string[], unique = false): boolean =>
  (indexes.get(table) ?? []).some(
    (index) => (!unique || index.unique) && wanted.every((column, position) => index.columns[position] === column),
  );

describe("the live catalogue against the seeds", () => {
  it("has 30 entities and 391 fields to compare", () => {
    expect(Object.keys(models)).toHaveLength(30);
    expect(Object.values(models).flatMap((fields) => Object.keys(fields))).toHaveLength(391);
  });

  it.each(Object.entries(models))("%s has every field under its name and type", (model, fields) => {
    const expected = Object.entries(fields).map(([name, field]) => [`${model}.${name}`, expectedType(model, name, field)]);
    expect(expected.map(([name]) => [name, columns.get(name ?? "")?.type])).toEqual(expected);
  });

  it("requires what is required and lets the rest be null", () => {
    for (const field of rules.nullable) expect([field, columns.get(field)?.notNull]).toEqual([field, false]);
    for (const field of rules.notNull) expect([field, columns.get(field)?.notNull]).toEqual([field, true]);
    for (const model of Object.keys(models)) expect([model, columns.get(`${model}.id`)?.notNull]).toEqual([model, true]);
  });

  it.each(Object.entries(rules.enums))("enum %s has exactly the decided values", (name, values) => {
    expect([...(enumValues.get(name) ?? [])].sort()).toEqual([...values].sort());
  });

  it("holds every unique rule, over exactly those columns", () => {
    for (const [table, sets] of Object.entries(rules.uniques)) {
      for (const wanted of sets) {
        const found = (indexes.get(table) ?? []).some((index) => index.unique && index.columns.join() === wanted.join());
        expect([table, wanted, found]).toEqual([table, wanted, true]);
      }
    }
  });

  it("has every named index, and one for each foreign key of the seeds", () => {
    for (const [table, sets] of Object.entries(rules.indexes)) {
      for (const wanted of sets) expect([table, wanted, hasIndex(table, wanted)]).toEqual([table, wanted, true]);
    }
    for (const [model, fields] of Object.entries(models)) {
      const foreign = Object.entries(fields).filter(([, { key }]) => key === "FK");
      for (const [field] of foreign) expect([model, field, hasIndex(model, [field])]).toEqual([model, field, true]);
    }
  });

  it("follows the delete rules", () => {
    for (const field of rules.cascade) expect([field, deleteRules.get(field)]).toEqual([field, "c"]);
    for (const field of rules.setNull) expect([field, deleteRules.get(field)]).toEqual([field, "n"]);
  });

  it("has the added entities and fields, and a place for the other language", () => {
    const added = Object.entries(rules.added).flatMap(([model, fields]) => fields.map((field) => `${model}.${field}`));
    expect(added.filter((field) => !columns.has(field))).toEqual([]);
    expect(rules.translated.filter((model) => columns.get(`${model}.translations`)?.type !== "jsonb")).toEqual([]);
  });

  it("has the five media tables with every column, index and unique rule", () => {
    for (const table of ["videos", "compilations", "media_jobs", "shared_media", "media_reactions"]) {
      const wanted = (media[table] as string[]).map((column) => `media.${table}.${column.split(" ")[0] ?? ""}`);
      expect(wanted.filter((column) => !columns.has(column))).toEqual([]);
    }
    expect(hasIndex("videos", ["directoryType", "isValid", "orientation"])).toBe(true);
    expect(hasIndex("videos", ["sha256"])).toBe(true);
    expect(hasIndex("media_jobs", ["status", "resourceCategory", "priority"])).toBe(true);
    expect(hasIndex("media_reactions", ["videoId", "kind", "userId"], true)).toBe(true);
    expect(hasIndex("media_reactions", ["videoId", "kind", "deviceHash"], true)).toBe(true);
    expect(hasIndex("shared_media", ["videoId"], true)).toBe(true);
  });

  it("keeps every DateTime but the day of a shift, a boundary, a reply or a tally with its time zone, to the millisecond", () => {
    const moments = [...columns].filter(([name, { type }]) => /^(timestamp|date)/.test(type) && !name.startsWith("_prisma_migrations"));
    const days = [
      "Shift.date",
      "Boundary.validFrom",
      "Boundary.validTo",
      "RepresentativeResponse.repliedOn",
      "LetterReport.repliedOn",
      "GeocodeTally.day",
    ];
    const odd = moments.filter(([name, { type }]) => type !== (days.includes(name) ? "date" : "timestamp(3) with time zone"));
    expect(odd).toEqual([]);
  });
});

describe("the generated client against the live catalogue", () => {
  it("can read every column of every model", async () => {
    const tables = new Set([...columns.keys()].map((name) => name.split(".")[0] ?? "").filter((name) => /^[A-Z]/.test(name)));
    const delegates = test.db.prisma as unknown as Record<string, { findFirst: () => Promise<unknown> } | undefined>;
    for (const table of tables) {
      const delegate = delegates[table.charAt(0).toLowerCase() + table.slice(1)];
      expect([table, delegate !== undefined]).toEqual([table, true]);
      await delegate?.findFirst();
    }
    expect(tables.size).toBeGreaterThan(50);
  });
});
