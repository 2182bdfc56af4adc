import { describe, expect, it } from "vitest";
import { testShell } from "../test/test-shell";

const { cm, file: fileOf, database } = testShell();

const list = "Nom,Prénom,Où,Code\nTremblay,Marie,12 Oak St,17\n";

describe("cm import people", () => {
  it("saves how a list is read under a name, lists it, and reads the next one by it", async () => {
    expect((await cm("import", "presets")).out).toBe("No preset has been saved yet.\n");
    const unknown = await cm("import", "people", fileOf("a.csv", list), "--preset", "Riding list");
    expect(unknown).toMatchObject({ exitCode: 1, err: "There is no preset “Riding list”; none has been saved yet.\n" });
    const columns = "lastName=Nom,firstName=Prénom,address=Où,externalId=Code";
    const named = ["--source", "riding", "--columns", columns, "--save-preset", "Riding list"];
    const first = await cm("import", "people", fileOf("first.csv", list), ...named, "--json");
    expect(first).toMatchObject({ exitCode: 0 });
    expect(first.json()).toMatchObject({ read: 1, rejected: 1 });
    const shown = await cm("import", "presets", "--kind", "people");
    expect(shown.out).toBe("people  Riding list  (address=Où, lastName=Nom, firstName=Prénom, externalId=Code)\n");
    const options = { source: "riding", people: { preset: null, mapping: { lastName: "Nom", externalId: "Code" } } };
    expect((await cm("import", "presets", "--json")).json()).toMatchObject({ presets: [{ kind: "people", name: "Riding list", options }] });
    const again = await cm("import", "people", fileOf("next.csv", list), "--preset", "riding LIST", "--json");
    expect(again.json()).toMatchObject({ read: 1, created: 0, same: 0, rejected: 1 });
    const runs = await database().db.prisma.importRun.findMany({ orderBy: { createdAt: "asc" } });
    expect(runs.map(({ options: kept }) => kept)).toMatchObject([options, options]);
    // The wizard offers it for a file with the same columns.
    expect(await database().db.prisma.importPreset.findFirstOrThrow()).toMatchObject({ headers: "CODE|NOM|OU|PRENOM" });
    const wrong = await cm("import", "people", fileOf("b.csv", list), "--preset", "Ward list");
    expect(wrong.err).toBe("There is no preset “Ward list”. There are: Riding list.\n");
  });

  it("does not take the name of a built-in one", async () => {
    const run = await cm("import", "people", fileOf("c.csv", list), "--save-preset", "van");
    expect(run.exitCode).not.toBe(0);
    expect(run.err).toContain("is none of van, nationbuilder, actionnetwork, plain");
  });
});
