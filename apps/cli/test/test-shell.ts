import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createTestDb, type TestDb } from "@cml/testing";
import { afterAll, beforeAll, vi } from "vitest";
import { createProgram } from "../src/program";

export type Ran = {
  exitCode: number;
  out: string;
  err: string;
  /** The last line of output, as `--json` writes it. */
  json: () => Record<string, unknown>;
};

/** `cm` on a database and a data folder of this test file's own; both are there while its tests run. */
export const testShell = () => {
  let test: TestDb;
  let folder: string;
  beforeAll(async () => {
    test = await createTestDb();
    folder = mkdtempSync(path.join(tmpdir(), "cm-"));
    vi.stubEnv("DATABASE_URL", test.url);
    vi.stubEnv("APP_SECRET", "a secret that only this test knows, at least 32 signs");
    vi.stubEnv("DATA_DIR", folder);
    vi.stubEnv("NODE_ENV", "test");
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
    await test.drop();
  });

  const cm = async (...words: string[]): Promise<Ran> => {
    const written = { out: "", err: "" };
    const stdout = { write: (text: string) => (written.out += text) };
    const stderr = { write: (text: string) => (written.err += text) };
    const exitCode = await createProgram({ stdout, stderr, isTerminal: false }).run(words);
    return { exitCode, ...written, json: () => JSON.parse(written.out.trimEnd().split("\n").at(-1) ?? "") as Record<string, unknown> };
  };
  /** A file to hand to `cm`; gives where it lies. */
  const file = (name: string, bytes: string | Buffer): string => {
    const full = path.join(folder, name);
    writeFileSync(full, bytes);
    return full;
  };
  return { cm, file, database: () => test, folder: () => folder };
};
