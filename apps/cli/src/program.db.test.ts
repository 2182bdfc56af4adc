import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { boundariesPath, createTestDb, type TestDb, vancouverAddressesPath } from "@cml/testing";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createProgram } from "./program";

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

const cm = async (...words: string[]) => {
  const written = { out: "", err: "" };
  const stdout = { write: (text: string) => (written.out += text) };
  const stderr = { write: (text: string) => (written.err += text) };
  const exitCode = await createProgram({ stdout, stderr, isTerminal: false }).run(words);
  return { exitCode, ...written, json: () => JSON.parse(written.out.trimEnd().split("\n").at(-1)!) as Record<string, unknown> };
};

describe("cm import", () => {
  it("imports neighbourhoods and addresses and ends with one line of JSON", async () => {
    const cuts = await cm("import", "cuts", boundariesPath("vancouver"), "--source", "vancouver", "--json");
    expect(cuts.err).toBe("");
    expect(cuts.json()).toMatchObject({ read: 23, created: 23, changed: 0, same: 0, rejected: 0 });
    const addresses = await cm("import", "addresses", vancouverAddressesPath, "--source", "vancouver", "--json");
    expect(addresses.exitCode).toBe(0);
    expect(addresses.json()).toEqual({ read: 29_348, created: 29_348, changed: 0, same: 0, rejected: 0, importId: expect.any(String) });
    const again = await cm("import", "addresses", vancouverAddressesPath, "--source", "vancouver", "--json");
    expect(again.json()).toMatchObject({ created: 0, changed: 0, same: 29_348 });
  });

  it("reads columns it is told", async () => {
    const file = path.join(folder, "liste.csv");
    writeFileSync(file, "Rue;Nord;Ouest\n10 rue Principale, Gatineau, QC;45,45;-75,7\n;1;2\n");
    const run = await cm("import", "addresses", file, "--source", "gatineau", "--columns", "address=Rue,latitude=Nord,longitude=Ouest");
    expect(run.out).toContain("2 rows read: 1 new, 0 changed, 0 the same, 1 rejected.");
    expect(run.exitCode).toBe(0);
  });

  it("says in one sentence why it failed, with exit code 1", async () => {
    const missing = await cm("import", "addresses", "/no/such/file.csv", "--json");
    expect(missing).toMatchObject({ exitCode: 1, err: "/no/such/file.csv cannot be read.\n" });
    const empty = path.join(folder, "empty.csv");
    writeFileSync(empty, "");
    const run = await cm("import", "addresses", empty, "--json");
    expect(run).toMatchObject({ exitCode: 1, err: "The file is empty.\n" });
    expect(run.json()).toMatchObject({ read: 0, error: "The file is empty." });
  });

  it.each([
    ["no file", ["import", "addresses"]],
    ["no source", ["import", "cuts", "x"]],
    ["a command nobody wrote", ["restore"]],
    ["a source with a slash", ["import", "cuts", "x", "--source", "a/b"]],
  ])("answers %s with exit code 2", async (_name, words) => {
    const { exitCode, err } = await cm(...words);
    expect(exitCode).toBe(2);
    expect(err).not.toBe("");
  });
});

describe("cm user create", () => {
  it("makes an account whose password is shown once", async () => {
    const made = await cm("user", "create", "--email", "Sam@Example.org", "--name", "Sam", "--role", "MAP_ADMIN", "--json");
    expect(made.err).toBe("");
    expect(made.json()).toMatchObject({ email: "sam@example.org", role: "MAP_ADMIN", password: expect.stringMatching(/^.{12,72}$/) });
    const again = await cm("user", "create", "--email", "sam@example.org", "--name", "Sam");
    expect(again.exitCode).toBe(1);
  });
});

it("cm doctor asks every part", async () => {
  const { exitCode, json } = await cm("doctor", "--json");
  expect(json()).toMatchObject({ ok: true, findings: expect.arrayContaining([{ check: "database", ok: true, detail: "" }]) });
  expect(exitCode).toBe(0);
});
