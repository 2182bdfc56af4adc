import { type Actor, AppError } from "@cml/domain/kernel";
import { createCutInput, createLocationInput, noTurfFilter, type TurfFilter, type VisitOutcome } from "@cml/domain/map";
import { actorOf, anActor, aShift, aStranger, aUser, createTestDb, fakeClock, squareAround, testDeps, vancouver } from "@cml/testing";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { createCut, updateCut } from "../cuts/edit-cuts";
import { createLocation } from "../locations/create-location";
import { mergeLocations } from "../locations/merge-locations";
import { applyVisits } from "../visits";
import { countTurf, getTurfDoors, getTurfFilter, givePlannedTurf, handOutTurf, listMyTurfs, returnTurf, setTurfFilter, splitTurf } from ".";

const test = await createTestDb();
const { db } = test;
afterAll(() => test.drop());
beforeEach(async () => {
  await db.pool.query(`TRUNCATE "Location", "Cut", "Shift", "CanvassVisit" CASCADE`);
});

const clock = fakeClock("2031-05-17T17:00:00Z");
const deps = testDeps({ db, clock });
const admin = actorOf(await aUser(db, { role: "MAP_ADMIN" }));
const [ana, ben, cho] = await Promise.all([aUser(db), aUser(db), aUser(db)]);

const area = squareAround(vancouver, 0.01);
const building = async (place: number, given: object = {}) => {
  const at = { latitude: vancouver.latitude, longitude: vancouver.longitude + place * 0.0005 };
  const input = createLocationInput.parse({ ...at, address: `${place + 1} Alexander St, Vancouver, BC`, ...given });
  return createLocation(deps, admin, input);
};
/** A street of buildings with a door each, and a turf over all of it. */
const street = async (buildings: number) => {
  const cut = await createCut(deps, admin, createCutInput.parse({ name: "Alexander", geometry: area }));
  const doors: string[] = [];
  for (let place = 0; place < buildings; place += 1) doors.push((await building(place)).addresses[0]?.id ?? "");
  const shift = await aShift(db, { cutId: cut.id });
  return { cut, doors, shift };
};
const visit = async (addressId: string, outcome: VisitOutcome = "SPOKE_WITH", visitedAt = clock.now()) => {
  const plain = { supportLevel: null, supportDeclined: false, leanCode: null, signRequested: false, signSize: null };
  await db.prisma.canvassVisit.create({ data: { addressId, userId: ana.id, outcome, visitedAt } });
  await applyVisits(db, [{ addressId, visitedAt, outcome, userId: ana.id, ...plain }], clock.now());
};
const doorsOf = async (who: Parameters<typeof actorOf>[0], assignmentId: string) => {
  const { doors } = await getTurfDoors(deps, actorOf(who), { assignmentId, start: null });
  return doors.flatMap(({ units }) => units.map(({ id }) => id)).sort();
};
const errorOf = (work: Promise<unknown>): Promise<AppError | null> =>
  work.then(
    () => null,
    (error: unknown) => {
      if (error instanceof AppError) return error;
      throw error;
    },
  );
const keyOf = async (work: Promise<unknown>): Promise<string> => (await errorOf(work))?.messageKey ?? "done";
const actorOfUser = (user: Parameters<typeof actorOf>[0]): Actor => actorOf(user);

describe("a turf that is handed out", () => {
  it("has the doors it had at that moment, whatever comes or changes meanwhile", async () => {
    const { cut, doors, shift } = await street(3);
    const out = await handOutTurf(deps, admin, { shiftId: shift.id, cutId: cut.id, userIds: [ana.id, ben.id] });
    expect(out).toMatchObject({ doors: 3, done: 0, splitFromId: null, handedOutAt: clock.now() });
    await building(7);
    await updateCut(deps, admin, { id: cut.id, geometry: squareAround({ latitude: 50, longitude: -100 }) });
    expect(await doorsOf(ana, out.id)).toEqual([...doors].sort());
    const [mine] = await listMyTurfs(deps, actorOfUser(ben));
    expect(mine).toMatchObject({ addressCount: 3, visitedCount: 0, geometry: cut.geometry });
    clock.advance(60_000);
    await visit(doors[0] ?? "");
    expect((await listMyTurfs(deps, actorOfUser(ana)))[0]).toMatchObject({ addressCount: 3, visitedCount: 1 });
  });

  it("takes no door that is out with others, also where areas overlap or two hand it out at once", async () => {
    const { cut, doors, shift } = await street(4);
    const half = await createCut(deps, admin, createCutInput.parse({ name: "West end", geometry: squareAround(vancouver, 0.0008) }));
    const west = await handOutTurf(deps, admin, { shiftId: shift.id, cutId: half.id, userIds: [ana.id] });
    expect(west.doors).toBe(2);
    expect(await countTurf(deps, admin, { cutId: cut.id, filter: noTurfFilter })).toEqual({ buildings: 4, doors: 4, ofDoors: 4, out: 2 });
    const both = await Promise.all(
      [ben, cho].map(({ id }) => keyOf(handOutTurf(deps, admin, { shiftId: shift.id, cutId: cut.id, userIds: [id] }))),
    );
    expect(both.sort()).toEqual(["done", "map.turf.alreadyOut"]);
    const held = await db.prisma.turfAssignmentDoor.findMany({ where: { isOut: true } });
    expect(held.map(({ addressId }) => addressId).sort()).toEqual([...doors].sort());
    await returnTurf(deps, admin, west.id);
    expect((await handOutTurf(deps, admin, { shiftId: shift.id, cutId: cut.id, userIds: [ana.id] })).doors).toBe(2);
  });

  it("may be planned, and is taken once", async () => {
    const { cut, shift } = await street(2);
    const planned = await handOutTurf(deps, admin, { shiftId: shift.id, cutId: cut.id, userIds: [] });
    expect(planned).toMatchObject({ handedOutAt: null, doors: 2, people: [] });
    expect(await keyOf(handOutTurf(deps, admin, { shiftId: shift.id, cutId: cut.id, userIds: [ana.id] }))).toBe("map.turf.alreadyOut");
    const given = await givePlannedTurf(deps, admin, { id: planned.id, userIds: [ana.id, ben.id] });
    expect(given.people).toHaveLength(2);
    expect(await keyOf(givePlannedTurf(deps, admin, { id: planned.id, userIds: [cho.id] }))).toBe("map.turf.alreadyOut");
    expect(await keyOf(givePlannedTurf(deps, admin, { id: deps.newId(), userIds: [cho.id] }))).toBe("map.turf.notFound");
  });
});

describe("what is left of a turf", () => {
  it("is split: the farther half goes to another pair, and nobody has a door twice", async () => {
    const { cut, doors, shift } = await street(5);
    const out = await handOutTurf(deps, admin, { shiftId: shift.id, cutId: cut.id, userIds: [ana.id] });
    clock.advance(60_000);
    await visit(doors[0] ?? "");
    const { from, made } = await splitTurf(deps, admin, { id: out.id, part: "half", shiftId: shift.id, userIds: [ben.id] });
    expect(from).toMatchObject({ doors: 3, done: 1, returnedAt: null });
    expect(made).toMatchObject({ doors: 2, done: 0, splitFromId: out.id, cutId: cut.id });
    expect(await doorsOf(ben, made.id)).toEqual([doors[3], doors[4]].sort());
    expect(await doorsOf(ana, out.id)).toEqual([doors[0], doors[1], doors[2]].sort());
  });

  it("moves to another shift, where people take it, and the first pair is free", async () => {
    const { cut, doors, shift } = await street(3);
    const out = await handOutTurf(deps, admin, { shiftId: shift.id, cutId: cut.id, userIds: [ana.id] });
    clock.advance(60_000);
    await visit(doors[1] ?? "", "NOT_HOME");
    const sunday = await aShift(db, { cutId: cut.id, date: "2031-05-18" });
    const { from, made } = await splitTurf(deps, admin, { id: out.id, part: "rest", shiftId: sunday.id, userIds: [] });
    expect(from).toMatchObject({ doors: 1, done: 1, returnedAt: clock.now() });
    expect(made).toMatchObject({ doors: 2, handedOutAt: null, shiftId: sunday.id });
    expect(await listMyTurfs(deps, actorOfUser(ana))).toEqual([]);
    await givePlannedTurf(deps, admin, { id: made.id, userIds: [cho.id] });
    expect(await doorsOf(cho, made.id)).toEqual([doors[0], doors[2]].sort());
    expect(await keyOf(splitTurf(deps, admin, { id: out.id, part: "rest", shiftId: sunday.id, userIds: [] }))).toBe("map.turf.returned");
    for (const door of [doors[0], doors[2]]) await visit(door ?? "");
    expect(await keyOf(splitTurf(deps, admin, { id: made.id, part: "rest", shiftId: shift.id, userIds: [] }))).toBe("map.turf.nothingLeft");
  });
});

describe("the filter of a turf", () => {
  const counted = async (cutId: string, filter: Partial<TurfFilter>) =>
    (await countTurf(deps, admin, { cutId, filter: { ...noTurfFilter, ...filter } })).doors;

  it("leaves in what holds for everything that is asked", async () => {
    const { cut, doors } = await street(3);
    await building(4, { buildingType: "COMMERCIAL" });
    const tower = await building(5, { unitNumbers: ["1", "2"], buildingType: "MULTI_UNIT" });
    expect(await counted(cut.id, {})).toBe(6);
    expect(await counted(cut.id, { residentialOnly: true })).toBe(5);
    await visit(doors[0] ?? "", "COME_BACK_LATER");
    await visit(doors[1] ?? "", "SPOKE_WITH", new Date("2031-05-10T18:00:00Z"));
    await visit(doors[1] ?? "", "NOT_HOME");
    await db.prisma.address.update({ where: { id: doors[1] ?? "" }, data: { supportLevel: "LEVEL_2", sign: true } });
    const resident = { addressId: tower.addresses[1]?.id ?? "", language: "fr-CA", firstName: "Zoé" };
    await db.prisma.resident.create({ data: resident });
    expect(await counted(cut.id, { comeBack: true })).toBe(1);
    expect(await counted(cut.id, { support: ["2"] })).toBe(1);
    expect(await counted(cut.id, { support: ["2", "none"] })).toBe(6);
    expect(await counted(cut.id, { support: ["2"], wantsSign: true, residentialOnly: true })).toBe(1);
    expect(await counted(cut.id, { language: "fr" })).toBe(1);
    expect(await counted(cut.id, { language: "en" })).toBe(0);
    // The one who was met a week ago counts again from the day after, however often nobody was at home since.
    expect(await counted(cut.id, { notReachedSince: "2031-05-01" })).toBe(4);
    expect(await counted(cut.id, { notReachedSince: "2031-05-11" })).toBe(5);
  });

  it("begins a day where the organisation is", async () => {
    const { cut, doors } = await street(1);
    await db.prisma.siteSettings.upsert({
      where: { id: "default" },
      create: { id: "default", timeZone: "America/Vancouver" },
      update: { timeZone: "America/Vancouver" },
    });
    await visit(doors[0] ?? "", "SPOKE_WITH", new Date("2031-05-11T06:30:00Z"));
    expect(await counted(cut.id, { notReachedSince: "2031-05-11" })).toBe(1);
    expect(await counted(cut.id, { notReachedSince: "2031-05-10" })).toBe(0);
  });

  it("is kept, and counts from the next hand-out on", async () => {
    const { cut, doors, shift } = await street(2);
    const out = await handOutTurf(deps, admin, { shiftId: shift.id, cutId: cut.id, userIds: [ana.id] });
    await db.prisma.address.update({ where: { id: doors[0] ?? "" }, data: { sign: true } });
    const filter = { ...noTurfFilter, wantsSign: true };
    expect(await setTurfFilter(deps, admin, { cutId: cut.id, filter })).toEqual({ buildings: 1, doors: 1, ofDoors: 2, out: 1 });
    expect(await getTurfFilter(deps, admin, cut.id)).toEqual(filter);
    expect(await doorsOf(ana, out.id)).toHaveLength(2);
    await returnTurf(deps, admin, out.id);
    const next = await handOutTurf(deps, admin, { shiftId: shift.id, cutId: cut.id, userIds: [ana.id] });
    expect(await doorsOf(ana, next.id)).toEqual([doors[0]]);
    await returnTurf(deps, admin, next.id);
    await db.prisma.address.update({ where: { id: doors[0] ?? "" }, data: { sign: false } });
    expect(await keyOf(handOutTurf(deps, admin, { shiftId: shift.id, cutId: cut.id, userIds: [ana.id] }))).toBe("map.turf.empty");
  });
});

describe("buildings that were one", () => {
  it("leave their door in the turf it was handed out with", async () => {
    const { cut, shift, doors } = await street(1);
    const out = await handOutTurf(deps, admin, { shiftId: shift.id, cutId: cut.id, userIds: [ana.id] });
    const twin = await building(1);
    const [loser] = await db.prisma.address.findMany({ where: { id: doors[0] ?? "" } });
    await mergeLocations(deps, admin, { keepId: twin.id, mergeId: loser?.locationId ?? "" });
    expect(await doorsOf(ana, out.id)).toEqual([twin.addresses[0]?.id]);
  });
});

describe("strangers, volunteers and those of other areas", () => {
  it("neither hand out, split nor filter", async () => {
    const { cut, shift } = await street(2);
    const out = await handOutTurf(deps, admin, { shiftId: shift.id, cutId: cut.id, userIds: [ana.id] });
    const elsewhere = anActor("USER", { permissions: { areas: { map: "edit" }, cutIds: [deps.newId()] } });
    const triedBy = (actor: Actor) => [
      () => handOutTurf(deps, actor, { shiftId: shift.id, cutId: cut.id, userIds: [ben.id] }),
      () => givePlannedTurf(deps, actor, { id: out.id, userIds: [ben.id] }),
      () => splitTurf(deps, actor, { id: out.id, part: "rest", shiftId: shift.id, userIds: [] }),
      () => returnTurf(deps, actor, out.id),
      () => setTurfFilter(deps, actor, { cutId: cut.id, filter: noTurfFilter }),
      () => countTurf(deps, actor, { cutId: cut.id, filter: noTurfFilter }),
      () => getTurfFilter(deps, actor, cut.id),
    ];
    for (const actor of [anActor("USER"), anActor("INFLUENCE_ADMIN"), elsewhere, actorOf(ana), aStranger()])
      for (const work of triedBy(actor)) expect((await errorOf(work()))?.code).toMatch(/^(FORBIDDEN|NOT_FOUND|UNAUTHENTICATED)$/);
    expect(await doorsOf(ana, out.id)).toHaveLength(2);
    expect(await keyOf(doorsOf(ben, out.id))).toBe("map.turf.notYours");
  });
});
