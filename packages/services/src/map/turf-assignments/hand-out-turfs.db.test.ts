import { type Actor, AppError } from "@cml/domain/kernel";
import { createCutInput, createLocationInput, noTurfFilter } from "@cml/domain/map";
import { actorOf, anActor, aShift, aStranger, aUser, createTestDb, fakeClock, squareAround, testDeps, vancouver } from "@cml/testing";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { createCut } from "../cuts/edit-cuts";
import { getCutStatistics, listCutFigures } from "../cuts/read-cuts";
import { createLocation } from "../locations/create-location";
import { applyVisits } from "../visits";
import {
  countTurfFacets, getShiftGround, handOutTurf, handOutTurfs, listMyTurfs, listTurfsToHandOut, passTurf, returnTurf, swapTurfs,
} from "."; // prettier-ignore

const test = await createTestDb();
const { db } = test;
afterAll(() => test.drop());
beforeEach(async () => {
  await db.pool.query(`TRUNCATE "Location", "Cut", "Shift", "CanvassVisit" CASCADE`);
});

const clock = fakeClock("2031-05-17T17:00:00Z");
const deps = testDeps({ db, clock });
const admin = actorOf(await aUser(db, { role: "MAP_ADMIN" }));
const [ana, ben, cho, dee] = await Promise.all([aUser(db), aUser(db), aUser(db), aUser(db)]);

/** Blocks of two buildings with a door each, and a turf around each block. */
const blocks = async (count: number) => {
  const cuts: string[] = [];
  const doors: string[][] = [];
  for (let block = 0; block < count; block += 1) {
    const middle = { latitude: vancouver.latitude, longitude: vancouver.longitude + block * 0.01 };
    const geometry = squareAround(middle, 0.002);
    cuts.push((await createCut(deps, admin, createCutInput.parse({ name: `Block ${block + 1}`, geometry }))).id);
    const own: string[] = [];
    for (const step of [0, 1]) {
      const address = `${block * 10 + step + 1} Alexander St, Vancouver, BC`;
      const at = { ...middle, longitude: middle.longitude + step * 0.0003 };
      own.push((await createLocation(deps, admin, createLocationInput.parse({ ...at, address }))).addresses[0]?.id ?? "");
    }
    doors.push(own);
  }
  return { cuts, doors, shift: await aShift(db) };
};
const visit = async (addressId: string) => {
  const plain = { supportLevel: null, supportDeclined: false, leanCode: null, signRequested: false, signSize: null };
  const at = clock.now();
  await db.prisma.canvassVisit.create({ data: { addressId, userId: ana.id, outcome: "COME_BACK_LATER", visitedAt: at } });
  await applyVisits(db, [{ addressId, visitedAt: at, outcome: "COME_BACK_LATER", userId: ana.id, ...plain }], at);
};
const keyOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    (error: unknown) => {
      if (error instanceof AppError) return error.messageKey;
      throw error;
    },
  );
const turfsOf = async (user: Parameters<typeof actorOf>[0]) => (await listMyTurfs(deps, actorOf(user))).map(({ cutName }) => cutName);

describe("the turfs of an evening", () => {
  it("go out to pairs in one step, and those for nobody are planned", async () => {
    const { cuts, shift } = await blocks(3);
    const turfs = cuts.map((cutId, place) => ({ cutId, userIds: [[ana.id, ben.id], [cho.id, dee.id], []][place] ?? [] }));
    const made = await handOutTurfs(deps, admin, { shiftId: shift.id, turfs });
    expect(made.map(({ doors, people, handedOutAt }) => [doors, people.length, handedOutAt])).toEqual([
      [2, 2, clock.now()],
      [2, 2, clock.now()],
      [2, 0, null],
    ]);
    expect(await turfsOf(dee)).toEqual(["Block 2"]);
    expect((await listTurfsToHandOut(deps, admin)).map(({ name, doors, out }) => [name, doors, out])).toEqual(
      cuts.map((_, place) => [`Block ${place + 1}`, 2, 2]),
    );
  });

  it("all stay when one has no door to give, and it is said which", async () => {
    const { cuts, shift } = await blocks(2);
    await handOutTurf(deps, admin, { shiftId: shift.id, cutId: cuts[1] ?? "", userIds: [ana.id] });
    const turfs = cuts.map((cutId) => ({ cutId, userIds: [ben.id] }));
    await expect(handOutTurfs(deps, admin, { shiftId: shift.id, turfs })).rejects.toMatchObject({
      messageKey: "map.turf.noneLeftOf",
      params: { name: "Block 2" },
    });
    expect(await turfsOf(ben)).toEqual([]);
    const twice = [cuts[0] ?? "", cuts[0] ?? ""].map((cutId) => ({ cutId, userIds: [] }));
    expect(await keyOf(handOutTurfs(deps, admin, { shiftId: shift.id, turfs: twice }))).toBe("map.turf.twice");
  });

  it("lie on the map as they were handed out, with what is done in each building", async () => {
    const { cuts, doors, shift } = await blocks(2);
    const [first] = await handOutTurfs(deps, admin, { shiftId: shift.id, turfs: cuts.map((cutId) => ({ cutId, userIds: [ana.id] })) });
    clock.advance(60_000);
    await visit(doors[0]?.[0] ?? "");
    const { shapes, buildings } = await getShiftGround(deps, admin, { shiftId: shift.id });
    expect(shapes).toHaveLength(2);
    expect(buildings.map(({ assignmentId, doors: all, done }) => [assignmentId === first?.id, all, done]).sort()).toEqual([
      [false, 1, 0],
      [false, 1, 0],
      [true, 1, 0],
      [true, 1, 1],
    ]);
  });
});

describe("turfs that are out", () => {
  it("change hands with what was done in them", async () => {
    const { cuts, doors, shift } = await blocks(2);
    const turfs = [{ cutId: cuts[0] ?? "", userIds: [ana.id, ben.id] }, { cutId: cuts[1] ?? "", userIds: [cho.id] }]; // prettier-ignore
    const [one, two] = await handOutTurfs(deps, admin, { shiftId: shift.id, turfs });
    clock.advance(60_000);
    await visit(doors[0]?.[0] ?? "");
    const swapped = await swapTurfs(deps, admin, { id: one?.id ?? "", withId: two?.id ?? "" });
    expect(swapped.map(({ people, done }) => [people.length, done])).toEqual([
      [1, 1],
      [2, 0],
    ]);
    expect([await turfsOf(ana), await turfsOf(cho)]).toEqual([["Block 2"], ["Block 1"]]);
    expect((await passTurf(deps, admin, { id: one?.id ?? "", userIds: [dee.id] })).people.map(({ userId }) => userId)).toEqual([dee.id]);
    expect(await turfsOf(cho)).toEqual([]);
  });

  it("do not change hands while planned, back, or for people there are not", async () => {
    const { cuts, shift } = await blocks(2);
    const [planned, out] = await handOutTurfs(deps, admin, {
      shiftId: shift.id,
      turfs: [{ cutId: cuts[0] ?? "", userIds: [] }, { cutId: cuts[1] ?? "", userIds: [ana.id] }], // prettier-ignore
    });
    const [plannedId, outId] = [planned?.id ?? "", out?.id ?? ""];
    expect(await keyOf(swapTurfs(deps, admin, { id: plannedId, withId: outId }))).toBe("map.turf.notOut");
    expect(await keyOf(passTurf(deps, admin, { id: plannedId, userIds: [ben.id] }))).toBe("map.turf.notOut");
    expect(await keyOf(passTurf(deps, admin, { id: outId, userIds: [deps.newId()] }))).toBe("map.shift.noSuchPerson");
    await returnTurf(deps, admin, outId);
    expect(await keyOf(passTurf(deps, admin, { id: outId, userIds: [ben.id] }))).toBe("map.turf.notOut");
  });
});

describe("the choices of a turf's filter", () => {
  it("say what each would leave beside the others", async () => {
    const { cuts, doors } = await blocks(1);
    const cutId = cuts[0] ?? "";
    await visit(doors[0]?.[0] ?? "");
    await db.prisma.address.update({ where: { id: doors[0]?.[1] ?? "" }, data: { supportLevel: "LEVEL_2", sign: true } });
    await db.prisma.resident.create({ data: { addressId: doors[0]?.[1] ?? "", language: "fr-CA", firstName: "Zoé" } });
    const nobody = { 1: 0, 2: 0, 3: 0, 4: 0, none: 0 };
    expect(await countTurfFacets(deps, admin, { cutId, filter: noTurfFilter })).toEqual({
      residentialOnly: 2, comeBack: 1, wantsSign: 1, support: { ...nobody, 2: 1, none: 1 }, languages: [{ language: "fr", doors: 1 }],
    }); // prettier-ignore
    // A choice does not hide what stands beside it in its own field.
    expect(await countTurfFacets(deps, admin, { cutId, filter: { ...noTurfFilter, support: ["2"], comeBack: false } })).toMatchObject({
      comeBack: 0,
      wantsSign: 1,
      support: { ...nobody, 2: 1, none: 1 },
    });
    expect((await countTurfFacets(deps, admin, { cutId, filter: { ...noTurfFilter, comeBack: true } })).languages).toEqual([]);
  });
});

describe("a turf that is a list of doors", () => {
  it("has figures like one that is a boundary", async () => {
    const { cuts, doors } = await blocks(2);
    await db.pool.query(`DELETE FROM "CutLocation" WHERE "cutId" = $1`, [cuts[0]]);
    await db.prisma.cutAddress.create({ data: { cutId: cuts[0] ?? "", addressId: doors[0]?.[1] ?? "" } });
    await visit(doors[0]?.[0] ?? "");
    await visit(doors[0]?.[1] ?? "");
    expect(await getCutStatistics(deps, admin, cuts[0] ?? "")).toMatchObject({ locations: 1, addresses: 1, visited: 1, reached: 1 });
    expect((await listCutFigures(deps, admin, cuts)).map(({ addresses, visited }) => [addresses, visited])).toEqual([
      [1, 1],
      [2, 0],
    ]);
  });
});

describe("strangers, volunteers and those of other areas", () => {
  it("neither hand out, pass on nor look", async () => {
    const { cuts, shift } = await blocks(2);
    const made = await handOutTurfs(deps, admin, { shiftId: shift.id, turfs: cuts.map((cutId) => ({ cutId, userIds: [ana.id] })) });
    const [id, withId] = made.map((one) => one.id) as [string, string];
    const elsewhere = anActor("USER", { permissions: { areas: { map: "edit" }, cutIds: [deps.newId()] } });
    const triedBy = (actor: Actor) => [
      () => handOutTurfs(deps, actor, { shiftId: shift.id, turfs: [{ cutId: cuts[0] ?? "", userIds: [] }] }),
      () => passTurf(deps, actor, { id, userIds: [ben.id] }),
      () => swapTurfs(deps, actor, { id, withId }),
      () => getShiftGround(deps, actor, { shiftId: shift.id }),
      () => countTurfFacets(deps, actor, { cutId: cuts[0] ?? "", filter: noTurfFilter }),
    ];
    for (const actor of [anActor("USER"), anActor("INFLUENCE_ADMIN"), elsewhere, actorOf(ana), aStranger()])
      for (const work of triedBy(actor)) await expect(work()).rejects.toMatchObject({ code: expect.stringMatching(/^(FORBIDDEN|NOT_FOUND|UNAUTHENTICATED)$/) as string }); // prettier-ignore
    expect(await listTurfsToHandOut(deps, elsewhere)).toEqual([]);
    for (const actor of [anActor("USER"), aStranger()])
      await expect(async () => listTurfsToHandOut(deps, actor)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
