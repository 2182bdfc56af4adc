import path from "node:path";
import { fileURLToPath } from "node:url";
import { makeNar } from "@cml/scripts/make-nar";
import { boundariesPath, vancouverAddressesPath } from "@cml/testing";
import { describe, expect, it, vi } from "vitest";
import { testShell } from "../test/test-shell";

const wardsPath = fileURLToPath(new URL("../../../tooling/fixtures/wards/edmonton_wards.geojson.gz", import.meta.url));

const { cm, file: fileOf, database, folder } = testShell();

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
    const file = fileOf("liste.csv", "Rue;Nord;Ouest\n10 rue Principale, Gatineau, QC;45,45;-75,7\n;1;2\n");
    const run = await cm("import", "addresses", file, "--source", "gatineau", "--columns", "address=Rue,latitude=Nord,longitude=Ouest");
    expect(run.out).toContain("2 rows read: 1 new, 0 changed, 0 the same, 1 rejected.");
    expect(run.exitCode).toBe(0);
  });

  it("says in one sentence why it failed, with exit code 1", async () => {
    const missing = await cm("import", "addresses", "/no/such/file.csv", "--json");
    expect(missing).toMatchObject({ exitCode: 1, err: "/no/such/file.csv cannot be read.\n" });
    const empty = fileOf("empty.csv", "");
    const run = await cm("import", "addresses", empty, "--json");
    expect(run).toMatchObject({ exitCode: 1, err: "The file is empty.\n" });
    expect(run.json()).toEqual({ error: "The file is empty." });
  });

  it("imports the part of the register that is asked for, compares, and takes it back", async () => {
    const { files } = await makeNar({ rows: 400, out: path.join(folder(), "register"), city: ["ottawa", "gatineau"], zip: true });
    const compared = await cm("import", "nar", ...files, "--province", "qc", "--compare", "--json");
    expect(compared).toMatchObject({ exitCode: 0, err: "" });
    expect(compared.json()).toMatchObject({ read: 200, changed: 0, same: 0, comparison: true });
    const before = await database().db.prisma.location.count();
    const first = await cm("import", "nar", ...files, "--province", "QC", "--municipality", "Gatineau,Hull", "--json");
    const counts = first.json();
    expect(counts).toEqual({
      read: 200,
      created: expect.any(Number),
      changed: 0,
      same: 0,
      rejected: expect.any(Number),
      importId: expect.any(String),
    });
    expect(Number(counts["created"]) + Number(counts["rejected"])).toBe(200);
    const undone = await cm("import", "undo", String(counts["importId"]), "--json");
    expect(undone.json()).toMatchObject({ undone: "nar", removed: counts["created"], kept: 0 });
    expect(await database().db.prisma.location.count()).toBe(before);
    const elsewhere = await cm("import", "nar", ...files, "--district", "Atlantis");
    expect(elsewhere).toMatchObject({ exitCode: 1, err: "“Atlantis” is not a federal riding.\n" });
  });

  it("imports districts, twice without a change, and takes them back", async () => {
    const bring = () =>
      cm("import", "boundaries", wardsPath, "--set", "edmonton-wards", "--from", "2021-10-18", "--source", "City of Edmonton", "--json");
    const first = await bring();
    expect(first).toMatchObject({ exitCode: 0, err: "" });
    expect(first.json()).toEqual({ read: 12, created: 12, changed: 0, same: 0, rejected: 0, importId: expect.any(String) });
    const again = await bring();
    expect(again.json()).toMatchObject({ read: 12, created: 0, changed: 0, same: 12, rejected: 0 });
    const importId = String(first.json()["importId"]);
    expect((await cm("import", "undo", importId, "--json")).json()).toEqual({ undone: "boundaries", importId });
    expect(await database().db.prisma.boundary.count()).toBe(0);
    const twice = await cm("import", "undo", importId, "--json");
    expect(twice.exitCode).toBe(1);
    expect(twice.err).toMatch(/^[A-Z].*\.\n$/);
  });

  it("imports who sits on a council, twice without a change, names a bad row, and takes them back", async () => {
    const people =
      "Council,Office,Name,Boundary set,District id,District,E-mail\nedmonton-city-council,Mayor,Avery Mockridge,,,Edmonton,avery@example.org\n" +
      "edmonton-city-council,Councillor,Béa Côté,edmonton-wards,o-day-min,O-day'min,bea@example.org\n";
    const file = fileOf("council.csv", people);
    const bring = () => cm("import", "representatives", file, "--council", "Edmonton City Council", "--json");
    const first = await bring();
    expect(first).toMatchObject({ exitCode: 0, err: "" });
    expect(first.json()).toEqual({ read: 2, created: 2, changed: 0, same: 0, rejected: 0, removed: 0, importId: expect.any(String) });
    expect((await bring()).json()).toMatchObject({ created: 0, changed: 0, same: 2, rejected: 0 });
    fileOf("council.csv", `${people}edmonton-city-council,Councillor,No Way,edmonton-wards,x,X,not an address\n`);
    const bad = await bring();
    expect(bad.exitCode).toBe(0);
    expect(bad.err).toContain("not an address");
    expect(bad.json()).toMatchObject({ read: 3, same: 2, rejected: 1 });
    const importId = String(first.json()["importId"]);
    expect((await cm("import", "undo", importId, "--json")).json()).toEqual({ undone: "representatives", importId });
    expect(await database().db.prisma.officeHolder.count()).toBe(0);
  });

  it.each([
    ["boundaries", ["--set", "wards"]],
    ["representatives", []],
  ])("refuses a file that holds no %s in one plain sentence, with exit code 1", async (kind, options) => {
    const file = fileOf("broken.geojson", "PK\u0003\u0004 not really");
    for (const named of [file, "/no/such/file.geojson"]) {
      const run = await cm("import", kind, named, ...options, "--json");
      expect(run.exitCode).toBe(1);
      expect(run.err).toMatch(/^\S[^{}]*\.\n$/);
      expect(run.err.trimEnd()).not.toContain("\n");
    }
    expect(await database().db.prisma.boundary.count()).toBe(0);
  });

  it.each([
    ["no file", ["import", "addresses"]],
    ["neither files nor --remote", ["import", "nar"]],
    ["a postal code that is too long", ["import", "nar", "x.zip", "--postal-code", "N4K 1Z3 X"]],
    ["a set of districts with a space", ["import", "boundaries", "x", "--set", "a b"]],
    ["a day that is none", ["import", "boundaries", "x", "--set", "wards", "--from", "soon"]],
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

describe("cm worker create", () => {
  it("prints a token once and refuses a name that is taken", async () => {
    const made = await cm("worker", "create", "box-1", "--json");
    expect(made).toMatchObject({ exitCode: 0, err: "" });
    expect(made.json()).toMatchObject({ name: "box-1", token: expect.stringMatching(/^\S{16,}$/) });
    const again = await cm("worker", "create", "box-1", "--json");
    expect(again).toMatchObject({ exitCode: 1, err: "A worker has this name already.\n" });
  });
});

describe("cm demo remove", () => {
  it("takes nothing away where there is no demo", async () => {
    const run = await cm("demo", "remove", "--json");
    expect(run).toMatchObject({ exitCode: 0, err: "" });
    expect(run.json()).toEqual({ removed: false });
    expect((await cm("demo", "remove")).out).toBe("There is no demo here.\n");
  });
});

describe("cm doctor", () => {
  it("asks every part", async () => {
    const { exitCode, json } = await cm("doctor", "--json");
    const { ok, findings } = json() as { ok: boolean; findings: { check: string; ok: boolean; facts?: object }[] };
    expect(findings.filter((finding) => !finding.ok)).toEqual([]);
    expect(findings.map(({ check }) => check).sort()).toEqual(
      ["clock", "database", "dataFolder", "ffprobe", "files", "mail", "queues", "storage"].sort(),
    );
    expect({ ok, exitCode }).toEqual({ ok: true, exitCode: 0 });
  });

  it("fails in words when something is not there", async () => {
    vi.stubEnv("FFPROBE_PATH", "/no/such/ffprobe");
    const { exitCode, out } = await cm("doctor");
    vi.stubEnv("FFPROBE_PATH", undefined);
    expect(out).toContain("✗ ffprobe");
    expect(exitCode).toBe(1);
  });
});
