import { buffer } from "node:stream/consumers";
import { type Actor, AppError } from "@cml/domain/kernel";
import { createCutInput, createLocationInput, lineCellsOf, readSheetCode } from "@cml/domain/map";
import { actorOf, anActor, aShift, aStranger, aUser, createTestDb, fakeClock, squareAround, testDeps, vancouver } from "@cml/testing";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { createCut } from "../cuts/edit-cuts";
import { createLocation } from "../locations/create-location";
import { getTurfDoors, handOutTurf, returnTurf } from "../turf-assignments";
import { printSheet, printTurfSheet, renderSheet } from ".";

const test = await createTestDb();
const { db } = test;
afterAll(() => test.drop());
beforeEach(async () => {
  await db.pool.query(`TRUNCATE "Location", "Cut", "Shift", "MapLine", "AuditEntry" CASCADE`);
});

const deps = testDeps({ db, clock: fakeClock("2031-05-17T17:00:00Z") });
const admin = actorOf(await aUser(db, { role: "MAP_ADMIN" }));
const ana = await aUser(db, { name: "Ana Nguyen" });

/** Two houses and a tower, handed to Ana. */
const aTurf = async () => {
  const building = (place: number, given: object = {}) => {
    const at = { latitude: vancouver.latitude, longitude: vancouver.longitude + place * 0.0005 };
    return createLocation(
      deps,
      admin,
      createLocationInput.parse({ ...at, address: `${place * 2 + 1} Alexander St, Vancouver, BC`, ...given }),
    );
  };
  const cut = await createCut(deps, admin, createCutInput.parse({ name: "Strathcona north", geometry: squareAround(vancouver, 0.01) }));
  const house = await building(0);
  const tower = await building(1, { unitNumbers: ["101", "1201", "PH1"], buildingNotes: "Code 1234" });
  const shift = await aShift(db, { cutId: cut.id });
  const turf = await handOutTurf(deps, admin, { shiftId: shift.id, cutId: cut.id, userIds: [ana.id] });
  return { turf, house, tower };
};
const pagesOf = async (actor: Actor, id: string) => {
  const pdf = await getDocumentProxy(new Uint8Array(await buffer(await renderSheet(deps, actor, id))));
  const { text } = await extractText(pdf, { mergePages: false });
  return text.map((page) => page.replace(/\s+/g, " "));
};

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => (error instanceof AppError ? error.code : "thrown"),
  );

describe("a walk sheet", () => {
  it("lists the doors in walking order with what is known, in its language, under a code of its own", async () => {
    const { turf, house } = await aTurf();
    const known = { firstName: "Zoé", lastName: "Żółkiewska", supportLevel: "LEVEL_2" as const, doNotContact: true };
    const visited = { lastOutcome: "NOT_HOME" as const, lastVisitedAt: new Date("2031-05-03T18:00:00Z") };
    await db.prisma.address.update({ where: { id: house.addresses[0]?.id ?? "" }, data: { ...known, ...visited } });
    const french = await printSheet(deps, admin, { assignmentId: turf.id, paper: "A4", locale: "fr" });
    expect(french.doors).toBe(4);
    expect(readSheetCode(french.code)).toBe(french.code);
    const [page = ""] = await pagesOf(admin, french.id);
    const words = [
      "Strathcona north",
      french.code,
      "Ana Nguyen",
      "Zoé Żółkiewska",
      "Ne pas contacter",
      "3 mai",
      "Code 1234",
      "4 portes",
      "1 Alexander St",
    ];
    for (const said of words) expect(page).toContain(said);
    expect(page.indexOf("PH1")).toBeLessThan(page.indexOf("1201"));
    const english = await printSheet(deps, admin, { assignmentId: turf.id, paper: "LETTER", locale: "en" });
    expect(english.code).not.toBe(french.code);
    expect((await pagesOf(admin, english.id))[0]).toContain("Do not contact");
  });

  it("keeps its doors and their numbers when it is printed again, also when the turf is back", async () => {
    const { turf, house } = await aTurf();
    const { id, code } = await printSheet(deps, admin, { assignmentId: turf.id, paper: "LETTER", locale: "en" });
    await returnTurf(deps, admin, turf.id);
    await db.prisma.address.update({ where: { id: house.addresses[0]?.id ?? "" }, data: { firstName: "Moved-in" } });
    const [page = ""] = await pagesOf(admin, id);
    expect(page).toContain(code);
    expect(page).toContain("Moved-in");
    expect(page).toContain("4 doors");
  });

  it("is written down as taken out of the house, with how many doors", async () => {
    const { turf } = await aTurf();
    const { id } = await printSheet(deps, admin, { assignmentId: turf.id, paper: "LETTER", locale: "en" });
    const entries = await db.prisma.auditEntry.findMany({ where: { action: "walkSheet.print" } });
    expect(entries).toMatchObject([{ entityId: id, actorUserId: admin.userId, facts: { rows: 4 } }]);
  });

  it("is printed and read by nobody else", async () => {
    const { turf } = await aTurf();
    const { id } = await printSheet(deps, admin, { assignmentId: turf.id, paper: "LETTER", locale: "en" });
    const elsewhere = anActor("USER", { permissions: { areas: { map: "edit" }, cutIds: [deps.newId()] } });
    for (const actor of [actorOf(ana), elsewhere, anActor("INFLUENCE_ADMIN"), aStranger()]) {
      expect(await codeOf(printSheet(deps, actor, { assignmentId: turf.id, paper: "A4", locale: "en" }))).toMatch(
        /^(FORBIDDEN|NOT_FOUND|UNAUTHENTICATED)$/,
      );
      expect(await codeOf(renderSheet(deps, actor, id))).toMatch(/^(FORBIDDEN|NOT_FOUND|UNAUTHENTICATED)$/);
    }
    expect(await codeOf(renderSheet(deps, admin, deps.newId()))).toBe("NOT_FOUND");
  });
});

describe("the sheet of a turf no shift walks", () => {
  const paper = { paper: "LETTER", locale: "en" } as const;

  it("holds the doors its filter leaves in that nobody has, and holds none back", async () => {
    const { turf, house } = await aTurf();
    expect(await codeOf(printTurfSheet(deps, admin, { cutId: turf.cutId, ...paper }))).toBe("CONFLICT");
    await returnTurf(deps, admin, turf.id);
    await db.prisma.address.update({ where: { id: house.addresses[0]?.id ?? "" }, data: { sign: true } });
    await db.prisma.cut.update({ where: { id: turf.cutId }, data: { filterSettings: { wantsSign: true } } });
    const { id, code, doors } = await printTurfSheet(deps, admin, { cutId: turf.cutId, ...paper });
    expect(doors).toBe(1);
    const [page = ""] = await pagesOf(admin, id);
    for (const said of ["Strathcona north", code, "1 door", "1 Alexander St"]) expect(page).toContain(said);
    expect(page).not.toContain("1201");
    const shift = await aShift(db, { cutId: turf.cutId });
    expect(await handOutTurf(deps, admin, { shiftId: shift.id, cutId: turf.cutId, userIds: [ana.id] })).toMatchObject({ doors: 1 });
  });

  it("is printed by nobody else, nor for areas out of reach", async () => {
    const { turf } = await aTurf();
    const elsewhere = anActor("USER", { permissions: { areas: { map: "edit" }, cutIds: [deps.newId()] } });
    for (const actor of [actorOf(ana), elsewhere, anActor("INFLUENCE_ADMIN"), aStranger()])
      expect(await codeOf(printTurfSheet(deps, actor, { cutId: turf.cutId, ...paper }))).toMatch(/^(FORBIDDEN|NOT_FOUND|UNAUTHENTICATED)$/);
  });
});

describe("a walk beside a river", () => {
  /** Two rows of houses, and water between them that is crossed at neither end. */
  const bothBanks = async () => {
    const house = (row: number, place: number) =>
      createLocation(
        deps,
        admin,
        createLocationInput.parse({
          address: `${row * 100 + place} ${row === 0 ? "North" : "South"} Bank Rd, Vancouver, BC`,
          latitude: vancouver.latitude - row * 0.0004,
          longitude: vancouver.longitude + place * 0.0008,
        }),
      );
    for (const place of [1, 2, 3, 4]) for (const row of [0, 1]) await house(row, place);
    const middle = vancouver.latitude - 0.0002;
    const [west, east] = [vancouver.longitude - 0.01, vancouver.longitude + 0.02];
    const geometry = { type: "MultiLineString" as const, coordinates: [[[west, middle], [east, middle]]] }; // prettier-ignore
    const box = { west, east, south: middle, north: middle };
    const about = { kind: "water", class: "river", source: "test", externalId: "river", geometry };
    const { id: lineId } = await db.prisma.mapLine.create({ data: { ...box, ...about, id: deps.newId() } });
    await db.prisma.mapLineCell.createMany({ data: lineCellsOf(geometry).map((cell) => ({ cell, lineId, fromZoom: 8 })) });
  };

  it("does one bank, then the other, on paper and on the phone", async () => {
    await bothBanks();
    const cut = await createCut(deps, admin, createCutInput.parse({ name: "Both banks", geometry: squareAround(vancouver, 0.01) }));
    const { id } = await printTurfSheet(deps, admin, { cutId: cut.id, paper: "LETTER", locale: "en" });
    const [page = ""] = await pagesOf(admin, id);
    const banks = [...page.matchAll(/(North|South) Bank/g)].map(([, bank]) => bank);
    expect(banks).toHaveLength(8);
    expect(banks.filter((bank, index) => index > 0 && bank !== banks[index - 1])).toHaveLength(1);
    const shift = await aShift(db, { cutId: cut.id });
    const turf = await handOutTurf(deps, admin, { shiftId: shift.id, cutId: cut.id, userIds: [ana.id] });
    const { doors } = await getTurfDoors(deps, actorOf(ana), { assignmentId: turf.id, start: null });
    const walked = doors.map(({ address }) => address.includes("North"));
    expect(walked.filter((isNorth, index) => index > 0 && isNorth !== walked[index - 1])).toHaveLength(1);
  });
});
