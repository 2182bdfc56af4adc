import { listLocationsInput, readLocationFilter, startBulkInput } from "@cml/domain/map";
import {
  actorOf,
  aCut,
  aLocation,
  anActor,
  aStranger,
  aUser,
  createTestDb,
  squareAround,
  type TestDb,
  testDeps,
  vancouver,
} from "@cml/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  addResident, addUnits, dismissDuplicate, exportLocations, getBulk, getDuplicateScan, getLocation, getLocationStats, listDuplicates, listFilterChoices, listLocations,
  mergeLocations, moveLocation, removeResident, removeUnit, restoreResident, resumeBulk, restoreUnit, runBulk, runDuplicateScan, startBulk, undoBulk, undoMerge, updateLocation, updateResident,
  updateUnit,
} from "."; // prettier-ignore

let test: TestDb;
beforeAll(async () => void (test = await createTestDb()));
afterAll(() => test.drop());
beforeEach(async () => {
  await test.db.pool.query(`TRUNCATE "Location", "Cut", "Trash", "AuditEntry", "LocationBulk" CASCADE`);
});

const setUp = async () => {
  const deps = testDeps({ db: test.db });
  const user = await aUser(test.db, { role: "MAP_ADMIN", name: "Ana" });
  return { deps, admin: actorOf(user), userId: user.id };
};
const limitedTo = (cutIds: string[]) => anActor("USER", { permissions: { areas: { map: "edit" }, cutIds } });
const storedOnlooker = async () => actorOf(await aUser(test.db, { permissions: { areas: { map: "view" }, cutIds: null } }));
const storedLimitedTo = async (cutIds: string[]) => actorOf(await aUser(test.db, { permissions: { areas: { map: "edit" }, cutIds } }));
const onlooker = () => anActor("USER", { permissions: { areas: { map: "view" }, cutIds: null } });

/** Somebody knocked at this door. */
const visit = async (addressId: string, userId: string, at = "2031-05-01T12:00:00Z") => {
  await test.db.pool.query(
    `INSERT INTO "CanvassVisit" ("id", "addressId", "userId", "outcome", "visitedAt") VALUES (gen_random_uuid(), $1, $2, 'SPOKE_WITH', $3)`,
    [addressId, userId, at],
  );
  await test.db.pool.query(
    `UPDATE "Address" SET "lastVisitedAt" = $2, "lastOutcome" = 'SPOKE_WITH', "supportLevel" = '1' WHERE "id" = $1`,
    [addressId, at],
  );
  await test.db.pool.query(
    `UPDATE "Location" SET "lastVisitedAt" = greatest("lastVisitedAt", $2) WHERE "id" = (SELECT "locationId" FROM "Address" WHERE "id" = $1)`,
    [addressId, at],
  );
};
const count = async (table: string, where = "true"): Promise<number> =>
  Number((await test.db.pool.query<{ count: string }>(`SELECT count(*) FROM "${table}" WHERE ${where}`)).rows[0]?.count);

describe("a building", () => {
  it("is changed field by field, with who did what; a newer save is never written over", async () => {
    const { deps, admin } = await setUp();
    const { locationId: id } = await aLocation(test.db, { text: "12 Alexander St, Vancouver, BC" });
    const seen = await getLocation(deps, admin, id);
    const changed = await updateLocation(deps, admin, {
      id,
      updatedAt: seen.updatedAt,
      address: "14B Rue Sainte-Catherine O",
      municipality: "Montréal",
      province: "Québec",
      buildingType: "MIXED_USE",
      buildingNotes: "Side door",
    });
    expect(changed).toMatchObject({
      address: "14B Rue Sainte-Catherine O",
      municipality: "Montréal",
      province: "QC",
      buildingType: "MIXED_USE",
    });
    expect(changed.history.map(({ field, userName }) => [field, userName])).toContainEqual(["buildingType", "Ana"]);
    const found = await listLocations(
      deps,
      admin,
      listLocationsInput.parse({ filter: { q: "14b ste catherine", municipality: "montreal" } }),
    );
    expect(found.items.map((one) => one.id)).toEqual([id]);
    await expect(updateLocation(deps, admin, { id, updatedAt: seen.updatedAt, buildingNotes: "late" })).rejects.toMatchObject({
      code: "CONFLICT",
      messageKey: "map.location.changedMeanwhile",
    });
    await expect(updateLocation(deps, admin, { id, updatedAt: changed.updatedAt, address: "   12" })).rejects.toMatchObject({ messageKey: "map.location.noStreet" }); // prettier-ignore
    for (const [actor, code] of [
      [onlooker(), "FORBIDDEN"],
      [aStranger(), "FORBIDDEN"],
      [limitedTo([deps.newId()]), "NOT_FOUND"],
    ] as const)
      // prettier-ignore
      await expect(updateLocation(deps, actor, { id, updatedAt: changed.updatedAt, buildingNotes: "x" })).rejects.toMatchObject({ code });
  });

  it("joins and leaves areas where it is dragged to, and its point is a person's word", async () => {
    const { deps, admin } = await setUp();
    const { locationId: id } = await aLocation(test.db);
    const here = await aCut(test.db, { geometry: squareAround(vancouver) });
    const there = await aCut(test.db, { geometry: squareAround({ latitude: 50, longitude: -120 }) });
    const { updatedAt } = await getLocation(deps, admin, id);
    await expect(moveLocation(deps, limitedTo([here]), { id, updatedAt, latitude: 50, longitude: -120 })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const moved = await moveLocation(deps, admin, { id, updatedAt, latitude: 50, longitude: -120 });
    expect(moved.cuts.map((cut) => cut.id)).toEqual([there]);
    expect(moved).toMatchObject({
      geocodeProvider: null,
      geocodeConfidence: null,
      history: [{ action: "MOVED_ON_MAP", userName: "Ana" }, {}],
    });
    expect(await count("Cut", `"addressCount" = 1 AND "id" = '${there}'`)).toBe(1);
    await expect(moveLocation(deps, onlooker(), { id, updatedAt: moved.updatedAt, ...vancouver })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("gets units by a line; the door of the whole house goes when nothing is known of it", async () => {
    const { deps, admin } = await setUp();
    const { locationId } = await aLocation(test.db);
    const cut = await aCut(test.db);
    const units = (location: { addresses: { unitNumber: string | null }[] }) => location.addresses.map(({ unitNumber }) => unitNumber);
    const built = await addUnits(deps, admin, { locationId, units: "101–103, PH1" });
    expect(units(built)).toEqual(["101", "102", "103", "PH1"]);
    expect(built).toMatchObject({ totalUnits: 4, buildingType: "MULTI_UNIT" });
    expect(await count("Cut", `"addressCount" = 4 AND "id" = '${cut}'`)).toBe(1);
    expect(units(await addUnits(deps, admin, { locationId, units: "103, 104" }))).toEqual(["101", "102", "103", "104", "PH1"]);
    await expect(addUnits(deps, admin, { locationId, units: "9-1" })).rejects.toMatchObject({ messageKey: "map.units.badRange" });
    await expect(addUnits(deps, limitedTo([deps.newId()]), { locationId, units: "9" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("loses a door and gets it back with its people; one with visits and the last stay", async () => {
    const { deps, admin, userId } = await setUp();
    const { locationId, addressIds } = await aLocation(test.db, { unitNumbers: ["1", "2"] });
    const [first = "", second = ""] = addressIds;
    await addResident(deps, admin, { addressId: first, isPrimary: true, firstName: "Rosa", phone: "604" });
    await visit(second, userId);
    await expect(removeUnit(deps, admin, { id: second })).rejects.toMatchObject({ messageKey: "map.units.hasVisits" });
    expect((await removeUnit(deps, admin, { id: first })).totalUnits).toBe(1);
    await expect(removeUnit(deps, onlooker(), { id: second })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const back = await restoreUnit(deps, admin, { id: first, locationId });
    expect(back.addresses.find(({ id }) => id === first)).toMatchObject({
      firstName: "Rosa",
      residents: [{ firstName: "Rosa", isPrimary: true }],
    });
    await expect(restoreUnit(deps, admin, { id: first, locationId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("people at a door", () => {
  it("are several, one is who the door names; what they are is nobody's history", async () => {
    const { deps, admin } = await setUp();
    const { locationId, addressIds } = await aLocation(test.db);
    const addressId = addressIds[0] ?? "";
    const door = async () => (await getLocation(deps, admin, locationId)).addresses[0]!;
    const first = await door();
    await updateUnit(deps, admin, { id: addressId, updatedAt: first.updatedAt, firstName: "Imported", supportLevel: "LEVEL_2" });
    await addResident(deps, admin, { addressId, isPrimary: false, firstName: "Noor", email: "noor@example.org", doNotContact: true });
    expect((await door()).residents.map(({ firstName, isPrimary }) => [firstName, isPrimary])).toEqual([["Imported", true], ["Noor", false]]); // prettier-ignore
    const noor = (await door()).residents[1]!;
    await updateResident(deps, admin, { id: noor.id, updatedAt: noor.updatedAt, isPrimary: true, supportLevel: "LEVEL_1" });
    expect(await door()).toMatchObject({ firstName: "Noor", supportLevel: "LEVEL_1", doNotContact: true });
    await removeResident(deps, admin, { id: noor.id });
    expect(await door()).toMatchObject({ firstName: "Imported", supportLevel: "LEVEL_2", doNotContact: false });
    await restoreResident(deps, admin, { id: noor.id });
    expect(await door()).toMatchObject({ firstName: "Noor", residents: [{ firstName: "Noor" }, { firstName: "Imported" }] });
    const { history } = await getLocation(deps, admin, locationId);
    expect(JSON.stringify(history)).not.toMatch(/Noor|Imported/);
    expect(history.map(({ field }) => field)).toEqual(expect.arrayContaining(["unit.firstName", "resident.added", "resident.isPrimary"]));
    for (const actor of [onlooker(), aStranger()])
      await expect(addResident(deps, actor, { addressId, isPrimary: false, firstName: "X" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(updateUnit(deps, admin, { id: addressId, updatedAt: first.updatedAt, notes: "x" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  it("are seen by who may edit the map, in their areas; an onlooker sees the door without them", async () => {
    const { deps, admin } = await setUp();
    const { locationId, addressIds } = await aLocation(test.db);
    const cut = await aCut(test.db);
    await addResident(deps, admin, {
      addressId: addressIds[0] ?? "",
      isPrimary: true,
      firstName: "Rosa",
      notes: "dog",
      supportLevel: "LEVEL_1",
    });
    const texts = async (actor: Parameters<typeof getLocation>[1]) => JSON.stringify(await getLocation(deps, actor, locationId));
    for (const actor of [admin, anActor("SUPER_ADMIN"), limitedTo([cut])]) expect(await texts(actor)).toContain("Rosa");
    const seen = await getLocation(deps, onlooker(), locationId);
    expect(seen).toMatchObject({ hasPeople: false, addresses: [{ supportLevel: "LEVEL_1", firstName: null, residents: [] }] });
    expect(JSON.stringify(seen)).not.toMatch(/Rosa|dog/);
    for (const actor of [anActor("USER"), anActor("TEMP"), anActor("INFLUENCE_ADMIN"), aStranger()])
      await expect(getLocation(deps, actor, locationId)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(getLocation(deps, limitedTo([deps.newId()]), locationId)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("many buildings at once", () => {
  const filterOf = (text: string) => readLocationFilter(Object.fromEntries(new URLSearchParams(text)));

  it("are changed by a filter and put back, but for what somebody changed since", async () => {
    const { deps, admin, userId } = await setUp();
    const ids: string[] = [];
    for (const number of [1, 2, 3]) {
      const { locationId, addressIds } = await aLocation(test.db, { text: `${number} Main St, Toronto, ON` });
      ids.push(locationId);
      await visit(addressIds[0] ?? "", userId);
    }
    const chosen = { filter: filterOf("municipality=Toronto") };
    const input = startBulkInput.parse({
      kind: "edit",
      chosen,
      changes: { municipality: "North York", buildingType: "COMMERCIAL", clearSupport: true },
    });
    const done = await startBulk(deps, admin, input);
    expect(done).toMatchObject({ status: "COMPLETED", total: 3, done: 3, changed: 3 });
    expect(
      (await listLocations(deps, admin, listLocationsInput.parse({ filter: filterOf("municipality=north york&support=none") }))).total,
    ).toBe(3);
    const seen = await getLocation(deps, admin, ids[0] ?? "");
    await updateLocation(deps, admin, { id: seen.id, updatedAt: seen.updatedAt, buildingType: "MULTI_UNIT" });
    await expect(undoBulk(deps, limitedTo([deps.newId()]), { id: done.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await undoBulk(deps, admin, { id: done.id })).toMatchObject({ status: "UNDONE" });
    const after = await Promise.all(ids.map((id) => getLocation(deps, admin, id)));
    expect(after.map(({ municipality, buildingType }) => [municipality, buildingType])).toEqual([
      ["Toronto", "MULTI_UNIT"],
      ["Toronto", "SINGLE_FAMILY"],
      ["Toronto", "SINGLE_FAMILY"],
    ]);
    expect(after.map(({ addresses }) => addresses[0]?.supportLevel)).toEqual(["LEVEL_1", "LEVEL_1", "LEVEL_1"]);
    await expect(undoBulk(deps, admin, { id: done.id })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("are removed and come back whole; one with visits is only taken out of use", async () => {
    const { deps, admin, userId } = await setUp();
    const plain = await aLocation(test.db, { text: "1 Main St, Toronto, ON", unitNumbers: ["1", "2"] });
    const visited = await aLocation(test.db, { text: "2 Main St, Toronto, ON" });
    const cut = await aCut(test.db);
    await addResident(deps, admin, { addressId: plain.addressIds[0] ?? "", isPrimary: true, firstName: "Rosa", supportLevel: "LEVEL_1" });
    await visit(visited.addressIds[0] ?? "", userId);
    const before = await getLocation(deps, admin, plain.locationId);
    const input = startBulkInput.parse({ kind: "remove", chosen: { ids: [plain.locationId, visited.locationId] } });
    const done = await startBulk(deps, admin, input);
    expect(done).toMatchObject({ changed: 1, archived: 1 });
    expect(await count("Resident")).toBe(0);
    expect((await listLocations(deps, admin, listLocationsInput.parse({}))).items).toEqual([]);
    expect(await getLocationStats(deps, admin)).toMatchObject({ locations: 0, addresses: 0 });
    await undoBulk(deps, admin, { id: done.id });
    const { history: _was, ...stood } = before;
    const { history: _is, ...stands } = await getLocation(deps, admin, plain.locationId);
    expect(stands).toEqual(stood);
    expect(await getLocationStats(deps, admin)).toMatchObject({ locations: 2, addresses: 3, support1: 2 });
    expect(await count("Cut", `"addressCount" = 3 AND "id" = '${cut}'`)).toBe(1);
    expect(await count("Trash", `"snapshot" <> '{}'`)).toBe(0);
  });

  it("beyond some hundreds are a job that goes on where it stopped", async () => {
    const { deps, admin } = await setUp();
    await test.db.pool.query(`
      INSERT INTO "Location" ("id", "latitude", "longitude", "address", "mapCell", "searchKey", "streetKey", "civicNumber", "streetName", "municipality", "province", "updatedAt")
      SELECT gen_random_uuid(), 49, -123, n || ' Long St', 0, n || '|long|st||vancouver|bc', 'long|vancouver|bc', n, 'Long', 'Vancouver', 'BC', now()
      FROM generate_series(1, 1200) n`);
    const input = startBulkInput.parse({ kind: "edit", chosen: { filter: {} }, changes: { buildingUse: 2 } });
    const queued = await startBulk(deps, admin, input);
    expect(queued).toMatchObject({ status: "QUEUED", total: 1200, done: 0 });
    await expect(undoBulk(deps, admin, { id: queued.id })).rejects.toMatchObject({ code: "CONFLICT" });
    const forth = { id: queued.id, way: "forth", isLastTry: false } as const;
    await Promise.all([runBulk(deps, forth), runBulk(deps, forth)]);
    expect(await count("Location", `"buildingUse" = 2`)).toBe(1200);
    expect(await count("LocationHistory", `"field" = 'buildingUse'`)).toBe(1200);
    await undoBulk(deps, admin, { id: queued.id });
    await runBulk(deps, { id: queued.id, way: "back", isLastTry: false });
    expect(await count("Location", `"buildingUse" IS NULL`)).toBe(1200);
    for (const actor of [onlooker(), aStranger()]) await expect(startBulk(deps, actor, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(startBulk(deps, limitedTo([deps.newId()]), input)).rejects.toMatchObject({ messageKey: "map.bulk.none" });
  });
});

it("says where a change of many broke off; it goes on from there or is taken back", async () => {
  const { deps, admin } = await setUp();
  await test.db.pool.query(`
    INSERT INTO "Location" ("id", "latitude", "longitude", "address", "mapCell", "civicNumber", "streetName", "updatedAt")
    SELECT ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 49, -123, n || ' Long St', 0, n, 'Long', now() FROM generate_series(1, 1200) n;
    CREATE FUNCTION "refuse_700"() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN IF NEW."civicNumber" = 700 THEN RAISE ''full disk''; END IF; RETURN NEW; END';
    CREATE TRIGGER "refuse_700" BEFORE UPDATE ON "Location" FOR EACH ROW EXECUTE FUNCTION "refuse_700"();`);
  const changes = { buildingUse: 2 };
  const begin = () => startBulk(deps, admin, startBulkInput.parse({ kind: "edit", chosen: { filter: {} }, changes }));
  const { id } = await begin();
  await expect(runBulk(deps, { id, way: "forth", isLastTry: false })).rejects.toThrow("full disk");
  expect(await getBulk(deps, admin, { id })).toMatchObject({ status: "RUNNING", done: 500 });
  await expect(runBulk(deps, { id, way: "forth", isLastTry: true })).rejects.toThrow("full disk");
  expect(await getBulk(deps, admin, { id })).toMatchObject({ status: "FAILED", done: 500, changed: 500, isUndoing: false });
  await expect(resumeBulk(deps, limitedTo([deps.newId()]), { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  for (const actor of [onlooker(), aStranger()]) await expect(resumeBulk(deps, actor, { id })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await undoBulk(deps, admin, { id });
  await runBulk(deps, { id, way: "back", isLastTry: true });
  expect(await getBulk(deps, admin, { id })).toMatchObject({ status: "UNDONE" });
  expect(await count("Location", `"buildingUse" = 2`)).toBe(0);

  const again = await begin();
  await expect(runBulk(deps, { id: again.id, way: "forth", isLastTry: true })).rejects.toThrow("full disk");
  await test.db.pool.query(`DROP TRIGGER "refuse_700" ON "Location"; DROP FUNCTION "refuse_700"()`);
  expect(await resumeBulk(deps, admin, { id: again.id })).toMatchObject({ status: "RUNNING" });
  await expect(resumeBulk(deps, admin, { id: again.id })).rejects.toMatchObject({ messageKey: "map.bulk.notBroken" });
  await runBulk(deps, { id: again.id, way: "forth", isLastTry: true });
  expect(await getBulk(deps, admin, { id: again.id })).toMatchObject({ status: "COMPLETED", done: 1200, changed: 1200 });
});

describe("buildings entered twice", () => {
  it("are found by spelling and by place, merged without losing anything, and parted again", async () => {
    const { deps, admin, userId } = await setUp();
    const one = await aLocation(test.db, { text: "12 Alexander St, Vancouver, BC", unitNumbers: ["1", "2"] });
    const two = await aLocation(test.db, {
      text: "12 Alexandr Ave, Vancouver, BC",
      unitNumbers: ["2", "3"],
      latitude: vancouver.latitude + 0.0002,
    });
    await aLocation(test.db, { text: "12 Cordova St, Vancouver, BC", latitude: vancouver.latitude + 0.0001 });
    const far = await aLocation(test.db, { text: "12 Alexander St, Vancouver, BC", latitude: 49.4 });
    await runDuplicateScan(deps);
    expect(await getDuplicateScan(deps, admin)).toMatchObject({ status: "COMPLETED", found: 2 });
    const { items } = await listDuplicates(deps, admin, { page: 1, pageSize: 10 });
    expect(items.map(({ reason, first, second }) => [reason, [first.id, second.id].sort()])).toEqual([
      ["spelling", [one.locationId, two.locationId].sort()],
      ["apart", [one.locationId, far.locationId].sort()],
    ]);
    await dismissDuplicate(deps, admin, { id: items[1]!.id, isDismissed: true });
    await runDuplicateScan(deps);
    expect(await getDuplicateScan(deps, admin)).toMatchObject({ status: "COMPLETED", found: 2 });
    expect((await listDuplicates(deps, admin, { page: 1, pageSize: 10 })).total).toBe(1);

    await addResident(deps, admin, { addressId: one.addressIds[1]!, isPrimary: true, firstName: "Rosa" });
    await addResident(deps, admin, { addressId: two.addressIds[0]!, isPrimary: true, firstName: "Noor" });
    await visit(two.addressIds[0]!, userId);
    await visit(two.addressIds[1]!, userId);
    const before = await getLocation(deps, admin, two.locationId);
    const { undoId, location } = await mergeLocations(deps, admin, { keepId: one.locationId, mergeId: two.locationId });
    expect(location.addresses.map(({ unitNumber, residents }) => [unitNumber, residents.map(({ firstName }) => firstName)])).toEqual([
      ["1", []],
      ["2", ["Rosa", "Noor"]],
      ["3", []],
    ]);
    expect(location).toMatchObject({
      totalUnits: 3,
      visitedUnits: 2,
    });
    expect(location.history.find(({ action }) => action === "MERGED")).toMatchObject({ oldValue: "12 Alexandr Ave", userName: "Ana" });
    expect(await count("CanvassVisit")).toBe(2);
    await expect(undoMerge(deps, onlooker(), { keepId: one.locationId, undoId })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await undoMerge(deps, admin, { keepId: one.locationId, undoId });
    const { history: _was, ...stood } = before;
    const { history: _is, ...stands } = await getLocation(deps, admin, two.locationId);
    expect(stands).toEqual(stood);
    expect((await getLocation(deps, admin, one.locationId)).addresses.map(({ unitNumber, lastVisitedAt }) => [unitNumber, lastVisitedAt])).toEqual([["1", null], ["2", null]]); // prettier-ignore
    for (const actor of [onlooker(), aStranger()])
      await expect(mergeLocations(deps, actor, { keepId: one.locationId, mergeId: far.locationId })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    await expect(listDuplicates(deps, limitedTo([deps.newId()]), { page: 1, pageSize: 10 })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("exports", () => {
  const taken = async (pieces: AsyncGenerator<string>) => {
    let text = "";
    for await (const piece of pieces) text += piece;
    return text;
  };

  it("hold the doors of a filter, people only for who may see them, and are written down", async () => {
    const { deps, admin } = await setUp();
    const { addressIds } = await aLocation(test.db, { text: "1 Main St, Toronto, ON", unitNumbers: ["1", "2"] });
    await aLocation(test.db, { text: "1 Main St, Vancouver, BC" });
    await addResident(deps, admin, { addressId: addressIds[0]!, isPrimary: true, firstName: "=Rosa" });
    const filter = readLocationFilter({ municipality: "toronto" });
    const csv = await taken(exportLocations(deps, admin, { filter, format: "csv" }));
    expect(csv.trim().split("\r\n")).toHaveLength(3);
    expect(csv).toContain("'=Rosa");
    const geojson = JSON.parse(await taken(exportLocations(deps, await storedOnlooker(), { filter, format: "geojson" }))) as {
      features: unknown[];
    };
    expect(geojson.features).toMatchObject([
      { geometry: { type: "Point" }, properties: { address: "1 Main St", units: [{ unit: "1" }, { unit: "2" }] } },
    ]);
    expect(JSON.stringify(geojson)).not.toContain("Rosa");
    const { rows } = await test.db.pool.query(
      `SELECT "actorUserId", "facts" FROM "AuditEntry" WHERE "action" = 'location.export' ORDER BY "at", "id"`,
    );
    expect(rows).toMatchObject([
      { facts: { filter: "municipality=toronto", format: "csv", people: true, rows: 2, buildings: 1, isWhole: true } },
      { facts: { format: "geojson", people: false, rows: 2 } },
    ]);
    for (const actor of [anActor("USER"), aStranger()])
      await expect(taken(exportLocations(deps, actor, { filter, format: "csv" }))).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await taken(exportLocations(deps, await storedLimitedTo([deps.newId()]), { filter, format: "csv" }))).not.toContain("Main");
  });
});

it("walks every order of the table page by page, both ways, under every filter", async () => {
  const { deps, admin, userId } = await setUp();
  for (let number = 1; number <= 7; number += 1) {
    const { locationId, addressIds } = await aLocation(test.db, { text: `${number} ${number % 2 ? "Main" : "Oak"} St, Toronto, ON` });
    await test.db.pool.query(`UPDATE "Location" SET "geocodeConfidence" = $2, "totalUnits" = $3 WHERE "id" = $1`, [
      locationId,
      number % 3 === 0 ? null : number * 10,
      number % 4,
    ]);
    if (number > 4) await visit(addressIds[0]!, userId, `2031-05-0${number}T00:00:00Z`);
  }
  for (const filter of [{}, { municipality: "Toronto" }, { q: "toronto" }, { visited: "no" }, { band: ["low", "none"] }])
    for (const sort of ["address", "units", "visited", "confidence", "created"] as const)
      for (const descending of [false, true]) {
        const ask = (given: object) =>
          listLocations(deps, admin, listLocationsInput.parse({ filter, sort, descending, pageSize: 2, ...given }));
        const seen: string[] = [];
        let page = await ask({});
        const { total } = page;
        for (;;) {
          seen.push(...page.items.map(({ id }) => id));
          if (page.next === null) break;
          const next = await ask({ after: page.next });
          const back = await ask({ after: next.previous, backwards: true });
          expect(back.items.map(({ id }) => id)).toEqual(page.items.map(({ id }) => id));
          page = next;
        }
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen.length).toBe(total);
      }
  const towns = await listFilterChoices(deps, admin);
  expect(towns).toEqual({ municipalities: ["Toronto"], districts: [] });
  await expect(listFilterChoices(deps, aStranger())).rejects.toMatchObject({ code: "FORBIDDEN" });
});
