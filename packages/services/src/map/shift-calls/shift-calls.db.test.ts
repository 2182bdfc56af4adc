import { aShift, aStranger, aUser, anActor, createTestDb, fakeClock, type TestDb, testDeps } from "@cml/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claimCall, claimNextCall, getCallList, recordCall, releaseCall, reopenCall, signUpForShift, updateShift } from "../index";

let test: TestDb;
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.drop());

let days = 0;
/** A day of its own for each test, with a shift and people who have a place. */
const house = async (names: readonly string[], openPlaces = names.length) => {
  days += 1;
  const day = new Date(Date.UTC(2026, 10, 1 + days * 3)).toISOString().slice(0, 10);
  // Noon in Edmonton, the day before.
  const clock = fakeClock(new Date(Date.UTC(2026, 10, days * 3, 19)).toISOString());
  const deps = testDeps({ db: test.db, clock });
  const shift = await aShift(test.db, {
    title: "Doors in Strathcona",
    translations: { fr: { title: "Portes à Strathcona" } },
    date: day,
    startTime: "18:00",
    endTime: "20:00",
    location: "10310 83 Avenue",
    maxVolunteers: 1,
    openPlaces,
  });
  for (const name of names)
    await signUpForShift(deps, aStranger({ ipHash: crypto.randomUUID() }), {
      shiftId: shift.id,
      name,
      email: `${name.toLowerCase()}-${crypto.randomUUID()}@example.org`,
      phone: name.startsWith("No") ? null : "604 555 0100",
      locale: name === "Zoé" ? "fr" : "en",
    });
  const caller = async (name: string) => anActor("MAP_ADMIN", { userId: (await aUser(test.db, { name, role: "MAP_ADMIN" })).id });
  const later = (minutes: number) => clock.set(new Date(clock.now().getTime() + minutes * 60_000).toISOString());
  const signup = (userName: string) => test.db.prisma.shiftSignup.findFirstOrThrow({ where: { shiftId: shift.id, userName } });
  return { deps, day, shift, caller, later, signup };
};

describe("the call list", () => {
  it("is tomorrow's unconfirmed, with a text in each person's language and numbers of what is left", async () => {
    const { deps, caller, signup, day } = await house(["Ann", "Zoé", "Nobody"]);
    const me = await caller("Marie");
    const list = await getCallList(deps, me, { day: null });
    expect(list).toMatchObject({ day, places: 3, coming: 0, toCall: 2 });
    expect(list.people.map(({ name, state }) => `${name} ${state}`).sort()).toEqual(["Ann TO_CALL", "Nobody NO_PHONE", "Zoé TO_CALL"]);
    const words = (name: string) => list.people.find((person) => person.name === name)?.sms;
    expect(words("Ann")).toMatch(/^Hello Ann, this is .*“Doors in Strathcona” tomorrow, 6:00\sp\.m\. to 8:00\sp\.m\., 10310 83 Avenue\./);
    expect(words("Zoé")).toMatch(/^Bonjour Zoé, ici .*«\sPortes à Strathcona\s» demain, de 18\sh\s00 à 20\sh\s00/);
    await test.db.prisma.shiftSignup.update({ where: { id: (await signup("Ann")).id }, data: { confirmedAt: deps.clock.now() } });
    expect(await getCallList(deps, me, { day: null })).toMatchObject({
      coming: 1,
      toCall: 1,
      people: [{ name: "Nobody" }, { name: "Zoé" }],
    });
  });

  it("gives no two callers the same person, however many take the next at once", async () => {
    const names = Array.from({ length: 12 }, (_, index) => `P${String(index)}`);
    const { deps, day, caller, later } = await house(names);
    const callers = await Promise.all(Array.from({ length: 15 }, (_, index) => caller(`Caller ${String(index)}`)));
    const taken = await Promise.all(callers.map((one) => claimNextCall(deps, one, { day, except: null })));
    const ids = taken.flatMap(({ id }) => (id === null ? [] : [id]));
    expect([ids.length, new Set(ids).size]).toEqual([12, 12]);
    const [first] = callers;
    later(36 * 60);
    expect(await claimNextCall(deps, first ?? (await caller("Late")), { day, except: null })).toEqual({ id: null });
  });

  it("refuses a person somebody else calls, until that claim has run out or is put back", async () => {
    const { deps, day, caller, later, signup } = await house(["Ann"]);
    const [marie, paul] = [await caller("Marie"), await caller("Paul")];
    const { id } = await signup("Ann");
    await claimCall(deps, marie, id);
    expect((await getCallList(deps, paul, { day })).people[0]?.claim).toMatchObject({ name: "Marie", isMine: false });
    await expect(claimCall(deps, paul, id)).rejects.toMatchObject({ messageKey: "map.shift.callTaken" });
    expect(await claimNextCall(deps, paul, { day, except: null })).toEqual({ id: null });
    await expect(recordCall(deps, paul, { id, outcome: "COMING", note: null })).rejects.toMatchObject({ code: "CONFLICT" });
    await releaseCall(deps, marie);
    await claimCall(deps, paul, id);
    later(16);
    await claimCall(deps, marie, id);
    await expect(recordCall(deps, paul, { id, outcome: "CANNOT", note: null })).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await signup("Ann")).status).toBe("CONFIRMED");
  });

  it("asks who was not reached again, after everybody else, and counts", async () => {
    const { deps, day, caller, later, signup } = await house(["Ann", "Bob"]);
    const me = await caller("Marie");
    const first = (await claimNextCall(deps, me, { day, except: null })).id ?? "";
    await recordCall(deps, me, { id: first, outcome: "NO_ANSWER", note: "Voicemail is full" });
    later(1);
    const second = (await claimNextCall(deps, me, { day, except: null })).id ?? "";
    expect(second).not.toBe(first);
    expect((await claimNextCall(deps, me, { day, except: second })).id).toBe(first);
    const again = (await getCallList(deps, me, { day })).people.find(({ signupId }) => signupId === first);
    expect(again).toMatchObject({
      callCount: 1,
      callOutcome: "NO_ANSWER",
      note: "Voicemail is full",
      state: "TO_CALL",
      claim: { isMine: true },
    });
    expect((await signup("Bob")).claimedByUserId === null || (await signup("Ann")).claimedByUserId === null).toBe(true);
  });

  it("confirms who comes, frees the place of who cannot for the first in line, and leaves a wrong number alone", async () => {
    const { deps, day, caller, signup, shift } = await house(["Ann", "Bob", "Cid", "Dee"], 3);
    const me = await caller("Marie");
    const told = async (name: string, outcome: "COMING" | "CANNOT" | "WRONG_NUMBER") => {
      const { id } = await signup(name);
      await claimCall(deps, me, id);
      await recordCall(deps, me, { id, outcome, note: null });
    };
    await told("Ann", "COMING");
    await told("Bob", "CANNOT");
    await told("Cid", "WRONG_NUMBER");
    expect((await signup("Ann")).confirmedAt).toEqual(deps.clock.now());
    expect(await signup("Bob")).toMatchObject({ status: "CANCELLED", endedBy: "VOLUNTEER", callOutcome: "CANNOT" });
    expect((await signup("Dee")).offeredAt).not.toBeNull();
    expect(await claimNextCall(deps, me, { day, except: null })).toEqual({ id: null });
    const states = async () => (await getCallList(deps, me, { day })).people.map(({ name, state }) => `${name} ${state}`).sort();
    expect(await states()).toEqual(["Ann COMING", "Bob CANNOT", "Cid WRONG_NUMBER"]);
    await reopenCall(deps, me, (await signup("Ann")).id);
    await expect(reopenCall(deps, me, (await signup("Bob")).id)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await states()).toEqual(["Ann TO_CALL", "Bob CANNOT", "Cid WRONG_NUMBER"]);
    await updateShift(deps, me, { id: shift.id, startTime: "17:00" });
    expect(await states()).toEqual(["Ann TO_CALL", "Cid TO_CALL"]);
  });

  it("is for those who run shifts, and for their own areas", async () => {
    const { deps, day, signup } = await house(["Ann"]);
    const { id } = await signup("Ann");
    for (const other of [anActor("USER"), aStranger()]) {
      await expect(getCallList(deps, other, { day })).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(claimNextCall(deps, other, { day, except: null })).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(releaseCall(deps, other)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(reopenCall(deps, other, id)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(claimCall(deps, anActor("USER"), id)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(recordCall(deps, anActor("USER"), { id, outcome: "CANNOT", note: null })).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await signup("Ann")).status).toBe("CONFIRMED");
  });
});
