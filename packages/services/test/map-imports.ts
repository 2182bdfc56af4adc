import { systemActor } from "@cml/domain/kernel";
import { createImportInput } from "@cml/domain/map";
import { anActor, anUpload, aUser, createTestDb, type TestDb, testDeps } from "@cml/testing";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { createImport, runImport } from "../src/map/imports";

type Given = { bytes: string } & Record<string, unknown>;

/** A database of this test file's own, emptied of these tables before each test, and somebody who brings files into it. */
export const testImports = (tables: string) => {
  let test: TestDb;
  let userId: string;
  beforeAll(async () => {
    test = await createTestDb();
    userId = (await aUser(test.db, { role: "MAP_ADMIN" })).id;
  });
  afterAll(() => test.drop());
  beforeEach(async () => {
    await test.db.pool.query(`TRUNCATE ${tables} CASCADE`);
  });

  const admin = () => anActor("MAP_ADMIN", { userId });
  const setUp = () => testDeps({ db: test.db });
  /** Hands a file in and imports it to its end. */
  const bringIn = async (deps: ReturnType<typeof setUp>, { bytes, ...options }: Given) => {
    const uploadKey = await anUpload(deps.storage, { actor: admin(), bytes });
    const run = await createImport(deps, admin(), createImportInput.parse({ uploadKey, source: "city", ...options }));
    return runImport(deps, systemActor(), { importId: run.id });
  };
  return { database: () => test, admin, setUp, bringIn };
};
