import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemActor } from "@cml/domain/kernel";
import { createImportInput } from "@cml/domain/map";
import { actorOf, anActor, aStranger, aUser, createTestDb, testConfig, type TestDb, testDeps } from "@cml/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createImport } from "./create-import";
import { listFolderFiles, takeFolderFile } from "./folder-files";
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
  const { uploadKey } = await takeFolderFile(deps, owner, { name: "Town list (2).CSV" });
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

it("is for those who may import", async () => {
  for (const actor of [aStranger(), anActor("USER"), anActor("INFLUENCE_ADMIN"), anActor("TEMP")]) {
    await expect(listFolderFiles(setUp(), actor)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(takeFolderFile(setUp(), actor, { name: "Town list (2).CSV" })).rejects.toMatchObject({ code: "FORBIDDEN" });
  }
});
