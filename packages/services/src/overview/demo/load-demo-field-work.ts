import type { Db } from "@cml/db";
import { endSession, insertSession, insertVisit, touchSession } from "@cml/db/canvass";
import { insertShift, insertSignup, insertTurfAssignment, recountShift, returnTurf } from "@cml/db/map";
import { markDemoShifts, setSignupsAttended } from "@cml/db/overview";
import type { Locale } from "@cml/domain/kernel";
import { dayIn, momentOf, nextDay, noTurfFilter, type Shift, type SupportLevel, type VisitOutcome } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { applyVisits } from "../../map";
import type { DemoPeople, DemoPerson } from "./demo-people";
import { inBoth, shiftBefore, shiftTomorrow } from "./demo-texts";
import type { DemoMap } from "./load-demo-map";

type Setting = { people: DemoPeople; map: DemoMap; timeZone: string; locale: Locale };
type Knock = { outcome: VisitOutcome; supportLevel?: SupportLevel; supportDeclined?: boolean; signRequested?: boolean; notes?: string };

const minuteMs = 60_000;
const shiftTimes = { startTime: "18:00", endTime: "20:30" };
const daysAgo = 3;

// An ordinary evening: about half are out, most of the others like trees, a few do not.
const evening: Knock[] = [
  { outcome: "NOT_HOME" },
  { outcome: "SPOKE_WITH", supportLevel: "LEVEL_1", signRequested: true, notes: "Would like a maple, and has a hose." },
  { outcome: "NOT_HOME" },
  { outcome: "LEFT_LITERATURE" },
  { outcome: "SPOKE_WITH", supportLevel: "LEVEL_2" },
  { outcome: "NOT_HOME" },
  { outcome: "SPOKE_WITH", supportLevel: "LEVEL_1" },
  { outcome: "REFUSED" },
  { outcome: "LEFT_LITERATURE" },
  { outcome: "COME_BACK_LATER", notes: "Making supper; Thursday is better." },
  { outcome: "SPOKE_WITH", supportLevel: "LEVEL_3", notes: "Worried about leaves in the gutter." },
  { outcome: "NOT_HOME" },
  { outcome: "SPOKE_WITH", supportLevel: "LEVEL_2" },
  { outcome: "INACCESSIBLE", notes: "Gate locked." },
  { outcome: "SPOKE_WITH", supportLevel: "LEVEL_4" },
  { outcome: "NOT_HOME" },
  { outcome: "SPOKE_WITH", supportDeclined: true },
];
const knocks = 54;

/** Tomorrow's shift with one turf handed out, and an evening three days ago with its visits. */
export const loadDemoFieldWork = async (deps: Deps, tx: Db, setting: Setting): Promise<void> => {
  const [northWest = "", , west = ""] = setting.map.turfIds;
  const { captain, volunteer, guest } = setting.people;
  const today = dayIn(deps.clock.now(), setting.timeZone);
  const past = dayIn(new Date(deps.clock.now().getTime() - daysAgo * 24 * 60 * minuteMs), setting.timeZone);
  const before = await addShift(deps, tx, { setting, texts: shiftBefore, date: past, people: [captain, volunteer] });
  await walkTurf(deps, tx, { setting, shift: before, cutId: west, walker: volunteer });
  const next = await addShift(deps, tx, { setting, texts: shiftTomorrow, date: nextDay(today), people: [captain, volunteer, guest] });
  const assignment = { id: deps.newId(), shiftId: next.id, cutId: northWest, userIds: [volunteer.id, guest.id] };
  await insertTurfAssignment(tx, { ...assignment, handedOutByUserId: captain.id, at: deps.clock.now() }, everyDoor(northWest));
  await markDemoShifts(tx, [before.id, next.id]);
};

type NewDemoShift = { setting: Setting; texts: typeof shiftTomorrow; date: string; people: DemoPerson[] };

const addShift = async (deps: Deps, tx: Db, { setting, texts, date, people }: NewDemoShift): Promise<Shift> => {
  const { locale, map, people: all } = setting;
  const now = deps.clock.now();
  const places = { maxVolunteers: 8, openPlaces: 6 };
  const shift = await insertShift(tx, {
    ...inBoth(texts, locale),
    ...shiftTimes,
    ...places,
    id: deps.newId(),
    date,
    place: { latitude: 49.25497, longitude: -123.12083 },
    kind: "CANVASS",
    isPublic: true,
    cutId: map.neighbourhoodId,
    captainUserId: all.captain.id,
    createdBy: null,
    createdAt: now,
  });
  for (const { id: userId, name, email, role, locale: language } of people) {
    await insertSignup(tx, {
      id: deps.newId(),
      shiftId: shift.id,
      shiftTitle: shift.title,
      userId,
      userName: name,
      userEmail: email,
      userPhone: null,
      signupSource: role === "TEMP" ? "PUBLIC" : "AUTHENTICATED",
      signupDate: now,
      locale: language,
    });
  }
  return recountShift(tx, shift.id);
};

const everyDoor = (cutId: string) => ({ cutId, filter: noTurfFilter, notReachedSince: null });

type Walk = { setting: Setting; shift: Shift; cutId: string; walker: DemoPerson };

/** One evening's walk through a turf, returned half done. */
const walkTurf = async (deps: Deps, tx: Db, { setting, shift, cutId, walker }: Walk): Promise<void> => {
  const now = deps.clock.now();
  const startedAt = momentOf({ day: shift.date, time: shift.startTime }, setting.timeZone);
  const at = (minutes: number) => new Date(startedAt.getTime() + minutes * minuteMs);
  const doors = (setting.map.turfDoors[2] ?? []).slice(0, knocks);
  const endedAt = at(150);
  const assignmentId = deps.newId();
  const assignment = { id: assignmentId, shiftId: shift.id, cutId, userIds: [walker.id] };
  await insertTurfAssignment(tx, { ...assignment, handedOutByUserId: setting.people.captain.id, at: startedAt }, everyDoor(cutId));
  const sessionId = deps.newId();
  const session = { id: sessionId, userId: walker.id, cutId, shiftId: shift.id, turfAssignmentId: assignmentId, startedAt };
  await insertSession(tx, { ...session, start: null, trackingId: deps.newId(), now: startedAt });
  const visits = doors.map(({ addressId, latitude, longitude }, index) => {
    const knock = evening[index % evening.length] ?? { outcome: "NOT_HOME" as const };
    const answered = { supportLevel: null, supportDeclined: false, signRequested: false, notes: null, ...knock };
    const place = { latitude, longitude };
    const plain = { leanCode: null, signSize: null, durationSeconds: knock.outcome === "SPOKE_WITH" ? 150 : 20, place };
    return { ...plain, ...answered, id: deps.newId(), sessionId, addressId, recordedAt: at(5 + index * 2.5) };
  });
  const facts = { userId: walker.id, shiftId: shift.id, heldForReview: false };
  for (const visit of visits) await insertVisit(tx, { ...visit, ...facts, receivedAt: visit.recordedAt });
  const marks = visits.map(({ recordedAt, ...visit }) => ({ ...visit, visitedAt: recordedAt, userId: walker.id }));
  await applyVisits(tx, marks, now);
  await touchSession(tx, sessionId, endedAt);
  await endSession(tx, sessionId, { status: "COMPLETED", endedAt });
  await returnTurf(tx, assignmentId, endedAt);
  await setSignupsAttended(tx, shift.id, startedAt);
};
