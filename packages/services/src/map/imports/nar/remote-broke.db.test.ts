import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError, systemActor } from "@cml/domain/kernel";
import { createNarImportInput } from "@cml/domain/map";
import { makeNar } from "@cml/scripts/make-nar";
import { createTestDb, type TestDb, testDeps } from "@cml/testing";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { resumeImport } from "../resume-import";
import { runImport } from "../run-import";
import { createNarImport } from "./create-nar-import";
import { inspectNar } from "./inspect-nar";

// The pauses between tries are a minute together, which nobody has to wait for here.
vi.mock("node:timers/promises", () => ({ setTimeout: async () => undefined }));

let test: TestDb;
const folder = mkdtempSync(join(tmpdir(), "broke-"));
beforeAll(async () => void (test = await createTestDb()));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await test.drop();
});

it("a line that breaks and stays so ends the run in words, and the run goes on with what it has once the line is back", async () => {
  const url = "https://register.example/202606.zip";
  const deps = testDeps({ db: test.db });
  const system = systemActor();
  await test.db.prisma.mapSettings.upsert({
    where: { id: "default" },
    create: { id: "default", registerUrl: url },
    update: { registerUrl: url },
  });
  const { files } = await makeNar({ rows: 2_000, out: folder, city: ["gatineau"], zip: true });
  deps.fetchRange.files.set(url, { bytes: await readFile(files[0] ?? ""), version: '"june"' });
  const { id } = await createNarImport(deps, system, createNarImportInput.parse({ source: { kind: "remote" }, filter: {} }));
  const broken = new AppError("UPSTREAM", "fetch.unreachable");
  deps.fetchRange.failures.push(...Array.from({ length: 6 }, () => broken));
  expect(await runImport(deps, system, { importId: id })).toMatchObject({ status: "FAILED", error: { messageKey: "import.remoteBroke" } });
  await resumeImport(deps, system, { importId: id });
  const done = await runImport(deps, system, { importId: id });
  expect(done).toMatchObject({ status: "COMPLETED", counts: { read: 2_000 } });
  // Somebody in the browser is told at once instead.
  deps.fetchRange.failures.push(broken);
  await expect(inspectNar(deps, system, { kind: "remote" })).rejects.toMatchObject({ messageKey: "fetch.unreachable" });
});
