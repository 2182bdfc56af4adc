import { describe, expect, it } from "vitest";
import { dialled, officeStateAt, officeWeekSchema, ordinaryOfficeWeek, zoneOfAddress } from "./office-hours";

const toronto = { week: ordinaryOfficeWeek, timeZone: "America/Toronto" };

describe("an office", () => {
  it.each([
    ["on a Monday at ten", "2026-11-02T15:00:00Z", true, "2026-11-02T21:30:00Z"],
    ["before it opens", "2026-11-02T13:59:00Z", false, "2026-11-02T14:00:00Z"],
    ["at the minute it closes", "2026-11-02T21:30:00Z", false, "2026-11-03T14:00:00Z"],
    ["on Friday evening", "2026-11-06T23:00:00Z", false, "2026-11-09T14:00:00Z"],
    ["over the end of summer time", "2026-10-30T21:00:00Z", false, "2026-11-02T14:00:00Z"],
  ])("%s", (_what, now, open, changes) => {
    expect(officeStateAt(new Date(now), toronto)).toEqual({ open, changesAt: new Date(changes) });
  });

  it("keeps its own clock", () => {
    const vancouver = { ...toronto, timeZone: "America/Vancouver" };
    expect(officeStateAt(new Date("2026-11-02T15:00:00Z"), vancouver).open).toBe(false);
    expect(officeStateAt(new Date("2026-11-02T23:00:00Z"), vancouver).open).toBe(true);
  });

  it("that never opens says so", () => {
    const never = { ...toronto, week: Array.from({ length: 7 }, () => null) };
    expect(officeStateAt(new Date("2026-11-02T15:00:00Z"), never)).toEqual({ open: false, changesAt: null });
  });

  it("is refused hours that end before they begin", () => {
    expect(officeWeekSchema.safeParse([{ from: "17:00", to: "09:00" }, null, null, null, null, null, null]).success).toBe(false);
  });
});

it.each([
  ["Main office - 12 King St, Toronto ON  M5V 3L9", "America/Toronto"],
  ["4 Water St, St. John's NL A1C1A1", "America/St_Johns"],
  ["no code at all", null],
])("finds the zone of %s", (postal, zone) => expect(zoneOfAddress(postal)).toBe(zone));

it.each([
  ["1 613 992-5234", "tel:+16139925234"],
  ["416-338-5255", "tel:+14163385255"],
  ["(416) 338 5255 ext. 12", "tel:+14163385255,12"],
  ["416-338-5255 poste 7", "tel:+14163385255,7"],
  ["call the clerk", null],
  ["", null],
])("dials %s", (tel, dial) => expect(dialled(tel)).toBe(dial));
