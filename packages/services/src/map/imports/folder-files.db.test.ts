import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError, systemActor } from "@cml/domain/kernel";
import { createImportInput } from "@cml/domain/map";
import { actorOf, anActor, aStranger, aUser, createTestDb, testConfig, type TestDb, testDeps } from "@cml/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createImport } from "./create-import";
import { listFolderFiles } from "./folder-files";
import { runFolderTaking } from "./run-folder-taking";
import { getFolderTaking, stopFolderTaking, takeFolderFile } from "./take-folder-file";
import { runImport } from "./run-import";

let test: TestDb;
const dataDir = mkdtempSync(join(tmpdir(), "folder-"));
beforeAll(async () => void (test = await createTestDb()));
afterAll(async () => {
  rmSync(dataDir, { recursive: true });
  await test.drop();
});

const setUp = () => testDeps({ db: test.db, config: { ...testConfig, dataDir } });
const put = (name: string, text: string) => {
  mkdirSync(join(dataDir, "import"), { recursive: true });
  writeFileSync(join(dataDir, "import", name), text);
};

it("shows files a wizard can read, takes one into storage, and imports it as if it had been sent", async () => {
  const deps = setUp();
  const owner = actorOf(await aUser(test.db, { role: "MAP_ADMIN" }));
  expect(await listFolderFiles(deps, owner)).toEqual([]);
  put("Town list (2).CSV", 'id,address,lat,lng\n1,"1 Elm St, Vancouver, BC",49.2,-123.1\n');
  put("Address_35.csv", "a part of a register");
  put("notes.docx", "nothing to import");
  put("secret.key", "nothing to show");
  symlinkSync("/etc/hostname", join(dataDir, "import", "elsewhere.csv"));
  const files = await listFolderFiles(deps, owner);
  expect(files.map(({ name }) => name)).toEqual(["Town list (2).CSV"]);
  const { id: takingId, uploadKey, isHere } = await takeFolderFile(deps, owner, { name: "Town list (2).CSV" });
  expect(isHere).toBe(false);
  expect(deps.jobs.payloadsOf("map.take-folder-file")).toEqual([{ id: takingId }]);
  await runFolderTaking(deps, { id: takingId });
  expect(await getFolderTaking(deps, owner, { id: takingId })).toMatchObject({ isHere: true, failure: null });
  // Asked for again it is here already.
  expect(await takeFolderFile(deps, owner, { name: "Town list (2).CSV" })).toMatchObject({ id: takingId, isHere: true });
  const input = createImportInput.parse({ kind: "addresses", uploadKey, fileName: "Town list (2).CSV", source: "town" });
  const { id } = await createImport(deps, owner, input);
  expect(await runImport(deps, systemActor(), { importId: id })).toMatchObject({ status: "COMPLETED", counts: { created: 1 } });
  // Whoever did not take it has no part in it.
  await expect(createImport(deps, actorOf(await aUser(test.db, { role: "MAP_ADMIN" })), input)).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

it.each(["../secret", "secret.key", "elsewhere.csv", "Address_35.csv", "gone.csv", "/etc/hostname"])(
  "does not hand out %s",
  async (name) => {
    const owner = actorOf(await aUser(test.db, { role: "MAP_ADMIN" }));
    await expect(takeFolderFile(setUp(), owner, { name })).rejects.toMatchObject({ messageKey: "import.noFolderFile" });
  },
);

const large = Buffer.from("0123456789abcdef".repeat(2_000_000));
/** The owner of a file of four parts, asked for and not begun. */
const asked = async (name: string) => {
  const deps = setUp();
  const owner = actorOf(await aUser(test.db, { role: "MAP_ADMIN" }));
  put(name, large.toString());
  return { deps, owner, id: (await takeFolderFile(deps, owner, { name })).id };
};
const stored = async ({ storage }: ReturnType<typeof setUp>, id: string) => {
  const file = await storage.open(`uploads/${id}`);
  return file && Buffer.from(await text(file.stream));
};

it("goes on behind the last byte after a process closed or died, and says how far it is", async () => {
  const { deps, owner, id } = await asked("large.csv");
  const closing = new AbortController();
  let parts = 0;
  const storage: typeof deps.storage = {
    ...deps.storage,
    put: async (key, body, type) => {
      await deps.storage.put(key, body, type);
      if (key.startsWith("upload-parts/") && (parts += 1) === 2) closing.abort();
    },
  };
  await expect(runFolderTaking({ ...deps, storage }, { id, signal: closing.signal })).rejects.toThrow("interrupted");
  const at = await getFolderTaking(deps, owner, { id });
  expect(at).toMatchObject({ isHere: false, sizeBytes: large.length });
  expect(at.takenBytes).toBeGreaterThan(0);
  expect(at.takenBytes).toBeLessThan(large.length);
  // A reload asks again, and begins nothing anew.
  expect(await takeFolderFile(deps, owner, { name: "large.csv" })).toMatchObject({ id, takenBytes: at.takenBytes });
  await runFolderTaking(deps, { id });
  expect((await stored(deps, id))?.equals(large)).toBe(true);
  expect(await getFolderTaking(deps, owner, { id })).toMatchObject({ isHere: true, takenBytes: large.length });
});

it("says why a file cannot come: changed, gone, or no room; the next try goes on", async () => {
  const { deps, owner, id } = await asked("changing.csv");
  utimesSync(join(dataDir, "import", "changing.csv"), new Date(0), new Date(0));
  await expect(runFolderTaking(deps, { id })).rejects.toMatchObject({ messageKey: "import.folderFileChanged" });
  expect(await getFolderTaking(deps, owner, { id })).toMatchObject({ failure: null });
  await runFolderTaking(deps, { id, isLastTry: true });
  expect((await getFolderTaking(deps, owner, { id })).failure).toEqual({
    messageKey: "import.folderFileChanged",
    params: { name: "changing.csv" },
  });
  const full = await asked("full.csv");
  const storage: typeof deps.storage = {
    ...full.deps.storage,
    put: (key, body, type) =>
      key === `uploads/${full.id}` ? Promise.reject(new AppError("UPSTREAM", "storage.full")) : full.deps.storage.put(key, body, type),
  };
  await runFolderTaking({ ...full.deps, storage }, { id: full.id, isLastTry: true });
  expect(await getFolderTaking(full.deps, full.owner, { id: full.id })).toMatchObject({ failure: { messageKey: "storage.full" } });
  expect(await takeFolderFile(full.deps, full.owner, { name: "full.csv" })).toMatchObject({ failure: null, takenBytes: large.length });
  await runFolderTaking(full.deps, { id: full.id });
  expect((await stored(full.deps, full.id))?.length).toBe(large.length);
});

it("leaves nothing of a file that was stopped, and is nobody else's", async () => {
  const { deps, owner, id } = await asked("stopped.csv");
  const other = actorOf(await aUser(test.db, { role: "MAP_ADMIN" }));
  await expect(getFolderTaking(deps, other, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(stopFolderTaking(deps, other, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  for (const actor of [aStranger(), anActor("USER")]) {
    await expect(getFolderTaking(deps, actor, { id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(stopFolderTaking(deps, actor, { id })).rejects.toMatchObject({ code: "FORBIDDEN" });
  }
  await stopFolderTaking(deps, owner, { id });
  await runFolderTaking(deps, { id });
  const left: string[] = [];
  for await (const { key } of deps.storage.list("upload")) left.push(key);
  expect(left).toEqual([]);
});

it("is for those who may import", async () => {
  for (const actor of [aStranger(), anActor("USER"), anActor("INFLUENCE_ADMIN"), anActor("TEMP")]) {
    await expect(listFolderFiles(setUp(), actor)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(takeFolderFile(setUp(), actor, { name: "Town list (2).CSV" })).rejects.toMatchObject({ code: "FORBIDDEN" });
  }
});
