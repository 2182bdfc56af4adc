import { buffer } from "node:stream/consumers";
import { type Actor, AppError } from "@cml/domain/kernel";
import { createCutInput, createLocationInput, readSheetCode } from "@cml/domain/map";
import { actorOf, anActor, aShift, aStranger, aUser, createTestDb, fakeClock, squareAround, testDeps, vancouver } from "@cml/testing";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { createCut } from "../cuts/edit-cuts";
import { createLocation } from "../locations/create-location";
import { handOutTurf, returnTurf } from "../turf-assignments";
import { printSheet, renderSheet } from ".";

const test = await createTestDb();
const { db } = test;
afterAll(() => test.drop());
beforeEach(async () => {
  await db.pool.query(`TRUNCATE "Location", "Cut", "Shift", "AuditEntry" CASCADE`);
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
    const codeOf = (work: Promise<unknown>) =>
      work.then(
        () => "done",
        (error: unknown) => (error instanceof AppError ? error.code : "thrown"),
      );
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
