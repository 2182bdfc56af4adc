import { createShiftInput } from "@cml/domain/map";
import { aShift, aStranger, anActor, createTestDb, fakeClock, type TestDb, testDeps } from "@cml/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  actOnMySignup,
  cancelShift,
  createShift,
  getPlacesAdvice,
  getShift,
  listShifts,
  messageShift,
  previewShiftMessage,
  restoreShift,
  signUpForShift,
  sweepShifts,
  updateShift,
  withdrawShiftMessage,
} from "../index";

let test: TestDb;
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.drop());
beforeEach(async () => {
  await test.db.pool.query(`TRUNCATE "Shift", "TemplateMail" CASCADE`);
});

const admin = anActor("MAP_ADMIN");
const system = anActor("SUPER_ADMIN");
const somebody = () => aStranger({ ipHash: crypto.randomUUID() });

const house = async (date: string, now: string) => {
  const clock = fakeClock(now);
  const deps = testDeps({ db: test.db, clock });
  const shift = await aShift(test.db, { date, startTime: "13:00", endTime: "15:00", maxVolunteers: 2, openPlaces: 2 });
  const sign = (name: string, locale: "en" | "fr" = "en") =>
    signUpForShift(deps, somebody(), { shiftId: shift.id, name, email: `${name.toLowerCase()}@example.org`, phone: null, locale });
  const at = async (moment: string) => {
    clock.set(moment);
    await sweepShifts(deps, system);
    return mailKeys();
  };
  return { deps, clock, shift, sign, at };
};
const mailKeys = async (): Promise<string[]> => {
  const rows = await test.db.prisma.templateMail.findMany({ orderBy: { id: "asc" } });
  return rows.map(({ templateKey, toName }) => `${templateKey.replace("shift-", "")} ${toName}`);
};
const lastOf = (toName: string) => test.db.prisma.templateMail.findFirstOrThrow({ where: { toName }, orderBy: { id: "desc" } });

describe("reminders", () => {
  it.each([
    ["the spring change", "2026-03-08", "2026-03-05T12:00:00Z", "2026-03-07T18:00:00Z", "2026-03-08T14:00:00Z", "2026-03-08T22:00:00Z"],
    ["the autumn change", "2026-11-01", "2026-10-28T12:00:00Z", "2026-10-31T17:00:00Z", "2026-11-01T15:00:00Z", "2026-11-01T23:00:00Z"],
  ])("go once each by the wall clock across %s", async (_name, date, now, dayBefore, sameDay, after) => {
    const { sign, at, shift } = await house(date, now);
    const before = (moment: string) => new Date(new Date(moment).getTime() - 1).toISOString();
    await sign("Ann");
    await sign("Bob", "fr");
    await sign("Cid");
    const confirmed = 3;
    expect((await at(before(dayBefore))).length).toBe(confirmed);
    expect((await at(dayBefore)).slice(confirmed)).toEqual(["day-before Ann", "day-before Bob"]);
    expect((await at(before(sameDay))).length).toBe(confirmed + 2);
    expect((await at(sameDay)).slice(confirmed + 2)).toEqual(["same-day Ann", "same-day Bob"]);
    await test.db.prisma.shiftSignup.updateMany({ where: { shiftId: shift.id, userName: "Ann" }, data: { status: "ATTENDED" } });
    await test.db.prisma.shiftSignup.updateMany({ where: { shiftId: shift.id, userName: "Bob" }, data: { status: "NO_SHOW" } });
    expect((await at(before(after))).length).toBe(confirmed + 4);
    expect((await at(after)).slice(confirmed + 4).sort()).toEqual(["after-attended Ann", "after-missed Bob"]);
    expect((await at(after)).length).toBe(confirmed + 6);
  });

  it("are written in the person's language, with the links that answer", async () => {
    const { sign, at } = await house("2026-11-28", "2026-11-25T12:00:00Z");
    await sign("Bob", "fr");
    await at("2026-11-27T18:00:00Z");
    const { locale, variables } = await lastOf("Bob");
    expect(locale).toBe("fr");
    expect(variables).toMatchObject({ SHIFT_DATE: "samedi 28 novembre 2026", SHIFT_TIME: "de 13 h 00 à 15 h 00" });
    const { COMING_URL, CANCEL_URL } = variables as Record<string, string>;
    expect([COMING_URL, CANCEL_URL]).toEqual([
      expect.stringMatching(/\/fr\/shifts\/mine\/\w+\?do=coming$/),
      expect.stringMatching(/\?do=cancel$/),
    ]);
  });

  it("pass over who came later, cancelled, or waits; and a stopped computer sends nothing stale", async () => {
    const { sign, at, clock, deps } = await house("2026-11-28", "2026-11-25T12:00:00Z");
    await sign("Ann");
    clock.set("2026-11-27T19:00:00Z");
    await sign("Late");
    await sign("Waits");
    const token = ((await lastOf("Ann")).variables as Record<string, string>)["SHIFT_URL"]?.split("/").at(-1) ?? "";
    expect((await at("2026-11-27T19:30:00Z")).slice(3)).toEqual(["day-before Ann"]);
    await actOnMySignup(deps, somebody(), { token, verb: "CANCEL" });
    expect((await at("2026-11-28T21:00:00Z")).filter((mail) => mail.startsWith("same-day"))).toEqual([]);
  });

  it("come anew when the shift moves to another day", async () => {
    const { sign, at, deps, shift } = await house("2026-11-28", "2026-11-25T12:00:00Z");
    await sign("Ann");
    await at("2026-11-27T18:00:00Z");
    await updateShift(deps, admin, { id: shift.id, date: "2026-11-29" });
    expect((await at("2026-11-28T18:00:00Z")).slice(2).sort()).toEqual(["changed Ann", "day-before Ann"]);
  });
});

describe("notices", () => {
  it("of a cancelled shift leave with the reason, unless it is restored before", async () => {
    const { sign, at, deps, shift, clock } = await house("2026-11-28", "2026-11-25T12:00:00Z");
    for (const name of ["Ann", "Bob", "Cid"]) await sign(name, name === "Bob" ? "fr" : "en");
    await cancelShift(deps, admin, { id: shift.id, reasons: { en: "Snow", fr: "Neige" } });
    expect((await getShift(deps, admin, shift.id)).status).toBe("CANCELLED");
    expect((await restoreShift(deps, admin, shift.id)).status).toBe("FULL");
    expect(await at("2026-11-25T12:05:00Z")).toHaveLength(3);
    await cancelShift(deps, admin, { id: shift.id, reasons: { en: "Snow", fr: "Neige" } });
    clock.set("2026-11-25T12:06:00Z");
    expect((await at("2026-11-25T12:06:00Z")).slice(3).sort()).toEqual(["cancelled Ann", "cancelled Bob", "cancelled Cid"]);
    expect(await lastOf("Bob")).toMatchObject({ variables: { MESSAGE: "Neige" } });
    await expect(restoreShift(deps, admin, shift.id)).rejects.toMatchObject({ messageKey: "map.shift.noticeLeft" });
    expect(await at("2026-11-26T12:06:00Z")).toHaveLength(6);
  });

  it("to everybody are counted, taken back in time, and sent once", async () => {
    const { sign, at, deps, shift } = await house("2026-11-28", "2026-11-25T12:00:00Z");
    for (const name of ["Ann", "Bob", "Cid"]) await sign(name);
    const bodies = { en: "Bring gloves", fr: null };
    expect(await previewShiftMessage(deps, admin, { shiftId: shift.id, bodies })).toMatchObject({
      recipients: 3,
      withoutEmail: 0,
      text: "Bring gloves",
    });
    const first = await messageShift(deps, admin, { shiftId: shift.id, bodies });
    await withdrawShiftMessage(deps, admin, first.id);
    const second = await messageShift(deps, admin, { shiftId: shift.id, bodies });
    expect((await at("2026-11-25T12:00:30Z")).slice(3).sort()).toEqual(["details Ann", "details Bob", "details Cid"]);
    await expect(withdrawShiftMessage(deps, admin, second.id)).rejects.toMatchObject({ messageKey: "map.shift.noticeLeft" });
    await expect(messageShift(deps, anActor("USER"), { shiftId: shift.id, bodies })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(messageShift(deps, admin, { shiftId: shift.id, bodies: { en: null, fr: null } })).rejects.toMatchObject({
      code: "INVALID",
    });
    await expect(cancelShift(deps, anActor("USER"), { id: shift.id })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("a series", () => {
  const series = (deps: Parameters<typeof createShift>[0]) =>
    createShift(
      deps,
      admin,
      createShiftInput.parse({
        title: "Tuesdays",
        date: "2026-12-01",
        startTime: "18:00",
        endTime: "20:00",
        maxVolunteers: 4,
        repeat: { rhythm: "WEEKLY", times: 4 },
      }),
    );
  const days = async (deps: Parameters<typeof createShift>[0]) => {
    const { items } = await listShifts(deps, admin, {
      page: 1,
      pageSize: 50,
      search: "",
      status: null,
      upcomingOnly: false,
      from: "2026-12-01",
      until: "2026-12-31",
    });
    return items.map(({ date, startTime, status }) => `${date} ${startTime} ${status}`);
  };
  const setUp = async () => {
    await test.db.pool.query(`TRUNCATE "Shift" CASCADE`);
    const deps = testDeps({ db: test.db, clock: fakeClock("2026-11-25T12:00:00Z") });
    return { deps, first: await series(deps) };
  };

  it("is planned, changed and cancelled for one, the following, or all", async () => {
    const { deps, first } = await setUp();
    expect(await days(deps)).toEqual(["2026-12-01 18:00 OPEN", "2026-12-08 18:00 OPEN", "2026-12-15 18:00 OPEN", "2026-12-22 18:00 OPEN"]);
    const all = (
      await listShifts(deps, admin, { page: 1, pageSize: 50, search: "", status: null, upcomingOnly: true, from: null, until: null })
    ).items;
    await updateShift(deps, admin, { id: all[2]!.id, part: "FOLLOWING", startTime: "17:30", date: "2026-12-16" });
    await updateShift(deps, admin, { id: all[1]!.id, startTime: "17:00" });
    expect(await days(deps)).toEqual(["2026-12-01 18:00 OPEN", "2026-12-08 17:00 OPEN", "2026-12-16 17:30 OPEN", "2026-12-23 17:30 OPEN"]);
    await cancelShift(deps, admin, { id: all[1]!.id, part: "FOLLOWING" });
    expect((await days(deps)).map((day) => day.slice(17))).toEqual(["OPEN", "CANCELLED", "CANCELLED", "CANCELLED"]);
    await restoreShift(deps, admin, all[1]!.id);
    await cancelShift(deps, admin, { id: first.id, part: "ALL" });
    expect((await days(deps)).map((day) => day.slice(17))).toEqual(["CANCELLED", "CANCELLED", "CANCELLED", "CANCELLED"]);
  });
});

it("advises places by who came before", async () => {
  const deps = testDeps({ db: test.db, clock: fakeClock("2026-11-25T12:00:00Z") });
  expect(await getPlacesAdvice(deps, admin, { kind: "CANVASS", needed: 12 })).toEqual({ open: 18, attendance: 0.7, seen: 0 });
  const shift = await aShift(test.db, { date: "2026-11-20", maxVolunteers: 40, openPlaces: 40 });
  const rows = Array.from({ length: 40 }, (_, index) => ({
    id: crypto.randomUUID(),
    shiftId: shift.id,
    shiftTitle: shift.title,
    userName: `P${index}`,
    signupSource: "PUBLIC" as const,
    status: index < 30 ? ("ATTENDED" as const) : ("NO_SHOW" as const),
  }));
  await test.db.prisma.shiftSignup.createMany({ data: rows });
  expect(await getPlacesAdvice(deps, admin, { kind: "CANVASS", needed: 12 })).toEqual({ open: 16, attendance: 0.75, seen: 40 });
  await expect(getPlacesAdvice(deps, aStranger(), { kind: "CANVASS", needed: 12 })).rejects.toMatchObject({ code: "FORBIDDEN" });
});
