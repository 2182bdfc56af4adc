import type { TypedVisit } from "@cml/domain/canvass";
import { type Actor, AppError } from "@cml/domain/kernel";
import {
  actorOf,
  aCut,
  aLocation,
  anActor,
  aShift,
  aStranger,
  aUser,
  createTestDb,
  fakeClock,
  squareAround,
  testDeps,
  vancouver,
} from "@cml/testing";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { getCutStatistics, handOutTurf, printSheet, printTurfSheet, returnTurf } from "../../map";
import { listVisits, watchCuts } from "../visits";
import { listSheets, openSheet, typeSheet } from ".";

const test = await createTestDb();
const { db } = test;
afterAll(() => test.drop());
beforeEach(async () => {
  await db.pool.query(`TRUNCATE "Location", "Cut", "Shift", "CanvassVisit", "AuditEntry" CASCADE`);
  clock.set("2031-05-17T17:00:00Z");
});

const clock = fakeClock("2031-05-17T17:00:00Z");
const deps = testDeps({ db, clock });
const organiser = actorOf(await aUser(db, { name: "Olga", role: "MAP_ADMIN" }));
const ana = await aUser(db, { name: "Ana Nguyen" });
const captain = await aUser(db, { name: "Cap" });

/** A house and a building of two doors on a sheet Ana walked with; typed in two days later. */
const aSheet = async () => {
  const house = await aLocation(db, { ...vancouver, text: "1 Oak St, Vancouver, BC" });
  const double = await aLocation(db, {
    ...vancouver,
    longitude: vancouver.longitude + 0.001,
    text: "3 Oak St, Vancouver, BC",
    unitNumbers: ["1", "2"],
  });
  const cutId = await aCut(db, { geometry: squareAround(vancouver, 0.01) });
  const shift = await aShift(db, { cutId, captainUserId: captain.id });
  const turf = await handOutTurf(deps, organiser, { shiftId: shift.id, cutId, userIds: [ana.id] });
  const sheet = await printSheet(deps, organiser, { assignmentId: turf.id, paper: "LETTER", locale: "en" });
  clock.set("2031-05-19T17:00:00Z");
  const doors = [...house.addressIds, ...double.addressIds];
  return { cutId, shift, turf, sheet, doors };
};
type Sheet = Awaited<ReturnType<typeof aSheet>>;

const typed = (addressId: string, given: Partial<TypedVisit> = {}): TypedVisit => ({
  kind: "visit", id: deps.newId(), addressId, userId: ana.id, day: "2031-05-17", outcome: "SPOKE_WITH", supportLevel: "LEVEL_2",
  supportDeclined: false, signRequested: false, notes: null, ...given,
}); // prettier-ignore
const send = async (sheet: Sheet["sheet"], items: unknown[], actor: Actor = organiser) =>
  (await typeSheet(deps, actor, { sheetId: sheet.id, items })).results;
const back = (id: string) => ({ kind: "withdrawal", id });
const doorOf = (id: string) => db.prisma.address.findUniqueOrThrow({ where: { id } });
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => (error instanceof AppError ? `${error.code} ${error.messageKey}` : "thrown"),
  );

describe("opening a sheet", () => {
  it("shows its doors in their places, who walked, the days it may have been, whatever case the code was typed in", async () => {
    const { sheet, shift, doors } = await aSheet();
    const open = await openSheet(deps, organiser, { code: ` ${sheet.code.toLowerCase().replace("-", " ")} ` });
    expect(open).toMatchObject({
      id: sheet.id,
      doors: 3,
      firstDay: "2031-05-17",
      today: "2031-05-19",
      gone: [],
      entered: [],
      mayNameAnybody: true,
    });
    expect(open.keys).toMatchObject({ NOT_HOME: "N", SPOKE_WITH: "S" });
    expect(open.lines.map(({ place }) => place)).toEqual([1, 2, 3]);
    expect(new Set(open.lines.map(({ addressId }) => addressId))).toEqual(new Set(doors));
    expect(open.people[0]).toMatchObject({ userId: ana.id, name: "Ana Nguyen", hasTurf: true });
    expect(open.shift).toMatchObject({ id: shift.id, isCancelled: false });
  });

  it("tells a slip from a code nobody printed, and says when the turf is back or a door is gone", async () => {
    const { sheet, turf, doors } = await aSheet();
    expect(await codeOf(openSheet(deps, organiser, { code: "hello" }))).toBe("INVALID canvass.sheet.noCode");
    expect(await codeOf(openSheet(deps, organiser, { code: "0000-0000" }))).toBe("NOT_FOUND canvass.sheet.unknownCode");
    await returnTurf(deps, organiser, turf.id);
    await db.prisma.address.delete({ where: { id: doors[2] ?? "" } });
    const open = await openSheet(deps, organiser, { code: sheet.code });
    expect(open.returnedAt).not.toBeNull();
    expect(open.gone).toHaveLength(1);
    expect(open.lines).toHaveLength(2);
  });
});

describe("typing in a sheet", () => {
  it("writes visits of the one who walked, on the day they did, and their doors, areas and counts", async () => {
    const { sheet, doors, cutId, shift } = await aSheet();
    const [first = "", second = ""] = doors;
    const results = await send(sheet, [
      typed(first, { supportLevel: "LEVEL_1", signRequested: true, notes: "Ring twice" }),
      typed(second, { outcome: "NOT_HOME", supportLevel: "LEVEL_4" }),
    ]);
    expect(results.map(({ status }) => status)).toEqual(["recorded", "recorded"]);
    const visits = await db.prisma.canvassVisit.findMany({ orderBy: { visitedAt: "asc" } });
    expect(visits).toMatchObject([
      { source: "PAPER", userId: ana.id, enteredByUserId: organiser.userId, walkSheetId: sheet.id, shiftId: shift.id, sessionId: null },
      { source: "PAPER", outcome: "NOT_HOME", supportLevel: null },
    ]);
    expect(visits.every(({ visitedAt }) => visitedAt.toISOString().startsWith("2031-05-17T"))).toBe(true);
    expect(await doorOf(first)).toMatchObject({ lastOutcome: "SPOKE_WITH", supportLevel: "LEVEL_1", sign: true });
    expect(await getCutStatistics(deps, organiser, cutId)).toMatchObject({ visited: 2 });
    expect((await db.prisma.cut.findUniqueOrThrow({ where: { id: cutId } })).visitedCount).toBe(2);
    const page = await listVisits(deps, organiser, { cutId: null, userId: null, outcome: null, heldOnly: false, page: 1, pageSize: 50 });
    expect(page.items).toHaveLength(2);
    expect(page.items[0]).toMatchObject({ source: "PAPER", userName: "Ana Nguyen", enteredByName: "Olga", sheetCode: sheet.code, cutId });
    expect(await watchCuts(deps, organiser)).toMatchObject([{ cutId, visitsToday: 0 }]);
    const [row] = await listSheets(deps, organiser, { shiftId: shift.id });
    expect(row).toMatchObject({ code: sheet.code, doors: 3, entered: 2 });
    expect((await listSheets(deps, organiser, { shiftId: null }))[0]?.people).toEqual([{ userId: ana.id, name: "Ana Nguyen" }]);
  });

  it("takes each visit once, however often it is sent", async () => {
    const { sheet, doors } = await aSheet();
    const visit = typed(doors[0] ?? "");
    expect(await send(sheet, [visit])).toEqual([{ id: visit.id, status: "recorded" }]);
    expect(await send(sheet, [visit, visit])).toEqual([
      { id: visit.id, status: "known" },
      { id: visit.id, status: "known" },
    ]);
    expect(await db.prisma.canvassVisit.count()).toBe(1);
    expect((await openSheet(deps, organiser, { code: sheet.code })).entered).toMatchObject([{ id: visit.id, userName: "Ana Nguyen" }]);
  });

  it("corrects a door by a new visit: what was a slip leaves no trace at the door and stays in the history", async () => {
    const { sheet, doors, cutId } = await aSheet();
    const [door = ""] = doors;
    await db.prisma.address.update({ where: { id: door }, data: { supportLevel: "LEVEL_3" } });
    const slip = typed(door, { supportLevel: "LEVEL_1", signRequested: true });
    const right = typed(door, { outcome: "NOT_HOME", supportLevel: null });
    await send(sheet, [slip]);
    await send(sheet, [right]);
    expect(await doorOf(door)).toMatchObject({ lastOutcome: "NOT_HOME", supportLevel: "LEVEL_3", sign: false });
    const rows = await db.prisma.canvassVisit.findMany({ orderBy: { visitedAt: "asc" } });
    expect(rows.map(({ id, withdrawnAt }) => [id, withdrawnAt === null])).toEqual([
      [slip.id, false],
      [right.id, true],
    ]);
    expect((await openSheet(deps, organiser, { code: sheet.code })).entered.map(({ id }) => id)).toEqual([right.id]);
    expect(await send(sheet, [back(right.id), back(right.id)])).toMatchObject([{ status: "withdrawn" }, { status: "withdrawn" }]);
    expect(await doorOf(door)).toMatchObject({ lastOutcome: null, lastVisitedAt: null, supportLevel: "LEVEL_3" });
    expect((await db.prisma.cut.findUniqueOrThrow({ where: { id: cutId } })).visitedCount).toBe(0);
  });

  it("leaves alone what somebody learned at the door since", async () => {
    const { sheet, doors } = await aSheet();
    const [door = ""] = doors;
    const slip = typed(door, { supportLevel: "LEVEL_1" });
    await send(sheet, [slip]);
    const later = { lastVisitedAt: new Date("2031-05-18T18:00:00Z"), lastOutcome: "MOVED" as const, supportLevel: "LEVEL_4" as const };
    await db.prisma.address.update({ where: { id: door }, data: later });
    await send(sheet, [back(slip.id)]);
    expect(await doorOf(door)).toMatchObject(later);
  });

  it("refuses line by line what cannot be, and keeps the rest", async () => {
    const { sheet, doors } = await aSheet();
    const [door = ""] = doors;
    const elsewhere = await aLocation(db, { ...vancouver, text: "99 Far Rd, Vancouver, BC" });
    const other = await printTurfSheet(deps, organiser, {
      cutId: await aCut(db, { geometry: squareAround(vancouver, 0.01) }),
      paper: "A4",
      locale: "fr",
    });
    const good = typed(door);
    const results = await send(sheet, [
      { nonsense: true },
      typed(elsewhere.addressIds[0] ?? ""),
      typed(door, { day: "2031-05-20" }),
      typed(door, { day: "2031-05-16" }),
      typed(door, { userId: deps.newId() }),
      good,
    ]);
    expect(results.map((result) => ("reason" in result ? result.reason : result.status))).toEqual([
      "malformed", "notOnSheet", "inTheFuture", "beforePrinted", "noSuchPerson", "recorded",
    ]); // prettier-ignore
    expect(await send(other, [back(good.id)])).toMatchObject([{ status: "refused", reason: "idTaken" }]);
    expect(await db.prisma.canvassVisit.count({ where: { withdrawnAt: null } })).toBe(1);
  });

  it("takes the paper of a turf no shift walks, from anybody who walked", async () => {
    const { turf, cutId, doors } = await aSheet();
    await returnTurf(deps, organiser, turf.id);
    const sheet = await printTurfSheet(deps, organiser, { cutId, paper: "LETTER", locale: "en" });
    expect(await openSheet(deps, organiser, { code: sheet.code })).toMatchObject({ shift: null, assignmentId: null, people: [] });
    const [result] = await send(sheet, [typed(doors[0] ?? "", { day: "2031-05-19", userId: captain.id })]);
    expect(result?.status).toBe("recorded");
  });
});

describe("who types in sheets", () => {
  it("lets the captain type the sheets of the own shift, naming those who came, and no others", async () => {
    const { sheet, doors, shift } = await aSheet();
    const lead = actorOf(captain);
    expect(await openSheet(deps, lead, { code: sheet.code })).toMatchObject({ mayNameAnybody: false });
    const stranger = await aUser(db);
    const results = await send(sheet, [typed(doors[0] ?? ""), typed(doors[1] ?? "", { userId: stranger.id })], lead);
    expect(results).toMatchObject([{ status: "recorded" }, { status: "refused", reason: "noSuchPerson" }]);
    expect((await listSheets(deps, lead, { shiftId: null })).map(({ id }) => id)).toEqual([sheet.id]);
    await db.prisma.shift.update({ where: { id: shift.id }, data: { captainUserId: null } });
    expect(await listSheets(deps, lead, { shiftId: null })).toEqual([]);
    expect(await codeOf(openSheet(deps, lead, { code: sheet.code }))).toBe("NOT_FOUND canvass.sheet.unknownCode");
  });

  it("is refused to volunteers, to accounts of other areas and to strangers", async () => {
    const { sheet, doors } = await aSheet();
    const elsewhere = anActor("USER", { permissions: { areas: { map: "edit" }, cutIds: [deps.newId()] } });
    for (const actor of [actorOf(ana), elsewhere, anActor("INFLUENCE_ADMIN"), aStranger()]) {
      const refused = /^(FORBIDDEN|NOT_FOUND|UNAUTHENTICATED)/;
      expect(await codeOf(openSheet(deps, actor, { code: sheet.code }))).toMatch(refused);
      expect(await codeOf(typeSheet(deps, actor, { sheetId: sheet.id, items: [typed(doors[0] ?? "")] }))).toMatch(refused);
    }
    expect(await listSheets(deps, actorOf(ana), { shiftId: null })).toEqual([]);
    expect(await codeOf((async () => listSheets(deps, aStranger(), { shiftId: null }))())).toMatch(/^UNAUTHENTICATED/);
    expect(await db.prisma.canvassVisit.count()).toBe(0);
  });
});
