import { fileURLToPath } from "node:url";
import { findImport } from "@cml/db/map";
import { AppError, systemActor } from "@cml/domain/kernel";
import { createImportInput, importOptionsSchema } from "@cml/domain/map";
import { anActor, anUpload, aUser, createTestDb, type TestDb, testDeps } from "@cml/testing";
import { startTestProcess } from "@cml/testing/processes";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ImportProcess } from "../../../test/import-process";
import { createImport, createImportFromFile } from "./create-import";
import { getImport } from "./get-import";
import { resumeImport } from "./resume-import";
import { runImport } from "./run-import";
import { undoImport } from "./undo-import";

let test: TestDb;
beforeAll(async () => void (test = await createTestDb()));
afterAll(() => test.drop());
beforeEach(async () => {
  await test.db.pool.query(`TRUNCATE "Location", "ImportRun" CASCADE`);
});

const rowCount = 12_000;
const rows = Array.from({ length: rowCount }, (_, n) => `${n},"${n + 1} Oak St, Vancouver, BC",${49.2 + n / 1_000_000},-123.1`);
const text = `id,address,lat,lng\n${rows.join("\n")}\n`;

const setUp = async () => {
  const deps = testDeps({ db: test.db });
  const admin = anActor("MAP_ADMIN", { userId: (await aUser(test.db, { role: "MAP_ADMIN" })).id });
  const uploadKey = await anUpload(deps.storage, { actor: admin, bytes: text });
  const { id } = await createImport(
    deps,
    admin,
    createImportInput.parse({ kind: "addresses", uploadKey, fileName: "list.csv", source: "kill" }),
  );
  return { deps, admin, uploadKey, id };
};
const worker = () =>
  startTestProcess<ImportProcess>(new URL("../../../test/import-process.ts", import.meta.url), { TEST_DATABASE_URL: test.url });
const count = async (table: string): Promise<number> =>
  (await test.db.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM "${table}"`)).rows[0]?.n ?? -1;
const standing = async (id: string) => {
  const run = await findImport(test.db, id);
  return { rows: run?.checkpoint?.rows ?? 0, removed: run?.undo?.removed ?? 0 };
};

/** Looks until it is so; not for ever, if the work ended before. */
const until = async (isSo: () => Promise<boolean>, work: Promise<unknown>): Promise<void> => {
  const state = { hasEnded: false };
  void work.finally(() => (state.hasEnded = true));
  while (!(await isSo())) if (state.hasEnded) throw new Error(`the worker ended too soon: ${String(await work)}`);
};

describe("an import whose process is killed", () => {
  it("goes on elsewhere from its last chunk, each row once, and so does its undo", { timeout: 120_000 }, async () => {
    const { deps, admin, uploadKey, id } = await setUp();
    const first = await worker();
    const killed = first.call("importRows", id, uploadKey, text).catch((error: unknown) => String(error));
    await until(async () => (await standing(id)).rows > 0, killed);
    await first.kill();
    expect(await killed).toContain("ended before it answered");
    const between = await getImport(deps, admin, id);
    expect(between.status).toBe("RUNNING");
    expect([await count("Location"), await count("Address"), await count("LocationHistory")]).toEqual(
      Array(3).fill(between.counts.created),
    );
    const second = await worker();
    expect(await second.call("importRows", id, uploadKey, text)).toBe("COMPLETED");
    await second.stop();
    expect(await getImport(deps, admin, id)).toMatchObject({ counts: { read: rowCount, created: rowCount } });
    expect([await count("Location"), await count("Address"), await count("LocationHistory")]).toEqual(Array(3).fill(rowCount));

    await undoImport(deps, admin, { importId: id });
    const third = await worker();
    const stopped = third.call("undoRows", id).catch((error: unknown) => String(error));
    await until(async () => (await standing(id)).removed > 0, stopped);
    await third.kill();
    await stopped;
    expect(await count("Address")).toBe(rowCount - (await standing(id)).removed);
    const fourth = await worker();
    expect(await fourth.call("undoRows", id)).toBe("UNDONE");
    await fourth.stop();
    expect([await count("Location"), await count("Address"), await count("LocationHistory")]).toEqual([0, 0, 0]);
  });
});

describe("an import whose database goes away in the middle", () => {
  it("throws, leaves nothing half-written, and goes on when it is back", async () => {
    const { deps, admin, id } = await setUp();
    let cuts = 0;
    const publish: typeof deps.events.publish = async (event) => {
      await deps.events.publish(event);
      cuts += 1;
      if (cuts > 1) return;
      await test.db.pool.query(`SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND classid = 7301`);
    };
    const cutOff = { ...deps, events: { ...deps.events, publish } };
    await expect(runImport(cutOff, systemActor(), { importId: id })).rejects.toThrow(/terminat|connection|ECONNRESET/i);
    const { status, counts } = await getImport(deps, admin, id);
    expect([status, await count("Location")]).toEqual(["RUNNING", counts.created]);
    expect(counts.created).toBeGreaterThan(0);
    expect(await runImport(deps, systemActor(), { importId: id })).toMatchObject({ status: "COMPLETED", counts: { created: rowCount } });
    expect(await count("Location")).toBe(rowCount);
  });
});

describe("an import whose disk is full", () => {
  it("says so, keeps what it committed, and is gone on with once there is room", async () => {
    const { deps, admin, id } = await setUp();
    await test.db.pool.query(`
      CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF EXISTS (SELECT 1 FROM "Location") THEN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER no_room BEFORE INSERT ON "Location" FOR EACH STATEMENT EXECUTE FUNCTION no_room()`);
    const failed = await runImport(deps, systemActor(), { importId: id });
    expect(failed).toMatchObject({ status: "FAILED", error: { messageKey: "storage.databaseFull" } });
    expect(failed.counts.created).toBeGreaterThan(0);
    expect(await count("Location")).toBe(failed.counts.created);
    await test.db.pool.query(`DROP FUNCTION no_room() CASCADE`);
    await resumeImport(deps, admin, { importId: id });
    expect(await runImport(deps, systemActor(), { importId: id })).toMatchObject({ status: "COMPLETED", counts: { created: rowCount } });
    expect(await count("Location")).toBe(rowCount);
  });

  it("is not begun when its file finds no room, and says that", async () => {
    const { deps, admin } = await setUp();
    const put = () => Promise.reject(new AppError("UPSTREAM", "storage.full"));
    const full = { ...deps, storage: { ...deps.storage, put } };
    const path = fileURLToPath(import.meta.url);
    const given = { kind: "addresses", path, options: importOptionsSchema.parse({ source: "full" }) } as const;
    await expect(createImportFromFile(full, admin, given)).rejects.toMatchObject({ messageKey: "storage.full" });
    expect(await test.db.prisma.importRun.count()).toBe(1);
  });
});
