import { createLocationInput, createShiftInput } from "@cml/domain/map";
import { actorOf, aStranger, aUser, createTestDb, fakeClock, type TestDb, testDeps } from "@cml/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLocation } from "../locations/create-location";
import { createShift, getShift, listShiftsNear, updateShift } from "../index";

let test: TestDb;
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.drop());

describe("shifts near a place", () => {
  it("are told by distance alone, from our own addresses; the meeting place is looked up when its words change", async () => {
    const deps = testDeps({ db: test.db, clock: fakeClock("2026-11-24T19:00:00Z") });
    const admin = actorOf(await aUser(test.db, { role: "MAP_ADMIN" }));
    const building = (address: string, latitude: number, postalCode: string) =>
      createLocation(
        deps,
        admin,
        createLocationInput.parse({ latitude, longitude: -113.4938, address, municipality: "Edmonton", province: "AB", postalCode }),
      );
    await building("10310 Whyte Avenue", 53.5182, "T6E1X6");
    await building("9938 Jasper Avenue", 53.5461, "T5J3Y2");
    const times = { date: "2026-11-28", startTime: "18:00", endTime: "20:00", maxVolunteers: 4 };
    const shift = await createShift(
      deps,
      admin,
      createShiftInput.parse({ ...times, title: "Doors", location: "10310 Whyte Avenue, Edmonton" }),
    );
    await createShift(deps, admin, createShiftInput.parse({ ...times, title: "Nowhere known" }));
    expect(shift.place).toEqual({ latitude: 53.5182, longitude: -113.4938 });
    const near = await listShiftsNear(deps, aStranger(), { text: "T5J 3Y2" });
    expect(near).toEqual([{ id: shift.id, distanceM: 3100 }]);
    expect(await listShiftsNear(deps, aStranger(), { text: "Atlantis" })).toBeNull();
    await updateShift(deps, admin, { id: shift.id, location: "9938 Jasper Avenue, Edmonton" });
    expect((await getShift(deps, admin, shift.id)).place?.latitude).toBe(53.5461);
    await updateShift(deps, admin, { id: shift.id, location: "Somewhere nobody knows", title: "Doors" });
    expect((await getShift(deps, admin, shift.id)).place).toBeNull();
    const one = aStranger({ ipHash: crypto.randomUUID() });
    for (let asked = 0; asked < 20; asked += 1) await listShiftsNear(deps, one, { text: "T5J 3Y2" });
    await expect(listShiftsNear(deps, one, { text: "T5J 3Y2" })).rejects.toMatchObject({ code: "RATE_LIMITED" });
  });
});
