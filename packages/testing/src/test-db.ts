import { randomUUID } from "node:crypto";
import { createDb, type RootDb } from "@cml/db";
import pg from "pg";
import { inject } from "vitest";
import { urlOf, type TemplateDatabase } from "./template-database";

declare module "vitest" {
  // eslint-disable-next-line no-restricted-syntax -- adding to a type of vitest's needs an interface
  export interface ProvidedContext {
    templateDatabase: TemplateDatabase;
  }
}

export type TestDb = {
  db: RootDb;
  url: string;
  /** Closes `db` and drops the database; call it in afterAll. */
  drop: () => Promise<void>;
};

/** A fresh database, migrated and seeded (settings, templates, blocks, no people): a clone of the run's template. */
export const createTestDb = async (): Promise<TestDb> => {
  const { adminUrl, templateName } = inject("templateDatabase");
  const name = `cml_test_${randomUUID().replaceAll("-", "")}`;
  await admin(adminUrl, `CREATE DATABASE "${name}" TEMPLATE "${templateName}"`);
  const url = urlOf(adminUrl, name);
  const db = createDb(url, { max: 5 });
  const drop = async (): Promise<void> => {
    await db.close();
    await admin(adminUrl, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  };
  return { db, url, drop };
};

const admin = async (url: string, sql: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
};
