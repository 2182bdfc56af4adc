import { rememberStreetsIn } from "@cml/db/map";
import { systemActor } from "@cml/domain/kernel";
import {
  createImportInput,
  type FieldRule,
  listUnmatchedInput,
  previewImportInput,
  savePresetInput,
  mapCellOf,
  parseStreetLine,
  type PeoplePreset,
  searchKeyOf,
  streetOf,
} from "@cml/domain/map";
import { anActor, anUpload, aStranger, aUser, createTestDb, type TestDb, testDeps } from "@cml/testing";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { suppressionHashOf } from "../../../influence/campaign-emails/receipt-tokens";
import { listUnmatched, resolveUnmatched, undoUnmatched } from "../../unmatched";
import { createImport } from "../create-import";
import { listImportPresets, saveImportPreset } from "../presets";
import { previewImport } from "../preview-import";
import { runImport } from "../run-import";
import { runUndo } from "../run-undo";
import { streamRejectedRows } from "../stream-rejected-rows";
import { requestUndo } from "../undo-import";

let test: TestDb;
beforeAll(async () => void (test = await createTestDb()));
afterAll(() => test.drop());

const doors = new Map<string, string>();
const house = async (line: string, units: (string | null)[] = [null]): Promise<void> => {
  const { unitNumber: _unit, ...parts } = parseStreetLine(line)!.parts;
  const full = { ...parts, municipality: "GUELPH", province: "ON", municipalityFr: null, censusSubdivision: null };
  const street = streetOf(full);
  await rememberStreetsIn(test.db, [street]);
  const point = { latitude: 43.54 + doors.size / 1000, longitude: -80.25 };
  const addresses = units.map((unitNumber) => ({ id: newId(), unitNumber }));
  await test.db.prisma.location.create({
    data: {
      ...full, ...point, id: newId(), address: line, searchKey: searchKeyOf(full), streetKey: street.key, mapCell: mapCellOf(point),
      postalCode: "N1H2T8", totalUnits: units.length, addresses: { create: addresses },
    },
  }); // prettier-ignore
  for (const { id, unitNumber } of addresses) doors.set(unitNumber === null ? line : `${unitNumber}-${line}`, id);
};

beforeEach(async () => {
  await test.db.pool.query(`TRUNCATE "Location", "ImportRun", "Suppression" CASCADE`);
  doors.clear();
  await house("12 OAK ST");
  await house("14 OAK ST");
  await house("40 ELM AVE", ["1", "2"]);
});

const setUp = () => testDeps({ db: test.db });
type Wish = { preset?: PeoplePreset; overwrite?: FieldRule[]; isComparison?: boolean };
const importList = async (text: string, { preset, overwrite = [], isComparison = false }: Wish = {}) => {
  const deps = setUp();
  const owner = anActor("MAP_ADMIN", { userId: (await aUser(test.db, { role: "MAP_ADMIN" })).id });
  const uploadKey = await anUpload(deps.storage, { actor: owner, bytes: text });
  const people = { preset: preset ?? null, mapping: null };
  const input = createImportInput.parse({
    kind: "people",
    uploadKey,
    fileName: "people.csv",
    source: "list",
    people,
    overwrite,
    isComparison,
  });
  const run = await createImport(deps, owner, input);
  return runImport(deps, systemActor(), { importId: run.id });
};
const peopleAt = (door: string) =>
  test.db.prisma.resident.findMany({ where: { addressId: doors.get(door)! }, orderBy: [{ isPrimary: "desc" }, { id: "asc" }] });
const doorOf = (door: string) => test.db.prisma.address.findUniqueOrThrow({ where: { id: doors.get(door)! } });
const waiting = () => test.db.prisma.unmatchedPerson.findMany({ orderBy: { rowNumber: "asc" } });

const plain = [
  "ID,First name,Last name,Phone,Email,Language,Support,Sign,Do not contact,Notes,Address,Unit,City,Province,Postal code",
  "1,Marie,Tremblay,519-555-0101,Marie@Example.org,Français,1,yes,,Gives rides,12 Oak St,,Guelph,ON,N1H 2T8",
  "2,Sam,Tremblay,,,,,,,,12 Oak Street,,Guelph,ON,",
  "3,Lee,Wong,,lee@example.org,English,2,,yes,,40 Elm Avenue,2,Guelph,ON,N1H 2T8",
  "4,Ana,Diaz,,,,,,,,40 Elm Ave,,Guelph,ON,N1H 2T8",
  "5,Jo,Far,,,,,,,,999 Nowhere Cres,,Guelph,ON,",
  "6,,,,,,,,,,14 Oak St,,Guelph,ON,",
].join("\n");

describe("a list of people", () => {
  it("lands at the doors that are sure, and the rest waits with candidates; the same list again changes nothing", async () => {
    const first = await importList(plain);
    expect(first).toMatchObject({ status: "COMPLETED", counts: { read: 6, created: 3, changed: 0, same: 0, rejected: 3 } });
    expect(first.summary).toMatchObject({ unmatched: 2, reasons: { noDoor: 2, noPerson: 1 } });
    const [marie, sam] = await peopleAt("12 OAK ST");
    expect(marie).toMatchObject({
      firstName: "Marie",
      email: "marie@example.org",
      language: "fr",
      supportLevel: "LEVEL_1",
      isPrimary: true,
      externalId: "1",
    });
    expect(sam).toMatchObject({ firstName: "Sam", isPrimary: false });
    expect(await doorOf("12 OAK ST")).toMatchObject({
      firstName: "Marie",
      phone: "519-555-0101",
      sign: true,
      supportLevel: "LEVEL_1",
      notes: "Gives rides",
    });
    expect(await doorOf("2-40 ELM AVE")).toMatchObject({ firstName: "Lee", doNotContact: true, supportLevel: "LEVEL_2" });
    expect((await peopleAt("2-40 ELM AVE"))[0]?.doNotContactAt).not.toBeNull();
    const queue = await waiting();
    expect(queue.map(({ reason }) => reason)).toEqual(["unitMissing", "notFound"]);
    expect(queue[0]?.candidates).toMatchObject([{ address: "40 ELM AVE" }]);

    const [head, ...rows] = plain.split("\n");
    const again = await importList([head, ...rows.reverse()].join("\n"));
    expect(again.counts).toEqual({ read: 6, created: 0, changed: 0, same: 3, rejected: 3 });
    expect(await waiting()).toHaveLength(2);
    expect(await test.db.prisma.resident.count()).toBe(3);
  });

  it("changes what the list knows better, and leaves what canvassers recorded unless it is ticked", async () => {
    await importList(plain);
    const [marie] = await peopleAt("12 OAK ST");
    await test.db.prisma.address.update({ where: { id: marie!.addressId }, data: { lastVisitedAt: new Date(), supportLevel: "LEVEL_3" } });
    await test.db.prisma.resident.update({ where: { id: marie!.id }, data: { supportLevel: "LEVEL_3" } });
    const next = plain.replace("519-555-0101", "519-555-0199").replace("Français,1,", "Français,2,");
    const held = await importList(next);
    expect(held.counts).toMatchObject({ created: 0, changed: 1, same: 2 });
    expect(held.summary.protectedFields).toBe(1);
    expect(await doorOf("12 OAK ST")).toMatchObject({ phone: "519-555-0199", supportLevel: "LEVEL_3" });
    const ticked = await importList(next, { overwrite: ["support"] });
    expect(ticked.counts).toMatchObject({ changed: 1, same: 2 });
    expect(await doorOf("12 OAK ST")).toMatchObject({ supportLevel: "LEVEL_2" });
    const compared = await importList(plain, { isComparison: true });
    expect(compared.counts).toMatchObject({ changed: 1, same: 2, rejected: 3 });
    expect(await doorOf("12 OAK ST")).toMatchObject({ phone: "519-555-0199" });
  });

  it("knows a person without an id by name at the door, writes down whom the door only named, and never takes back “do not contact”", async () => {
    await test.db.prisma.address.update({
      where: { id: doors.get("14 OAK ST")! },
      data: { firstName: "René", lastName: "Roy", doNotContact: true },
    });
    const run = await importList('Name,E-mail,Do not contact,Address,City\n"Roy, Rene",rene@example.org,no,14 Oak St,Guelph\n');
    expect(run.counts).toMatchObject({ read: 1, created: 0, changed: 1 });
    const people = await peopleAt("14 OAK ST");
    expect(people).toHaveLength(1);
    expect(people[0]).toMatchObject({ firstName: "René", email: "rene@example.org", doNotContact: true, isPrimary: true });
    expect(await doorOf("14 OAK ST")).toMatchObject({ email: "rene@example.org", doNotContact: true });
  });

  it("asks a person before anybody moves, and refuses the second row of one id", async () => {
    await importList(plain);
    const moved = await importList(
      "ID,First name,Last name,Address,City\n1,Marie,Tremblay,14 Oak St,Guelph\n1,Marie,Tremblay,12 Oak St,Guelph\n",
    );
    expect(moved.counts).toMatchObject({ read: 2, rejected: 2 });
    expect(moved.summary.reasons).toEqual({ noDoor: 1, duplicateInFile: 1 });
    expect((await peopleAt("12 OAK ST"))[0]).toMatchObject({ firstName: "Marie" });
  });

  it("obeys the list of the erased, and keeps nothing of the row", async () => {
    const deps = setUp();
    await test.db.prisma.suppression.create({
      data: { id: newId(), kind: "email", keyHash: suppressionHashOf(deps, "lee@example.org"), reason: "erased" },
    });
    const run = await importList(plain);
    expect(run.counts).toMatchObject({ read: 6, created: 2, rejected: 4 });
    expect(run.summary.reasons["erased"]).toBe(1);
    expect(await test.db.prisma.resident.count({ where: { firstName: "Lee" } })).toBe(0);
    const reader = anActor("MAP_ADMIN", { userId: (await aUser(test.db, { role: "MAP_ADMIN" })).id });
    const lines: string[] = [];
    for await (const line of streamRejectedRows(deps, reader, run.id)) lines.push(line);
    expect(lines.join("")).not.toContain("Wong");
    expect(lines).toHaveLength(5);
    const noted = await test.db.prisma.auditEntry.findMany({ where: { entityId: run.id }, orderBy: { id: "asc" } });
    expect(noted.map(({ action }) => action)).toEqual(["people.import", "people.export-rejected"]);
  });

  it("is put back whole, but for people somebody edited since", async () => {
    const older = await importList("First name,Last name,Phone,Address,City\nOld,Name,1,14 Oak St,Guelph\n");
    expect(older.counts).toMatchObject({ created: 1 });
    const run = await importList(`${plain}\n7,Old,Name,222,,,,,,,14 Oak St,,Guelph,ON,`);
    expect(run.counts).toMatchObject({ read: 7, created: 3, changed: 1, rejected: 3 });
    expect(await doorOf("14 OAK ST")).toMatchObject({ phone: "222" });
    const editor = await aUser(test.db, { role: "MAP_ADMIN" });
    await test.db.prisma.resident.updateMany({ where: { firstName: "Lee" }, data: { notes: "met", updatedByUserId: editor.id } });
    const deps = setUp();
    await requestUndo(deps, anActor("MAP_ADMIN", { userId: editor.id }), { importId: run.id });
    const undone = await runUndo(deps, systemActor(), { importId: run.id });
    expect(undone).toMatchObject({ status: "UNDONE", undo: { removed: 2, kept: 1 } });
    expect(await doorOf("14 OAK ST")).toMatchObject({ firstName: "Old", phone: "1" });
    expect((await peopleAt("14 OAK ST"))[0]).toMatchObject({ phone: "1" });
    expect(await peopleAt("12 OAK ST")).toEqual([]);
    expect(await doorOf("12 OAK ST")).toMatchObject({ firstName: null, phone: null, supportLevel: null, sign: false, notes: null });
    expect(await doorOf("2-40 ELM AVE")).toMatchObject({ firstName: "Lee" });
    expect(await waiting()).toEqual([]);
  });

  it("is nobody's business without the right to import and to see people", async () => {
    const deps = setUp();
    const input = createImportInput.parse({ kind: "people", uploadKey: "x", fileName: "people.csv" });
    await expect(createImport(deps, anActor("INFLUENCE_ADMIN"), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(createImport(deps, anActor("USER"), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(createImport(deps, aStranger(), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("the preview of a list", () => {
  const look = async (text: string, { actor, people = null }: { actor?: ReturnType<typeof anActor>; people?: object | null } = {}) => {
    const deps = setUp();
    const owner = anActor("MAP_ADMIN", { userId: (await aUser(test.db, { role: "MAP_ADMIN" })).id });
    const uploadKey = await anUpload(deps.storage, { actor: actor ?? owner, bytes: text });
    return previewImport(
      deps,
      actor ?? owner,
      previewImportInput.parse({ kind: "people", uploadKey, fileName: "people.csv", source: "list", people }),
    );
  };

  it("names preset and columns, and says at which door the first thirty would land, and how surely", async () => {
    const many = Array.from({ length: 40 }, (_, n) => `${n + 10},Person,${n},,,,,,,,14 Oak St,,Guelph,ON,`);
    const shown = await look([plain, ...many].join("\n"));
    expect(shown).toMatchObject({
      kind: "people",
      problem: null,
      people: { preset: "plain", detected: "plain", mapping: { firstName: "First name", unitNumber: "Unit" } },
    });
    expect(shown.rows).toHaveLength(30);
    const [marie, , , ana, jo, nobody] = shown.rows;
    expect(marie).toMatchObject({ label: "Marie Tremblay", rejected: null, match: { address: "12 OAK ST, GUELPH", reason: null } });
    expect(marie!.match!.confidence).toBeGreaterThanOrEqual(85);
    expect(marie!.place).not.toBeNull();
    expect(ana!.match).toMatchObject({ address: "40 ELM AVE, GUELPH", reason: "unitMissing" });
    expect(jo!.match).toMatchObject({ reason: "notFound" });
    expect(nobody).toMatchObject({ rejected: "noPerson", match: null });
    expect(await test.db.prisma.resident.count()).toBe(0);
    expect(await waiting()).toEqual([]);
  });

  it("reads by the columns and the preset a person chose, and says what is missing", async () => {
    const text = "Who,Where,Town,Code\nMarie Tremblay,12 Oak St,Guelph,5\n";
    expect(await look(text)).toMatchObject({ problem: { problem: "noPersonColumn" } });
    const mapping = { fullName: "Who", address: "Where", municipality: "Town", support: "Code" };
    const shown = await look(text, { people: { preset: "van", mapping } });
    expect(shown).toMatchObject({ problem: null, people: { preset: "van", detected: "plain", mapping } });
    expect(shown.rows[0]).toMatchObject({ label: "Marie Tremblay", match: { reason: null } });
    const gone = await look(text, { people: { preset: null, mapping: { ...mapping, notes: "Gone" } } });
    expect(gone).toMatchObject({ problem: { problem: "unknownColumn", column: "Gone" }, rows: [] });
  });

  it("shows nobody to those who may not bring people in", async () => {
    for (const actor of [anActor("INFLUENCE_ADMIN"), anActor("USER"), aStranger()])
      await expect(look(plain, { actor: actor as ReturnType<typeof anActor> })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("is remembered with its columns", async () => {
    const deps = setUp();
    const actor = anActor("MAP_ADMIN", { userId: (await aUser(test.db, { role: "MAP_ADMIN" })).id });
    const people = { preset: "van", mapping: { fullName: "Who", address: "Where" } } as const;
    await saveImportPreset(
      deps,
      actor,
      savePresetInput.parse({ kind: "people", name: "Riding list", headers: ["Who"], options: { people } }),
    );
    expect(await listImportPresets(deps, actor, { kind: "people" })).toMatchObject([{ name: "Riding list", options: { people } }]);
    expect(await listImportPresets(deps, actor, { kind: "addresses" })).toEqual([]);
  });
});

describe("the queue of people without a door", () => {
  const someone = async () => anActor("MAP_ADMIN", { userId: (await aUser(test.db, { role: "MAP_ADMIN" })).id });
  const list = async () => listUnmatched(setUp(), await someone(), listUnmatchedInput.parse({}));

  it("lands whom a person decides about at the door, sets aside, and the next list knows it", async () => {
    await importList(plain);
    const [ana, jo] = (await list()).items;
    const actor = await someone();
    const at = { locationId: ana!.candidates[0]!.locationId!, addressId: doors.get("1-40 ELM AVE")! };
    await resolveUnmatched(setUp(), actor, { id: ana!.id, decision: { kind: "door", ...at } });
    expect((await peopleAt("1-40 ELM AVE"))[0]).toMatchObject({ firstName: "Ana", isPrimary: true });
    const again = resolveUnmatched(setUp(), actor, { id: ana!.id, decision: { kind: "setAside" } });
    await expect(again).rejects.toMatchObject({ code: "CONFLICT" });
    const place = { latitude: 43.55, longitude: -80.26 };
    await resolveUnmatched(setUp(), actor, { id: jo!.id, decision: { kind: "newDoor", address: "999 Nowhere Cres", ...place } });
    const home = await test.db.prisma.location.findFirstOrThrow({ where: { address: "999 Nowhere Cres" }, include: { addresses: true } });
    expect(home.addresses).toMatchObject([{ firstName: "Jo", lastName: "Far" }]);
    expect(await list()).toMatchObject({ total: 0, items: [], imports: [] });
    const next = await importList(plain);
    expect(next.counts).toEqual({ read: 6, created: 0, changed: 0, same: 5, rejected: 1 });
  });

  it("moves somebody only when a person says so", async () => {
    await importList(plain);
    await importList("ID,First name,Last name,Address,City\n1,Marie,Tremblay,14 Oak St,Guelph\n");
    const moved = (await list()).items.find(({ person }) => person.externalId === "1")!;
    expect(moved.reason).toBe("moved");
    const [door] = moved.candidates;
    await resolveUnmatched(setUp(), await someone(), {
      id: moved.id,
      decision: { kind: "door", locationId: door!.locationId!, addressId: door!.addressId },
    });
    expect((await peopleAt("14 OAK ST"))[0]).toMatchObject({ firstName: "Marie", isPrimary: true });
    expect(await doorOf("12 OAK ST")).toMatchObject({ firstName: "Sam" });
    expect(await doorOf("14 OAK ST")).toMatchObject({ firstName: "Marie" });
  });

  it("is closed to those who may not see people", async () => {
    await importList(plain);
    expect(await list()).toMatchObject({ total: 2, byReason: { unitMissing: 1, notFound: 1 } });
    for (const actor of [anActor("INFLUENCE_ADMIN"), anActor("USER"), aStranger()])
      await expect(listUnmatched(setUp(), actor, listUnmatchedInput.parse({}))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("a decision that is taken back", () => {
  const someone = async () => anActor("MAP_ADMIN", { userId: (await aUser(test.db, { role: "MAP_ADMIN" })).id });
  const list = async () => listUnmatched(setUp(), await someone(), listUnmatchedInput.parse({}));
  const decide = async (id: string, door: { locationId: string; addressId: string | null }) =>
    resolveUnmatched(setUp(), await someone(), { id, decision: { kind: "door", ...door } });
  const back = async (id: string) => undoUnmatched(setUp(), await someone(), { id });
  const stand = async () => {
    const { rows } = await test.db.pool.query<Record<string, unknown>>(
      `SELECT (SELECT jsonb_agg(to_jsonb(r) - 'updatedAt' ORDER BY r."id") FROM "Resident" r) AS people,
         (SELECT jsonb_agg(to_jsonb(a) - 'updatedAt' ORDER BY a."id") FROM "Address" a) AS doors,
         (SELECT jsonb_agg(jsonb_build_object('id', l."id", 'units', l."totalUnits", 'support', l."support1Units") ORDER BY l."id") FROM "Location" l) AS buildings,
         (SELECT count(*) FROM "ImportPersonChange") AS changes,
         (SELECT jsonb_agg(to_jsonb(u) ORDER BY u."id") FROM "UnmatchedPerson" u) AS queue`,
    );
    return rows[0];
  };
  const ana = async () => (await list()).items.find(({ person }) => person.firstName === "Ana")!;
  const homeOf = async (door: string) => ({ locationId: (await doorOf(door)).locationId, addressId: doors.get(door)! });

  it("leaves everything exactly as it stood, at an empty door, beside somebody, and where a door only named somebody", async () => {
    await importList(plain);
    await test.db.prisma.address.update({
      where: { id: doors.get("14 OAK ST")! },
      data: { firstName: "René", phone: "1", supportLevel: "LEVEL_2" },
    });
    const before = await stand();
    const { id } = await ana();
    for (const door of ["1-40 ELM AVE", "12 OAK ST", "14 OAK ST"]) {
      await decide(id, await homeOf(door));
      expect((await peopleAt(door)).map(({ firstName }) => firstName)).toContain("Ana");
      await back(id);
      expect(await stand(), door).toEqual(before);
    }
    await decide(id, { ...(await homeOf("1-40 ELM AVE")) });
    expect(await peopleAt("1-40 ELM AVE")).toHaveLength(1);
  });

  it("takes a unit and a building that were set up for them away again, and counts what is left", async () => {
    await importList(plain.replace("40 Elm Ave,,", "40 Elm Ave,3,"));
    const before = await stand();
    const { id } = await ana();
    await decide(id, { ...(await homeOf("1-40 ELM AVE")), addressId: null });
    expect(await test.db.prisma.location.findFirstOrThrow({ where: { address: "40 ELM AVE" } })).toMatchObject({ totalUnits: 3 });
    await back(id);
    expect(await stand()).toEqual(before);
    const jo = (await list()).items.find(({ person }) => person.firstName === "Jo")!;
    const place = { latitude: 43.55, longitude: -80.26 };
    await resolveUnmatched(setUp(), await someone(), { id: jo.id, decision: { kind: "newDoor", address: "999 Nowhere Cres", ...place } });
    expect(await test.db.prisma.location.count()).toBe(4);
    await back(jo.id);
    expect(await stand()).toEqual(before);
  });

  it("brings somebody who moved home again, and names both doors as before", async () => {
    await importList(plain);
    await test.db.prisma.address.update({ where: { id: doors.get("14 OAK ST")! }, data: { firstName: "René" } });
    await importList("ID,First name,Last name,Phone,Address,City\n1,Marie,Tremblay,222,14 Oak St,Guelph\n");
    const before = await stand();
    const moved = (await list()).items.find(({ person }) => person.externalId === "1")!;
    await decide(moved.id, await homeOf("14 OAK ST"));
    expect((await peopleAt("14 OAK ST")).map(({ firstName }) => firstName)).toEqual(["René", "Marie"]);
    expect(await doorOf("14 OAK ST")).toMatchObject({ firstName: "René" });
    expect(await doorOf("12 OAK ST")).toMatchObject({ firstName: "Sam" });
    await back(moved.id);
    expect(await stand()).toEqual(before);
  });

  it("in whatever order a household is taken off", async () => {
    const rows = ["ID,First name,Last name,Phone,Address,City", "1,Ana,Diaz,111,40 Elm Ave,Guelph", "2,Bo,Diaz,222,40 Elm Ave,Guelph"];
    await importList(rows.join("\n"));
    const before = await stand();
    const [first, second] = (await list()).items;
    const home = await homeOf("1-40 ELM AVE");
    await decide(first!.id, home);
    await decide(second!.id, home);
    await back(first!.id);
    expect(await doorOf("1-40 ELM AVE")).toMatchObject({ firstName: "Bo", phone: "222" });
    await back(second!.id);
    expect(await stand()).toEqual(before);
  });

  it("comes back from being set aside", async () => {
    await importList(plain);
    const before = await stand();
    const { id } = await ana();
    await resolveUnmatched(setUp(), await someone(), { id, decision: { kind: "setAside" } });
    await back(id);
    expect(await stand()).toEqual(before);
    await expect(back(id)).rejects.toMatchObject({ code: "CONFLICT", messageKey: "map.unmatched.waitsAgain" });
  });

  it("is refused once somebody met or edited them, or the list found the door itself", async () => {
    await importList(plain);
    const { id } = await ana();
    await decide(id, await homeOf("1-40 ELM AVE"));
    const [placed] = await peopleAt("1-40 ELM AVE");
    await test.db.prisma.resident.update({ where: { id: placed!.id }, data: { phone: "999" } });
    await expect(back(id)).rejects.toMatchObject({ code: "CONFLICT", messageKey: "map.unmatched.usedSince" });
    expect(await peopleAt("1-40 ELM AVE")).toHaveLength(1);
    await house("999 NOWHERE CRES");
    await importList(plain);
    const found = await test.db.prisma.unmatchedPerson.findFirstOrThrow({ where: { address: { contains: "Nowhere" } } });
    await expect(back(found.id)).rejects.toMatchObject({ code: "CONFLICT", messageKey: "map.unmatched.foundByList" });
    await expect(back(newId())).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("by nobody else than who may see people and bring lists in", async () => {
    await importList(plain);
    const { id } = await ana();
    await decide(id, await homeOf("1-40 ELM AVE"));
    for (const actor of [anActor("INFLUENCE_ADMIN"), anActor("USER"), aStranger()])
      await expect(undoUnmatched(setUp(), actor, { id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await peopleAt("1-40 ELM AVE")).toHaveLength(1);
  });
});

describe("the presets", () => {
  it.each<[PeoplePreset, string, object]>([
    ["van", "Voter File VANID,LastName,FirstName,StreetNo,StreetName,StreetType,AptNo,City,State,Zip5,Preferred Phone,PreferredEmail,Support\n77,Wong,Lee,40,Elm,Ave,2,Guelph,ON,N1H 2T8,5195550101,lee@example.org,5 - Strong Oppose\n", { externalId: "77", phone: "5195550101", supportLevel: "LEVEL_4", leanCode: "5" }],
    ["nationbuilder", "nationbuilder_id,first_name,last_name,email,phone_number,mobile_number,support_level,primary_address1,primary_address2,primary_city,primary_state,primary_zip,do_not_contact\n78,Lee,Wong,lee@example.org,,5195550102,2,40 Elm Ave,Unit 2,Guelph,ON,N1H 2T8,true\n", { externalId: "78", phone: "5195550102", supportLevel: "LEVEL_2", doNotContact: true }],
    ["actionnetwork", "email,first_name,last_name,can2_phone,can2_user_address,can2_user_city,can2_state_abbreviated,zip_code,language,uuid\nlee@example.org,Lee,Wong,5195550103,2-40 Elm Ave,Guelph,ON,N1H 2T8,fr,aa-1\n", { externalId: "aa-1", phone: "5195550103", language: "fr" }],
    ["plain", "Nom de famille,Prénom,Courriel,Adresse,Appartement,Ville\nWong,Lee,lee@example.org,40 Elm Ave,2,Guelph\n", { email: "lee@example.org", externalId: null }],
  ])("of %s is found by its headers and lands at the right door", async (_preset, text, expected) => {
    const run = await importList(text);
    expect(run.counts).toEqual({ read: 1, created: 1, changed: 0, same: 0, rejected: 0 });
    expect((await peopleAt("2-40 ELM AVE"))[0]).toMatchObject({ firstName: "Lee", lastName: "Wong", ...expected });
  }); // prettier-ignore
});
