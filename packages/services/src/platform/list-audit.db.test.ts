import { noFilter } from "@cml/domain/map";
import { type ListAuditInput, listAuditInput } from "@cml/domain/platform";
import { actorOf, anActor, aStranger, aUser, createTestDb, testDeps, type TestDb } from "@cml/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { exportLocations } from "../map/locations/export-locations";
import { listAudit } from "./list-audit";

let database: TestDb;
beforeEach(async () => {
  database = await createTestDb();
});
afterEach(() => database.drop());
const asked = (given: Partial<ListAuditInput> = {}) => listAuditInput.parse(given);

describe("the record", () => {
  it("says who took which buildings, by which filter and how many rows", async () => {
    const deps = testDeps({ db: database.db });
    const ana = actorOf(await aUser(database.db, { role: "MAP_ADMIN", name: "Ana Reyes" }));
    let text = "";
    for await (const piece of exportLocations(deps, ana, { filter: { ...noFilter, municipality: "Elora" }, format: "csv" })) text += piece;
    expect(text).not.toBe("");
    const { items, total } = await listAudit(deps, anActor("SUPER_ADMIN"), asked({ kind: "export", search: "reyes" }));
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({
      ...{ actorKind: "user", actorName: "Ana Reyes", action: "location.export" },
      facts: { filter: "municipality=Elora", format: "csv", people: true, rows: 0, isWhole: true },
    });
    expect((await listAudit(deps, anActor("SUPER_ADMIN"), asked({ kind: "settings" }))).total).toBe(0);
    expect((await listAudit(deps, anActor("SUPER_ADMIN"), asked({ action: "location.export" }))).total).toBe(1);
    expect((await listAudit(deps, anActor("SUPER_ADMIN"), asked({ action: "location.merge" }))).total).toBe(0);
  });

  it("is for nobody but those who run the house", async () => {
    const deps = testDeps({ db: database.db });
    for (const actor of [anActor("MAP_ADMIN"), anActor("INFLUENCE_ADMIN"), anActor("USER"), anActor("TEMP"), aStranger()])
      await expect(listAudit(deps, actor, asked())).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("may be read whole, and refuses a deed nobody knows", () => {
    expect(asked({ search: "  ", kind: null, action: null }).search).toBe("");
    expect(listAuditInput.safeParse({ action: "location.steal" }).success).toBe(false);
  });
});
