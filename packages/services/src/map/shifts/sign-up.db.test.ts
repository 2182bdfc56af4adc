import type { Shift } from "@cml/domain/map";
import { aShift, aStranger, anActor, aUser, createTestDb, fakeClock, type TestDb, testDeps } from "@cml/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  actOnMySignup,
  cancelSignup,
  changeMySignup,
  getMySignup,
  getShift,
  moveUpInLine,
  signUpForShift,
  sweepShifts,
  updateShift,
} from "../index";

let test: TestDb;
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.drop());

const admin = anActor("MAP_ADMIN");
const somebody = () => aStranger({ ipHash: crypto.randomUUID() });
// Noon in Edmonton, four and a half days before the shift.
const house = async (given: Partial<Shift> = {}) => {
  const clock = fakeClock("2026-11-24T19:00:00Z");
  const deps = testDeps({ db: test.db, clock });
  const shift = await aShift(test.db, {
    date: "2026-11-28",
    startTime: "18:00",
    endTime: "20:00",
    maxVolunteers: 1,
    openPlaces: 1,
    ...given,
  });
  const hours = (count: number) => clock.set(new Date(clock.now().getTime() + count * 3_600_000).toISOString());
  return { deps, clock, shift, hours };
};
type House = Awaited<ReturnType<typeof house>>;

const address = (name: string) => `${name.toLowerCase()}-${crypto.randomUUID()}@example.org`;
const sign = ({ deps, shift }: House, name: string, email = address(name)) =>
  signUpForShift(deps, somebody(), { shiftId: shift.id, name, email, phone: null, locale: "en" });
const rowOf = ({ shift }: House, userName: string) =>
  test.db.prisma.shiftSignup.findFirstOrThrow({ where: { shiftId: shift.id, userName } });
const mailsOf = async ({ shift }: House, name: string): Promise<string[]> => {
  const signups = await test.db.prisma.shiftSignup.findMany({ where: { shiftId: shift.id, userName: name } });
  const toEmail = { in: signups.flatMap(({ userEmail }) => (userEmail === null ? [] : [userEmail])) };
  const rows = await test.db.prisma.templateMail.findMany({ where: { toEmail, toName: name }, orderBy: { id: "asc" } });
  return rows.map(({ templateKey }) => templateKey);
};
/** The token of the personal link, as it stands in the person's last mail. */
const tokenOf = async (here: House, name: string): Promise<string> => {
  const { userEmail } = await rowOf(here, name);
  const mail = await test.db.prisma.templateMail.findFirstOrThrow({
    where: { toEmail: userEmail ?? "", toName: name },
    orderBy: { id: "desc" },
  });
  return (mail.variables as Record<string, string>)["SHIFT_URL"]?.split("/").at(-1) ?? "";
};
const act = async (here: House, name: string, verb: "CANCEL" | "TAKE" | "COMING" | "AGAIN") =>
  actOnMySignup(here.deps, somebody(), { token: await tokenOf(here, name), verb });
const stateOf = async (here: House, name: string) => (await getMySignup(here.deps, somebody(), { token: await tokenOf(here, name) })).state;

describe("signing up", () => {
  it("gives the last place to exactly one of many at once, and lines the others up", async () => {
    const here = await house();
    const outcomes = await Promise.all(Array.from({ length: 40 }, (_, index) => sign(here, `P${index}`)));
    expect(outcomes.filter(({ outcome }) => outcome === "PLACE")).toHaveLength(1);
    const shift = await getShift(here.deps, admin, here.shift.id);
    expect(shift).toMatchObject({ status: "FULL", currentVolunteers: 1 });
    const positions = shift.signups.flatMap(({ waitPosition }) => (waitPosition === null ? [] : [waitPosition])).sort((a, b) => a - b);
    expect(positions).toEqual(Array.from({ length: 39 }, (_, index) => index + 1));
  });

  it("makes a small account that ends a day after the shift, and one without an address for the second of a household", async () => {
    const here = await house({ openPlaces: 3, maxVolunteers: 3 });
    const email = address("home");
    await sign(here, "Marie Roy", email);
    await sign(here, "Paul Roy", email);
    const [first, second] = [await rowOf(here, "Marie Roy"), await rowOf(here, "Paul Roy")];
    const accounts = await test.db.prisma.user.findMany({
      where: { id: { in: [first.userId ?? "", second.userId ?? ""] } },
      orderBy: { name: "asc" },
    });
    expect(accounts).toMatchObject([
      { name: "Marie Roy", role: "TEMP", email, createdVia: "PUBLIC_SHIFT_SIGNUP", expiresAt: new Date("2026-11-30T03:00:00Z") },
      { name: "Paul Roy", role: "TEMP", email: null },
    ]);
  });

  it("keeps an account that is there already, and never lends it to another name", async () => {
    const here = await house({ openPlaces: 2, maxVolunteers: 2 });
    const known = await aUser(test.db, { name: "Ann Staff", role: "USER", email: address("ann") });
    await sign(here, "ann  STAFF", known.email ?? "");
    await sign(here, "Somebody Else", known.email ?? "");
    expect((await rowOf(here, "ann  STAFF")).userId).toBe(known.id);
    expect((await rowOf(here, "Somebody Else")).userId).not.toBe(known.id);
  });

  it("tells a stranger nothing about who is signed up, and mails its owner", async () => {
    const here = await house({ openPlaces: 2, maxVolunteers: 2 });
    const email = address("marie");
    const fresh = await sign(here, "Marie", email);
    expect(await sign(here, " marie ", email)).toEqual(fresh);
    expect(await test.db.prisma.shiftSignup.count({ where: { shiftId: here.shift.id } })).toBe(1);
    expect(await mailsOf(here, "Marie")).toEqual(["shift-signup-confirmation", "shift-signup-confirmation"]);
  });

  it("is refused for shifts that are not public, cancelled or begun, and for who tries too often", async () => {
    const hidden = await house({ isPublic: false });
    await expect(sign(hidden, "A")).rejects.toMatchObject({ code: "NOT_FOUND" });
    const begun = await house();
    begun.hours(5 * 24);
    await expect(sign(begun, "A")).rejects.toMatchObject({ code: "NOT_FOUND" });
    const busy = await house();
    const one = somebody();
    const again = () =>
      signUpForShift(busy.deps, one, { shiftId: busy.shift.id, name: "A", email: address("a"), phone: null, locale: "en" });
    for (let tried = 0; tried < 5; tried += 1) await again();
    await expect(again()).rejects.toMatchObject({ code: "RATE_LIMITED" });
  });
});

describe("the personal link", () => {
  it("changes and cancels one's own sign-up, and opens nothing with another token", async () => {
    const here = await house();
    await sign(here, "Marie");
    const token = await tokenOf(here, "Marie");
    expect(await changeMySignup(here.deps, somebody(), { token, name: "Marie T", phone: "604 555 0100", locale: "fr" })).toMatchObject({
      name: "Marie T",
      phone: "604 555 0100",
    });
    expect(await getMySignup(here.deps, somebody(), { token })).toMatchObject({ state: "PLACE", verbs: ["COMING", "CHANGE", "CANCEL"] });
    expect(await actOnMySignup(here.deps, somebody(), { token, verb: "COMING" })).toMatchObject({ verbs: ["CHANGE", "CANCEL"] });
    expect((await actOnMySignup(here.deps, somebody(), { token, verb: "CANCEL" })).state).toBe("CANCELLED");
    expect((await actOnMySignup(here.deps, somebody(), { token, verb: "CANCEL" })).state).toBe("CANCELLED");
    expect((await actOnMySignup(here.deps, somebody(), { token, verb: "AGAIN" })).state).toBe("PLACE");
    const forged = `${token.slice(0, -1)}${token.endsWith("0") ? "1" : "0"}`;
    await expect(getMySignup(here.deps, somebody(), { token: forged })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(actOnMySignup(here.deps, somebody(), { token: forged, verb: "CANCEL" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("ends two weeks after the shift", async () => {
    const here = await house();
    await sign(here, "Marie");
    const token = await tokenOf(here, "Marie");
    here.hours(24 * 19);
    await expect(getMySignup(here.deps, somebody(), { token })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the waiting list", () => {
  it("offers a freed place to the first in line at once, holds it, and passes it on when it lapses", async () => {
    const here = await house();
    for (const name of ["Ann", "Bob", "Cid"]) await sign(here, name);
    await act(here, "Ann", "CANCEL");
    expect([await stateOf(here, "Bob"), await stateOf(here, "Cid")]).toEqual(["OFFERED", "WAITING"]);
    expect(await mailsOf(here, "Bob")).toEqual(["shift-signup-confirmation", "shift-offer"]);
    // The place is Bob's for now: who comes in stands behind.
    expect(await sign(here, "Dee")).toEqual({ outcome: "WAITING" });
    here.hours(12);
    expect(await stateOf(here, "Bob")).toBe("WAITING");
    await expect(act(here, "Bob", "TAKE")).rejects.toMatchObject({ messageKey: "map.shift.offerOver" });
    await sweepShifts(here.deps, anActor("SUPER_ADMIN"));
    expect([await stateOf(here, "Bob"), await stateOf(here, "Cid")]).toEqual(["LAPSED", "OFFERED"]);
    expect(await mailsOf(here, "Bob")).toEqual(["shift-signup-confirmation", "shift-offer", "shift-offer-ended"]);
    await act(here, "Cid", "TAKE");
    expect(await stateOf(here, "Cid")).toBe("PLACE");
    await sweepShifts(here.deps, anActor("SUPER_ADMIN"));
    expect(await mailsOf(here, "Bob")).toHaveLength(3);
    expect(await getShift(here.deps, admin, here.shift.id)).toMatchObject({ status: "FULL", currentVolunteers: 1 });
  });

  it("passes a place on when it is given up, taken off by the organiser, or opened anew", async () => {
    const here = await house();
    for (const name of ["Ann", "Bob", "Cid", "Dee"]) await sign(here, name);
    await cancelSignup(here.deps, admin, (await rowOf(here, "Ann")).id);
    expect(await stateOf(here, "Bob")).toBe("OFFERED");
    await act(here, "Bob", "CANCEL");
    expect(await stateOf(here, "Cid")).toBe("OFFERED");
    await updateShift(here.deps, admin, { id: here.shift.id, openPlaces: 2 });
    expect(await stateOf(here, "Dee")).toBe("OFFERED");
  });

  it("asks the first three at once near the shift, and the quickest has the place", async () => {
    const here = await house();
    for (const name of ["Ann", "Bob", "Cid", "Dee", "Eve"]) await sign(here, name);
    here.clock.set("2026-11-28T23:30:00Z");
    await act(here, "Ann", "CANCEL");
    expect(await Promise.all(["Bob", "Cid", "Dee", "Eve"].map((name) => stateOf(here, name)))).toEqual([
      "OFFERED",
      "OFFERED",
      "OFFERED",
      "WAITING",
    ]);
    const taken = await Promise.allSettled(["Cid", "Bob", "Dee"].map((name) => act(here, name, "TAKE")));
    expect(taken.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await getShift(here.deps, admin, here.shift.id)).toMatchObject({ status: "FULL", currentVolunteers: 1 });
    const winner = (await getShift(here.deps, admin, here.shift.id)).signups.find(({ status }) => status === "CONFIRMED");
    await act(here, winner?.userName ?? "", "CANCEL");
    expect((await mailsOf(here, winner?.userName === "Eve" ? "Dee" : "Eve")).at(-1)).toBe("shift-offer");
  });

  it("is put in another order by the organiser only", async () => {
    const here = await house();
    for (const name of ["Ann", "Bob", "Cid"]) await sign(here, name);
    const { id } = await rowOf(here, "Cid");
    await expect(moveUpInLine(here.deps, anActor("USER"), id)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(cancelSignup(here.deps, aStranger(), id)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await moveUpInLine(here.deps, admin, id);
    await act(here, "Ann", "CANCEL");
    expect(await stateOf(here, "Cid")).toBe("OFFERED");
  });

  it("offers many places freed at once to exactly as many, in order", async () => {
    const here = await house({ openPlaces: 20, maxVolunteers: 20 });
    const names = Array.from({ length: 40 }, (_, index) => `W${String(index).padStart(2, "0")}`);
    for (const name of names) await sign(here, name);
    const rows = await test.db.prisma.shiftSignup.findMany({ where: { shiftId: here.shift.id, status: "CONFIRMED" } });
    await Promise.all(rows.map(({ userName }) => act(here, userName, "CANCEL")));
    const { signups, currentVolunteers } = await getShift(here.deps, admin, here.shift.id);
    const offered = signups.filter(({ offeredAt }) => offeredAt !== null);
    expect(offered.map(({ userName }) => userName)).toEqual(names.slice(20));
    expect(currentVolunteers).toBe(20);
  });
});
