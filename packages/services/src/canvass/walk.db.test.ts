import type { RecordVisitInput } from "@cml/domain/canvass";
import { listSessionsInput, listVisitsInput } from "@cml/domain/canvass";
import type { Actor, UserActor } from "@cml/domain/kernel";
import { systemActor } from "@cml/domain/kernel";
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
  type TestDb,
  testDeps,
  vancouver,
} from "@cml/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getCutStatistics, getTurfDoors, handOutTurf, listMyShifts, listMyTurfs, returnTurf } from "../map";
import { abandonIdleSessions, endSession, getMySession, listSessions, listVisits, recordVisits, startSession, watchCuts } from ".";

let test: TestDb;
beforeAll(async () => void (test = await createTestDb()));
afterAll(() => test.drop());

const admin = anActor("MAP_ADMIN");
let places = 0;

/** A turf of two buildings (three doors) out with one volunteer, in a place of its own. */
const aWalk = async () => {
  const clock = fakeClock("2031-05-17T17:00:00Z");
  const deps = testDeps({ db: test.db, clock });
  places += 1;
  const middle = { latitude: vancouver.latitude + places * 0.05, longitude: vancouver.longitude };
  const single = await aLocation(test.db, { ...middle, text: `1 Oak St, Vancouver, BC` });
  const double = await aLocation(test.db, {
    ...middle,
    longitude: middle.longitude + 0.001,
    text: `3 Oak St, Vancouver, BC`,
    unitNumbers: ["1", "2"],
  });
  const outside = await aLocation(test.db, { ...middle, longitude: middle.longitude + 0.02, text: `5 Far Rd, Vancouver, BC` });
  const cutId = await aCut(test.db, { geometry: squareAround(middle, 0.005) });
  const shift = await aShift(test.db, { cutId });
  const user = await aUser(test.db);
  const volunteer = actorOf(user);
  const organiser = actorOf(await aUser(test.db, { role: "MAP_ADMIN" }));
  const turf = await handOutTurf(deps, organiser, { shiftId: shift.id, cutId, userIds: [user.id] });
  const sessionId = deps.newId();
  const begin = (actor: Actor = volunteer) =>
    startSession(deps, actor, { id: sessionId, assignmentId: turf.id, start: middle, startedAt: clock.now() });
  const doors = [...single.addressIds, ...double.addressIds];
  const knock = (given: Partial<RecordVisitInput> = {}): RecordVisitInput => ({
    id: deps.newId(), sessionId, addressId: doors[0]!, outcome: "SPOKE_WITH", supportLevel: "LEVEL_2", supportDeclined: false, leanCode: null,
    signRequested: false, signSize: null, notes: null, durationSeconds: null, place: null, recordedAt: clock.now(), ...given,
  }); // prettier-ignore
  return {
    deps,
    clock,
    cutId,
    shift,
    user,
    volunteer,
    organiser,
    turf,
    sessionId,
    begin,
    doors,
    outsideDoor: outside.addressIds[0]!,
    knock,
  };
};

const visitsOf = (addressId: string) => test.db.prisma.canvassVisit.count({ where: { addressId } });
const lapsed = (user: { id: string }, lapse: "SUSPENDED" | "EXPIRED", expiresAt: Date | null) =>
  aStranger({ lapsed: { userId: user.id, role: "TEMP", lapse, expiresAt } });

describe("my turf", () => {
  it("shows its volunteer the shift, the turf and its doors in walking order", async () => {
    const { deps, volunteer, turf, shift } = await aWalk();
    expect(await listMyTurfs(deps, volunteer)).toMatchObject([
      { assignmentId: turf.id, shiftId: shift.id, addressCount: 3, visitedCount: 0 },
    ]);
    expect(await listMyShifts(deps, volunteer)).toMatchObject([
      { id: shift.id, isCaptain: false, startsAt: new Date("2031-05-17T16:00:00Z") },
    ]);
    const { doors, walkDistanceM } = await getTurfDoors(deps, volunteer, { assignmentId: turf.id, start: null });
    expect(doors.map(({ units }) => units.length).sort()).toEqual([1, 2]);
    expect(walkDistanceM).toBeGreaterThan(50);
  });

  it("is nothing to another volunteer, and to its own once it was taken back", async () => {
    const { deps, volunteer, organiser, turf, begin } = await aWalk();
    const other = actorOf(await aUser(test.db));
    await expect(getTurfDoors(deps, other, { assignmentId: turf.id, start: null })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(begin(other)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(begin(aStranger())).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await returnTurf(deps, organiser, turf.id);
    expect(await listMyTurfs(deps, volunteer)).toEqual([]);
    await expect(begin()).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is out with one pair at a time", async () => {
    const { deps, organiser, shift, cutId, user, turf } = await aWalk();
    const again = { shiftId: shift.id, cutId, userIds: [user.id] };
    await expect(handOutTurf(deps, organiser, again)).rejects.toMatchObject({ code: "CONFLICT", messageKey: "map.turf.alreadyOut" });
    await expect(handOutTurf(deps, anActor("USER"), again)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await returnTurf(deps, organiser, turf.id);
    await expect(returnTurf(deps, organiser, turf.id)).rejects.toMatchObject({ code: "CONFLICT" });
    await handOutTurf(deps, organiser, again);
  });

  it("opens to the captain of its shift", async () => {
    const { deps, turf, shift } = await aWalk();
    const captain = actorOf(await aUser(test.db));
    await test.db.prisma.shift.update({ where: { id: shift.id }, data: { captainUserId: captain.userId } });
    expect((await getTurfDoors(deps, captain, { assignmentId: turf.id, start: null })).doors).toHaveLength(2);
  });
});

describe("a session", () => {
  it("starts once however often it is sent, and one at a time", async () => {
    const { deps, volunteer, begin, sessionId, turf, clock } = await aWalk();
    const [first, second] = await Promise.all([begin(), begin()]);
    expect(second).toEqual(first);
    expect(await getMySession(deps, volunteer)).toMatchObject({ id: sessionId, status: "ACTIVE" });
    expect(await test.db.prisma.trackingSession.count({ where: { canvassSessionId: sessionId, isActive: true } })).toBe(1);
    const other = { id: deps.newId(), assignmentId: turf.id, start: null, startedAt: clock.now() };
    await expect(startSession(deps, volunteer, other)).rejects.toMatchObject({ code: "CONFLICT", messageKey: "canvass.sessionOpen" });
    await endSession(deps, volunteer, { id: sessionId, endedAt: clock.now() });
    expect((await endSession(deps, volunteer, { id: sessionId, endedAt: clock.now() })).status).toBe("COMPLETED");
    expect((await startSession(deps, volunteer, other)).id).toBe(other.id);
  });

  it("is nobody else's to end or to start again", async () => {
    const { deps, begin, sessionId, clock } = await aWalk();
    await begin();
    const other = actorOf(await aUser(test.db));
    await expect(endSession(deps, other, { id: sessionId, endedAt: clock.now() })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(begin(other)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is abandoned after twelve hours without a sign of life, with its tracking", async () => {
    const { deps, begin, sessionId, clock, cutId } = await aWalk();
    await begin();
    clock.set(new Date("2031-05-18T04:59:59Z"));
    await abandonIdleSessions(deps, systemActor());
    const find = () => listSessions(deps, admin, listSessionsInput.parse({ cutId }));
    expect((await find()).items).toMatchObject([{ id: sessionId, status: "ACTIVE" }]);
    clock.set(new Date("2031-05-18T05:00:00Z"));
    await abandonIdleSessions(deps, systemActor());
    expect((await find()).items).toMatchObject([{ status: "ABANDONED", endedAt: new Date("2031-05-17T17:00:00Z") }]);
    expect(await test.db.prisma.trackingSession.count({ where: { canvassSessionId: sessionId, isActive: true } })).toBe(0);
  });
});

describe("a visit", () => {
  it("stands at its door, building and turf, and before the organiser, and is announced", async () => {
    const { deps, begin, volunteer, doors, knock, cutId, clock } = await aWalk();
    await begin();
    const events: unknown[] = [];
    const stop = deps.events.subscribe((event) => events.push(event));
    const visit = knock({ signRequested: true, signSize: "large", notes: "Call after six" });
    expect(await recordVisits(deps, volunteer, { visits: [visit] })).toEqual({ results: [{ id: visit.id, status: "recorded" }] });
    stop();
    expect(events).toContainEqual({ type: "visit.recorded", cutId, addressId: doors[0] });
    expect(await test.db.prisma.address.findUnique({ where: { id: doors[0]! }, include: { location: true } })).toMatchObject({
      lastOutcome: "SPOKE_WITH", supportLevel: "LEVEL_2", sign: true, signSize: "large", lastVisitedAt: clock.now(), location: { lastVisitedAt: clock.now() },
    }); // prettier-ignore
    expect(await getCutStatistics(deps, admin, cutId)).toMatchObject({
      addresses: 3,
      visited: 1,
      reached: 1,
      completionPercentage: 33,
      signs: 1,
    });
    const page = await listVisits(deps, admin, listVisitsInput.parse({ cutId }));
    expect(page.items).toMatchObject([
      { id: visit.id, address: "1 Oak St", outcome: "SPOKE_WITH", supportLevel: "LEVEL_2", heldForReview: false },
    ]);
    expect(await watchCuts(deps, admin)).toContainEqual(
      expect.objectContaining({ cutId, visitsToday: 1, activeSessions: 1, visitedCount: 1 }),
    );
  });

  it("sent twice, in one batch or two or at once, is one row with the same answer", async () => {
    const { deps, begin, volunteer, doors, knock } = await aWalk();
    await begin();
    const visit = knock();
    const batches = await Promise.all([1, 2, 3].map(() => recordVisits(deps, volunteer, { visits: [visit, visit] })));
    expect(batches.flatMap(({ results }) => results).every(({ status }) => status === "recorded" || status === "known")).toBe(true);
    expect(await visitsOf(doors[0]!)).toBe(1);
  });

  it("is answered apart from its neighbours: what is wrong is refused with a reason, the rest is kept", async () => {
    const { deps, begin, volunteer, doors, knock, outsideDoor, clock } = await aWalk();
    await begin();
    const someoneElses = await aWalk();
    await someoneElses.begin();
    const visits = [
      { id: "nonsense", outcome: "DANCED" },
      knock({ addressId: outsideDoor }),
      knock({ addressId: deps.newId() }),
      knock({ sessionId: deps.newId() }),
      knock({ sessionId: someoneElses.sessionId, addressId: someoneElses.doors[0]! }),
      knock({ recordedAt: new Date(clock.now().getTime() + 3_600_000) }),
      knock({ recordedAt: new Date(clock.now().getTime() - 3_600_000) }),
      knock({ addressId: doors[1]!, outcome: "NOT_HOME", supportLevel: "LEVEL_1" }),
    ];
    const { results } = await recordVisits(deps, volunteer, { visits });
    expect(results.map((result) => (result.status === "refused" ? result.reason : result.status))).toEqual([
      "malformed", "notYourTurf", "noSuchDoor", "noSession", "notYourSession", "inTheFuture", "beforeSession", "recorded",
    ]); // prettier-ignore
    expect(results.every((result) => result.status !== "refused" || result.message.length > 10)).toBe(true);
    expect(await visitsOf(outsideDoor)).toBe(0);
    expect(await test.db.prisma.address.findUnique({ where: { id: doors[1]! } })).toMatchObject({
      lastOutcome: "NOT_HOME",
      supportLevel: null,
    });
    await expect(recordVisits(deps, aStranger(), { visits })).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("cannot take an id somebody else used", async () => {
    const mine = await aWalk();
    await mine.begin();
    const theirs = await aWalk();
    await theirs.begin();
    const visit = mine.knock();
    await recordVisits(mine.deps, mine.volunteer, { visits: [visit] });
    const { results } = await recordVisits(theirs.deps, theirs.volunteer, { visits: [theirs.knock({ id: visit.id })] });
    expect(results).toMatchObject([{ status: "refused", reason: "idTaken" }]);
  });

  it("that arrives late does not hide a newer one, and an unasked question wipes no answer", async () => {
    const { deps, begin, volunteer, doors, knock, clock } = await aWalk();
    await begin();
    clock.set(new Date("2031-05-17T18:00:00Z"));
    const early = new Date("2031-05-17T17:10:00Z");
    const late = new Date("2031-05-17T17:50:00Z");
    await recordVisits(deps, volunteer, {
      visits: [knock({ recordedAt: late, outcome: "COME_BACK_LATER", supportLevel: null }), knock({ recordedAt: early })],
    });
    expect(await visitsOf(doors[0]!)).toBe(2);
    expect(await test.db.prisma.address.findUnique({ where: { id: doors[0]! } })).toMatchObject({
      lastOutcome: "COME_BACK_LATER",
      lastVisitedAt: late,
      supportLevel: "LEVEL_2",
    });
  });

  it("made before the account expired counts for fourteen days; made after it, or brought later, it does not", async () => {
    const { deps, begin, user, knock, clock, doors } = await aWalk();
    await begin();
    const expiresAt = new Date("2031-05-17T17:30:00Z");
    const ghost = lapsed(user, "EXPIRED", expiresAt);
    clock.set(new Date("2031-05-31T17:00:00Z"));
    const before = new Date("2031-05-17T17:20:00Z");
    const inTime = await recordVisits(deps, ghost, {
      visits: [knock({ recordedAt: before }), knock({ recordedAt: new Date("2031-05-17T17:40:00Z") })],
    });
    expect(inTime.results).toMatchObject([{ status: "recorded" }, { reason: "afterAccountEnded" }]);
    clock.set(new Date("2031-05-31T17:30:01Z"));
    expect((await recordVisits(deps, ghost, { visits: [knock({ recordedAt: before })] })).results).toMatchObject([{ reason: "tooLate" }]);
    expect(await visitsOf(doors[0]!)).toBe(1);
  });

  it("of a suspended account is held for review and counts nowhere", async () => {
    const { deps, begin, user, knock, doors, cutId } = await aWalk();
    await begin();
    const visit = knock();
    const ghost = lapsed(user, "SUSPENDED", null);
    expect((await recordVisits(deps, ghost, { visits: [visit] })).results).toEqual([{ id: visit.id, status: "held" }]);
    expect((await recordVisits(deps, ghost, { visits: [visit] })).results).toEqual([{ id: visit.id, status: "held" }]);
    expect(await test.db.prisma.address.findUnique({ where: { id: doors[0]! } })).toMatchObject({
      lastVisitedAt: null,
      supportLevel: null,
    });
    expect(await getCutStatistics(deps, admin, cutId)).toMatchObject({ visited: 0 });
    expect((await listVisits(deps, admin, listVisitsInput.parse({ cutId, heldOnly: true }))).items).toMatchObject([
      { id: visit.id, heldForReview: true },
    ]);
  });

  it("and another at the same moment leave the turf's count right", async () => {
    const { deps, begin, volunteer, doors, knock, cutId } = await aWalk();
    await begin();
    await Promise.all(doors.map((addressId) => recordVisits(deps, volunteer, { visits: [knock({ addressId })] })));
    expect(await test.db.prisma.cut.findUnique({ where: { id: cutId } })).toMatchObject({
      addressCount: 3,
      visitedCount: 3,
      completionPercentage: 100,
    });
  });
});

describe("the organiser's view", () => {
  it("is limited to the named areas of the account", async () => {
    const { deps, begin, volunteer, knock, cutId } = await aWalk();
    await begin();
    await recordVisits(deps, volunteer, { visits: [knock()] });
    const limited = (cutIds: string[]): UserActor => anActor("USER", { permissions: { areas: { canvass: "view" }, cutIds } });
    expect((await listVisits(deps, limited([cutId]), listVisitsInput.parse({}))).items).toHaveLength(1);
    expect((await listVisits(deps, limited([deps.newId()]), listVisitsInput.parse({}))).items).toHaveLength(0);
    expect((await listSessions(deps, limited([cutId]), listSessionsInput.parse({}))).total).toBe(1);
    expect((await watchCuts(deps, limited([cutId]))).map((cut) => cut.cutId)).toEqual([cutId]);
    expect(await watchCuts(deps, volunteer)).toEqual([]);
  });
});
