import { type Actor, AppError } from "@cml/domain/kernel";
import { createCutInput, createLocationInput, type DayPerson, type Shift } from "@cml/domain/map";
import {
  actorOf,
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
import { endSession, hearPhone, recordVisits, startSession } from "../../canvass";
import { createCut } from "../cuts/edit-cuts";
import { createLocation } from "../locations/create-location";
import { addSignup, cancelSignup, getMySignup, getShift, previewShiftMessage, signUpForShift } from "../shifts";
import { getTurfDoors } from "../turf-assignments";
import {
  addWalkUp, checkIn, checkInByCode, closeShift, giveDayTurf, handOutDayTurf, markBack, readShiftDay, reopenShift, splitDayTurf, takeBackDayTurf, undoCheckIn,
} from "."; // prettier-ignore

let test: TestDb;
let admin: Actor;
beforeAll(async () => {
  test = await createTestDb();
  admin = actorOf(await aUser(test.db, { role: "MAP_ADMIN" }));
});
afterAll(() => test.drop());

let houses = 0;
/** A shift at ten in Edmonton with a captain, and the clock at nine on its day. */
const house = async (given: Partial<Shift> = {}) => {
  const clock = fakeClock("2026-11-28T16:00:00Z");
  const deps = testDeps({ db: test.db, clock });
  const captain = await aUser(test.db, { role: "USER", name: "Cap Tain" });
  // Each on ground of its own.
  houses += 1;
  const middle = { latitude: vancouver.latitude + houses * 0.05, longitude: vancouver.longitude };
  const cut = await createCut(deps, admin, createCutInput.parse({ name: `North ${houses}`, geometry: squareAround(middle, 0.01) }));
  const times = { date: "2026-11-28", startTime: "10:00", endTime: "13:00", maxVolunteers: 2, openPlaces: 2 };
  const shift = await aShift(test.db, { ...times, captainUserId: captain.id, cutId: cut.id, ...given });
  return { clock, deps, captain: actorOf(captain), cut, middle, shift, shiftId: shift.id };
};
type House = Awaited<ReturnType<typeof house>>;
const signedUp = async (here: House, name: string) => {
  const account = await aUser(test.db, { role: "USER", name });
  const signup = await addSignup(here.deps, admin, { shiftId: here.shiftId, userId: account.id, name: null, email: null, phone: null });
  return { account, actor: actorOf(account), signupId: signup.id };
};
const personOf = async ({ deps, captain, shiftId }: House, signupId: string): Promise<DayPerson | undefined> =>
  (await readShiftDay(deps, captain, { shiftId })).people.find((one) => one.signupId === signupId);
const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    (error: unknown) => {
      if (error instanceof AppError) return `${error.code} ${error.messageKey}`;
      throw error;
    },
  );
const doorsOf = async (here: House, count: number): Promise<void> => {
  for (let place = 0; place < count; place += 1) {
    const at = { ...here.middle, longitude: here.middle.longitude + place * 0.0005 };
    const address = `${place + 1} ${here.shiftId.slice(-6)} St, Vancouver, BC`;
    await createLocation(here.deps, admin, createLocationInput.parse({ ...at, address }));
  }
};
const walkUp = (here: House, name: string, phone: string | null = "604 555-0101") =>
  ({ shiftId: here.shiftId, id: here.deps.newId(), name, phone, locale: "en", at: null }) as const;

describe("checking in", () => {
  it("is done once, however often it is said, and can be taken back", async () => {
    const here = await house();
    const { deps, captain, shiftId } = here;
    const { signupId } = await signedUp(here, "Ana");
    expect(await personOf(here, signupId)).toMatchObject({ state: "EXPECTED", status: "CONFIRMED" });
    await checkIn(deps, captain, { shiftId, signupId, at: null });
    here.clock.advance(60_000);
    const again = await checkIn(deps, captain, { shiftId, signupId, at: null });
    // A message to everybody reaches those who are here too.
    expect(await previewShiftMessage(deps, admin, { shiftId, bodies: { en: "Rain", fr: null } })).toMatchObject({ recipients: 1 });
    expect(again).toMatchObject({ state: "HERE", status: "ATTENDED", checkedInAt: new Date("2026-11-28T16:00:00Z") });
    expect(await undoCheckIn(deps, captain, { shiftId, signupId })).toMatchObject({ state: "EXPECTED", checkedInAt: null });
    expect((await undoCheckIn(deps, captain, { shiftId, signupId })).state).toBe("EXPECTED");
  });

  it("keeps the moment a phone without signal noted, but none of the future", async () => {
    const here = await house();
    const { deps, captain, shiftId } = here;
    const [ana, ben] = [await signedUp(here, "Ana"), await signedUp(here, "Ben")];
    const early = new Date("2026-11-28T15:30:00Z");
    expect((await checkIn(deps, captain, { shiftId, signupId: ana.signupId, at: early })).checkedInAt).toEqual(early);
    const later = new Date("2026-11-29T15:30:00Z");
    expect((await checkIn(deps, captain, { shiftId, signupId: ben.signupId, at: later })).checkedInAt).toEqual(here.clock.now());
  });

  it("begins with the day, and takes whoever waited or had cancelled; taking it back makes them what they were", async () => {
    const here = await house({ openPlaces: 1, maxVolunteers: 1 });
    const { deps, captain, shiftId, clock } = here;
    clock.set("2026-11-27T18:00:00Z");
    const first = await signedUp(here, "First");
    await signUpForShift(deps, aStranger(), { shiftId, name: "Second", email: "second@example.org", phone: null, locale: "fr" });
    const second = (await getShift(deps, admin, shiftId)).signups.find(({ userName }) => userName === "Second")?.id ?? "";
    expect(await refusal(checkIn(deps, captain, { shiftId, signupId: first.signupId, at: null }))).toBe("CONFLICT map.shiftDay.tooEarly");
    clock.set("2026-11-28T17:10:00Z");
    expect(await personOf(here, second)).toMatchObject({ state: "WAITING", locale: "fr" });
    expect((await checkIn(deps, captain, { shiftId, signupId: second, at: null })).state).toBe("HERE");
    await checkIn(deps, captain, { shiftId, signupId: first.signupId, at: null });
    expect(await getShift(deps, admin, shiftId)).toMatchObject({ status: "FULL", currentVolunteers: 2 });
    expect((await undoCheckIn(deps, captain, { shiftId, signupId: second })).state).toBe("WAITING");
    expect(await getShift(deps, admin, shiftId)).toMatchObject({ status: "FULL", currentVolunteers: 1 });
  });

  it("is possible again for somebody an organiser took off the list meanwhile", async () => {
    const here = await house();
    const { deps, captain, shiftId } = here;
    const { signupId } = await signedUp(here, "Ana");
    await checkIn(deps, captain, { shiftId, signupId, at: null });
    await cancelSignup(deps, admin, signupId);
    expect(await personOf(here, signupId)).toMatchObject({ state: "CANCELLED" });
    expect((await checkIn(deps, captain, { shiftId, signupId, at: null })).state).toBe("HERE");
    expect((await undoCheckIn(deps, captain, { shiftId, signupId })).state).toBe("CANCELLED");
  });

  it("notes who went home", async () => {
    const here = await house();
    const { deps, captain, shiftId } = here;
    const { signupId } = await signedUp(here, "Ana");
    const back = { shiftId, signupId, at: null };
    expect(await refusal(markBack(deps, captain, { ...back, back: true }))).toBe("CONFLICT map.shiftDay.notHere");
    await checkIn(deps, captain, back);
    expect((await markBack(deps, captain, { ...back, back: true })).state).toBe("LEFT");
    expect((await markBack(deps, captain, { ...back, back: false })).state).toBe("HERE");
  });
});

describe("a check-in code", () => {
  /** The code on the page of somebody's own sign-up, as it stands there today. */
  const codeOf = async ({ deps }: House, signupId: string): Promise<string | null> => {
    const token = deps.secrets.keyedHash("shift-signup-link", signupId);
    return (await getMySignup(deps, aStranger({ ipHash: crypto.randomUUID() }), { token })).checkInCode;
  };
  it("stands on the person's own page that day, and checks in whoever shows it", async () => {
    const here = await house();
    const { deps, captain, shiftId, clock } = here;
    const { signupId } = await signedUp(here, "Ana");
    clock.set("2026-11-28T06:59:00Z");
    expect(await codeOf(here, signupId)).toBeNull();
    clock.set("2026-11-28T17:20:00Z");
    const code = (await codeOf(here, signupId)) ?? "";
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const scanned = `https://act.example.org/canvass/check-in/${code}`;
    expect(await checkInByCode(deps, captain, { shiftId, code: scanned })).toMatchObject({
      already: false,
      person: { signupId, state: "HERE" },
    });
    const typed = code.replace("-", " ").toLowerCase();
    expect(await checkInByCode(deps, captain, { shiftId, code: typed })).toMatchObject({ already: true, person: { signupId } });
    expect(await codeOf(here, signupId)).toBeNull();
  });

  it("is refused when it is none, forged, of another shift or another day, or of somebody who cancelled", async () => {
    const here = await house();
    const { deps, captain, shiftId, clock } = here;
    const afternoon = await house({ title: "Phones at two", startTime: "14:00", endTime: "16:00" });
    const tomorrow = await house({ date: "2026-11-29" });
    const [mine, theirs, later] = [await signedUp(here, "Ana"), await signedUp(afternoon, "Ben"), await signedUp(tomorrow, "Cho")];
    const try_ = (code: string) => refusal(checkInByCode(deps, captain, { shiftId, code }));
    expect(await try_("hello")).toBe("INVALID map.shiftDay.noCode");
    expect(await try_("ABCD-EFGH")).toBe("INVALID map.shiftDay.forged");
    expect(await try_((await codeOf(afternoon, theirs.signupId)) ?? "")).toBe("CONFLICT map.shiftDay.otherShift");
    clock.set("2026-11-29T17:00:00Z");
    tomorrow.clock.set("2026-11-29T17:00:00Z");
    const tomorrows = (await codeOf(tomorrow, later.signupId)) ?? "";
    clock.set("2026-11-28T17:00:00Z");
    expect(await try_(tomorrows)).toBe("CONFLICT map.shiftDay.otherDay");
    const own = (await codeOf(here, mine.signupId)) ?? "";
    await test.db.prisma.shiftSignup.update({ where: { id: mine.signupId }, data: { status: "CANCELLED", cancelledAt: clock.now() } });
    expect(await try_(own)).toBe("CONFLICT map.shiftDay.codeCancelled");
  });

  it("cannot be guessed: who tries too often waits", async () => {
    const here = await house();
    const { deps, captain, shiftId } = here;
    const tries: string[] = [];
    for (let tried = 0; tried < 61; tried += 1) tries.push(await refusal(checkInByCode(deps, captain, { shiftId, code: "ABCD-EFGH" })));
    expect(tries.slice(0, 60)).toEqual(Array.from({ length: 60 }, () => "INVALID map.shiftDay.forged"));
    expect(tries[60]).toBe("RATE_LIMITED rateLimited");
  });
});

describe("somebody who just came", () => {
  it("is added once with a small account that has no address, also when the shift is full", async () => {
    const here = await house({ openPlaces: 1, maxVolunteers: 1 });
    const { deps, captain, shiftId } = here;
    await signedUp(here, "Ana");
    const input = walkUp(here, "Walt");
    const [one, two] = [await addWalkUp(deps, captain, input), await addWalkUp(deps, captain, input)];
    expect(one).toMatchObject({ name: "Walt", phone: "604 555-0101", state: "HERE", source: "WALK_UP" });
    expect(two).toEqual(one);
    const account = await test.db.prisma.user.findUniqueOrThrow({ where: { id: one.userId ?? "" } });
    expect(account).toMatchObject({ role: "TEMP", email: null, phone: "604 555-0101", expiresAt: new Date("2026-11-29T20:00:00Z") });
    expect(await getShift(deps, admin, shiftId)).toMatchObject({ status: "FULL", currentVolunteers: 2 });
    await undoCheckIn(deps, captain, { shiftId, signupId: one.signupId });
    expect(await personOf(here, one.signupId)).toBeUndefined();
    expect(await getShift(deps, admin, shiftId)).toMatchObject({ status: "FULL", currentVolunteers: 1 });
  });

  it("is the one on the list when name and number are theirs", async () => {
    const here = await house();
    const { deps, captain, shiftId } = here;
    const added = await addSignup(deps, admin, { shiftId, userId: null, name: "Zoé Roy", email: null, phone: "(604) 555-0199" });
    expect(await addWalkUp(deps, captain, walkUp(here, "zoe roy", "+1 604 555 0199"))).toMatchObject({ signupId: added.id, state: "HERE" });
    const other = await house();
    const theirs = walkUp(other, "Walt");
    await addWalkUp(other.deps, other.captain, theirs);
    expect(await refusal(addWalkUp(deps, captain, { ...theirs, shiftId, name: "Other", phone: null }))).toBe(
      "NOT_FOUND map.shift.signupNotFound",
    );
  });
});

describe("turf on the day", () => {
  it("goes out, is split, passed on and taken back by the captain; what phones hold is known", async () => {
    const here = await house();
    const { deps, captain, shiftId, cut, clock } = here;
    await doorsOf(here, 6);
    const [ana, ben] = [await signedUp(here, "Ana"), await signedUp(here, "Ben")];
    expect((await readShiftDay(deps, captain, { shiftId })).free).toEqual([{ cutId: cut.id, cutName: cut.name }]);
    const turf = await handOutDayTurf(deps, captain, { shiftId, cutId: cut.id, userIds: [ana.account.id] });
    // Handed out, but not here yet.
    expect((await personOf(here, ana.signupId))?.state).toBe("EXPECTED");
    await checkIn(deps, captain, { shiftId, signupId: ana.signupId, at: null });
    expect((await personOf(here, ana.signupId))?.state).toBe("OUT");
    expect(await refusal(undoCheckIn(deps, captain, { shiftId, signupId: ana.signupId }))).toBe("CONFLICT map.shiftDay.hasTurf");
    const session = { id: deps.newId(), assignmentId: turf.id, start: null, startedAt: clock.now() };
    await startSession(deps, ana.actor, session);
    clock.advance(60_000);
    const { doors } = await getTurfDoors(deps, ana.actor, { assignmentId: turf.id, start: null });
    const visit = {
      id: deps.newId(),
      sessionId: session.id,
      addressId: doors[0]?.units[0]?.id ?? "",
      outcome: "NOT_HOME",
      recordedAt: clock.now(),
    };
    expect((await recordVisits(deps, ana.actor, { visits: [visit] })).results).toMatchObject([{ status: "recorded" }]);
    await hearPhone(deps, ana.actor, { id: session.id, unsent: 3 });
    const day = await readShiftDay(deps, captain, { shiftId });
    expect(day.turfs).toMatchObject([
      { doors: 6, done: 1, startedAt: session.startedAt, lastVisitAt: clock.now(), people: [{ name: "Ana" }] },
    ]);
    expect(day.phones).toEqual([{ userId: ana.account.id, name: "Ana", unsent: 3, heardAt: clock.now(), isWalking: true }]);
    expect(day.free).toEqual([]);
    const { made } = await splitDayTurf(deps, captain, { shiftId, id: turf.id, part: "half", userIds: [ben.account.id] });
    expect(made.doors).toBe(3);
    await giveDayTurf(deps, captain, { shiftId, id: made.id, userIds: [ana.account.id, ben.account.id] });
    await takeBackDayTurf(deps, captain, { shiftId, id: made.id });
    await takeBackDayTurf(deps, captain, { shiftId, id: turf.id });
    expect((await personOf(here, ana.signupId))?.state).toBe("BACK");
  });

  it("does not reach beyond the shift for a captain: other areas, other people, other turfs", async () => {
    const here = await house();
    const other = await house();
    const { deps, captain, shiftId, cut } = here;
    await doorsOf(other, 1);
    const stranger = await aUser(test.db);
    const turf = await handOutDayTurf(other.deps, other.captain, { shiftId: other.shiftId, cutId: other.cut.id, userIds: [] });
    const { account } = await signedUp(here, "Ana");
    expect(await refusal(handOutDayTurf(deps, captain, { shiftId, cutId: other.cut.id, userIds: [account.id] }))).toBe(
      "NOT_FOUND map.cut.notFound",
    );
    expect(await refusal(handOutDayTurf(deps, captain, { shiftId, cutId: cut.id, userIds: [stranger.id] }))).toBe(
      "FORBIDDEN map.shiftDay.notOfShift",
    );
    const theirs = { shiftId, id: turf.id, userIds: [account.id] };
    expect(await refusal(giveDayTurf(deps, captain, theirs))).toBe("NOT_FOUND map.turf.notFound");
    expect(await refusal(splitDayTurf(deps, captain, { ...theirs, part: "half" }))).toBe("NOT_FOUND map.turf.notFound");
    expect(await refusal(takeBackDayTurf(deps, captain, theirs))).toBe("NOT_FOUND map.turf.notFound");
  });
});

describe("closing", () => {
  it("notes who attended and who did not come, once, and can be taken back", async () => {
    const here = await house();
    const { deps, captain, shiftId, clock } = here;
    const [ana, ben] = [await signedUp(here, "Ana"), await signedUp(here, "Ben")];
    await checkIn(deps, captain, { shiftId, signupId: ana.signupId, at: null });
    expect(await refusal(closeShift(deps, captain, { shiftId, reason: null }))).toBe("CONFLICT map.shiftDay.notBegun");
    clock.set("2026-11-28T20:05:00Z");
    const closed = await closeShift(deps, captain, { shiftId, reason: "Not needed" });
    expect(closed.shift).toMatchObject({ closedAt: clock.now(), closeReason: null });
    expect(closed.people.map(({ name, status }) => [name, status])).toEqual([["Ana", "ATTENDED"], ["Ben", "NO_SHOW"]]); // prettier-ignore
    clock.advance(1000);
    expect((await closeShift(deps, captain, { shiftId, reason: null })).shift.closedAt).toEqual(closed.shift.closedAt);
    expect(await refusal(checkIn(deps, captain, { shiftId, signupId: ben.signupId, at: null }))).toBe("CONFLICT map.shiftDay.closed");
    expect(await refusal(addWalkUp(deps, captain, walkUp(here, "Walt")))).toBe("CONFLICT map.shiftDay.closed");
    const open = await reopenShift(deps, captain, { shiftId });
    expect(open.people.map(({ state }) => state)).toEqual(["HERE", "EXPECTED"]);
  });

  it("waits for turfs that are out and phones that hold records, unless a reason is given; who walked attended", async () => {
    const here = await house();
    const { deps, captain, shiftId, cut, clock } = here;
    await doorsOf(here, 2);
    const { account, actor, signupId } = await signedUp(here, "Ana");
    const turf = await handOutDayTurf(deps, captain, { shiftId, cutId: cut.id, userIds: [account.id] });
    const session = { id: deps.newId(), assignmentId: turf.id, start: null, startedAt: clock.now() };
    await startSession(deps, actor, session);
    await hearPhone(deps, actor, { id: session.id, unsent: 6 });
    expect((await personOf(here, signupId))?.state).toBe("OUT");
    clock.set("2026-11-28T20:05:00Z");
    expect(await refusal(closeShift(deps, captain, { shiftId, reason: null }))).toBe("CONFLICT map.shiftDay.stillOut");
    await takeBackDayTurf(deps, captain, { shiftId, id: turf.id });
    await endSession(deps, actor, { id: session.id, endedAt: clock.now() });
    expect(await refusal(closeShift(deps, captain, { shiftId, reason: null }))).toBe("CONFLICT map.shiftDay.stillOut");
    const again = await handOutDayTurf(deps, captain, { shiftId, cutId: cut.id, userIds: [account.id] });
    const closed = await closeShift(deps, captain, { shiftId, reason: "Ana went home with her phone." });
    expect(closed.shift.closeReason).toBe("Ana went home with her phone.");
    expect(closed.people).toMatchObject([{ name: "Ana", status: "ATTENDED" }]);
    expect(closed.turfs.find(({ id }) => id === again.id)?.returnedAt).toEqual(clock.now());
    expect(closed.free).toEqual([{ cutId: cut.id, cutName: cut.name }]);
    await hearPhone(deps, actor, { id: session.id, unsent: 0 });
    expect((await readShiftDay(deps, captain, { shiftId })).phones).toMatchObject([{ unsent: 0, isWalking: false }]);
  });
});

describe("a phone that was without signal all evening", () => {
  it("brings its walk after the shift was closed, and every door of it counts; a walk begun after that does not", async () => {
    const here = await house();
    const { deps, captain, shiftId, cut, clock } = here;
    await doorsOf(here, 2);
    const { account, actor, signupId } = await signedUp(here, "Ana");
    const turf = await handOutDayTurf(deps, captain, { shiftId, cutId: cut.id, userIds: [account.id] });
    const { doors } = await getTurfDoors(deps, actor, { assignmentId: turf.id, start: null });
    await checkIn(deps, captain, { shiftId, signupId, at: null });
    const began = new Date(clock.now().getTime() + 60_000);
    clock.set("2026-11-28T20:05:00Z");
    await closeShift(deps, captain, { shiftId, reason: "Ana does not answer." });
    clock.advance(3_600_000);
    const late = { id: deps.newId(), assignmentId: turf.id, start: null, startedAt: clock.now() };
    expect(await refusal(startSession(deps, actor, late))).toBe("NOT_FOUND map.turf.notYours");
    const session = { ...late, id: deps.newId(), startedAt: began };
    await startSession(deps, actor, session);
    const knocked = { sessionId: session.id, outcome: "NOT_HOME", recordedAt: new Date(began.getTime() + 60_000) };
    const visits = doors.flatMap(({ units }) => units.map(({ id }) => ({ ...knocked, id: deps.newId(), addressId: id })));
    const { results } = await recordVisits(deps, actor, { visits });
    expect(results.map(({ status }) => status)).toEqual(["recorded", "recorded"]);
    expect((await readShiftDay(deps, captain, { shiftId })).turfs).toMatchObject([{ doors: 2, done: 2 }]);
    expect(await refusal(getTurfDoors(deps, actor, { assignmentId: turf.id, start: null }))).toBe("NOT_FOUND map.turf.notYours");
  });

  it("brings its walk after the turf went on to somebody else, and counts for what it began before that", async () => {
    const here = await house();
    const { deps, captain, shiftId, cut, clock } = here;
    await doorsOf(here, 1);
    const [ana, ben] = [await signedUp(here, "Ana"), await signedUp(here, "Ben")];
    const turf = await handOutDayTurf(deps, captain, { shiftId, cutId: cut.id, userIds: [ana.account.id] });
    const began = new Date(clock.now().getTime() + 60_000);
    clock.advance(600_000);
    await giveDayTurf(deps, captain, { shiftId, id: turf.id, userIds: [ben.account.id] });
    clock.advance(600_000);
    const session = { id: deps.newId(), assignmentId: turf.id, start: null, startedAt: began };
    await startSession(deps, ana.actor, session);
    const late = { ...session, id: deps.newId(), startedAt: clock.now() };
    expect(await refusal(startSession(deps, ana.actor, late))).toBe("NOT_FOUND map.turf.notYours");
  });
});

describe("the captain's right", () => {
  const everything = (here: House, actor: Actor) => {
    const { deps, shiftId, cut } = here;
    const id = deps.newId();
    const person = { shiftId, signupId: id, at: null };
    return Promise.all(
      [
        readShiftDay(deps, actor, { shiftId }),
        checkIn(deps, actor, person),
        undoCheckIn(deps, actor, person),
        markBack(deps, actor, { ...person, back: true }),
        checkInByCode(deps, actor, { shiftId, code: "ABCD-EFGH" }),
        addWalkUp(deps, actor, walkUp(here, "Walt")),
        handOutDayTurf(deps, actor, { shiftId, cutId: cut.id, userIds: [] }),
        giveDayTurf(deps, actor, { shiftId, id, userIds: [id] }),
        takeBackDayTurf(deps, actor, { shiftId, id }),
        splitDayTurf(deps, actor, { shiftId, id, part: "half", userIds: [id] }),
        closeShift(deps, actor, { shiftId, reason: "x" }),
        reopenShift(deps, actor, { shiftId }),
      ].map(refusal),
    );
  };
  const refused = Array.from({ length: 12 }, () => "FORBIDDEN map.shiftDay.notCaptain");

  it("holds for that shift alone: not for another captain, a volunteer of it, or a stranger", async () => {
    const [here, other] = [await house(), await house()];
    const { actor } = await signedUp(here, "Ana");
    expect(await everything(here, other.captain)).toEqual(refused);
    expect(await everything(here, actor)).toEqual(refused);
    expect(await everything(here, anActor("TEMP"))).toEqual(refused);
    expect(await everything(here, aStranger())).toEqual(refused);
    const missing = readShiftDay(here.deps, actor, { shiftId: here.deps.newId() });
    expect(await refusal(missing)).toBe("FORBIDDEN map.shiftDay.notCaptain");
  });

  it("begins a week before and ends three days after; organisers act within their areas", async () => {
    const here = await house();
    const { clock, deps, shiftId, captain, cut } = here;
    clock.set("2026-11-21T16:00:00Z");
    expect(await refusal(readShiftDay(deps, captain, { shiftId }))).toBe("FORBIDDEN map.shiftDay.notCaptain");
    clock.set("2026-12-01T20:30:00Z");
    expect(await everything(here, captain)).toEqual(refused);
    expect((await readShiftDay(deps, admin, { shiftId })).shift.id).toBe(shiftId);
    const limited = (cutIds: string[]) => anActor("USER", { permissions: { areas: { map: "edit" }, cutIds } });
    expect((await readShiftDay(deps, limited([cut.id]), { shiftId })).shift.id).toBe(shiftId);
    expect(await refusal(readShiftDay(deps, limited([shiftId]), { shiftId }))).toBe("FORBIDDEN map.shiftDay.notCaptain");
  });

  it("is of no use for a shift that is cancelled, and lets nobody speak for another's phone", async () => {
    const here = await house();
    await test.db.prisma.shift.update({ where: { id: here.shiftId }, data: { status: "CANCELLED" } });
    expect(await refusal(closeShift(here.deps, here.captain, { shiftId: here.shiftId, reason: null }))).toBe(
      "CONFLICT map.shift.cancelled",
    );
    expect(await refusal(hearPhone(here.deps, here.captain, { id: here.deps.newId(), unsent: 1 }))).toBe(
      "NOT_FOUND canvass.sessionNotFound",
    );
    expect(await refusal(hearPhone(here.deps, aStranger(), { id: here.deps.newId(), unsent: 1 }))).toBe("UNAUTHENTICATED auth.signInFirst");
  });
});
