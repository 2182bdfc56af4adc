import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { writeCalendar } from "./ics";

const zone = "America/Edmonton";
const entry = (uid: string, startsAt: string, endsAt: string, given: object = {}) => ({
  uid,
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
  changedAt: new Date("2026-01-01T00:00:00Z"),
  title: "Canvass",
  description: "",
  location: "",
  url: "https://act.example.org/shifts/1",
  isCancelled: false,
  ...given,
});
const read = (text: string) => {
  const root = new ICAL.Component(ICAL.parse(text) as unknown[]);
  for (const part of root.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(new ICAL.Timezone(part));
  return root.getAllSubcomponents("vevent").map((part) => new ICAL.Event(part));
};

describe("writeCalendar", () => {
  it.each([
    ["in summer", "2026-07-04T16:00:00Z", "2026-07-04T18:00:00Z", "10:00"],
    ["in winter", "2026-12-05T17:00:00Z", "2026-12-05T19:00:00Z", "10:00"],
    ["the night before the spring change", "2026-03-08T04:00:00Z", "2026-03-08T11:00:00Z", "21:00"],
    ["after the spring change", "2026-03-08T16:00:00Z", "2026-03-08T18:00:00Z", "10:00"],
    ["before the autumn change", "2026-10-31T16:00:00Z", "2026-10-31T18:00:00Z", "10:00"],
    ["after the autumn change", "2026-11-01T17:00:00Z", "2026-11-01T19:00:00Z", "10:00"],
  ])("keeps moment and wall clock %s", (_when, startsAt, endsAt, clock) => {
    const [event] = read(writeCalendar({ name: "Neighbours", timeZone: zone, entries: [entry("1", startsAt, endsAt)] }));
    expect(event?.startDate.toJSDate().toISOString()).toBe(new Date(startsAt).toISOString());
    expect(event?.endDate.toJSDate().toISOString()).toBe(new Date(endsAt).toISOString());
    expect(event?.startDate.zone.tzid).toBe(zone);
    expect(event?.startDate.toString().slice(11, 16)).toBe(clock);
  });

  it("holds a year of shifts on both sides of the changes, and a zone without any", () => {
    const starts = ["2026-01-10T17:00:00.000Z", "2026-06-10T16:00:00.000Z", "2026-12-10T17:00:00.000Z"];
    const entries = starts.map((start, index) => entry(String(index), start, start.replace(":00:00", ":30:00")));
    const told = (timeZone: string) =>
      read(writeCalendar({ name: "N", timeZone, entries })).map((event) => event.startDate.toJSDate().toISOString());
    expect(told(zone)).toEqual(starts);
    expect(told("America/Regina")).toEqual(starts);
  });

  it("carries long French words, commas and line breaks unchanged, in lines of 75 bytes", () => {
    const title = `Porte-à-porte; l’équipe « été », ${"é".repeat(120)}`;
    const text = writeCalendar({
      name: "Voisins",
      timeZone: zone,
      entries: [
        entry("1", "2026-07-04T16:00:00Z", "2026-07-04T18:00:00Z", { title, description: "Ligne 1\nLigne 2\\", isCancelled: true }),
      ],
    });
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const [event] = read(text);
    expect(event?.summary).toBe(title);
    expect(event?.description).toBe("Ligne 1\nLigne 2\\");
    expect(event?.component.getFirstPropertyValue("status")).toBe("CANCELLED");
  });

  it("is a calendar without entries, too", () => expect(read(writeCalendar({ name: "N", timeZone: zone, entries: [] }))).toEqual([]));
});
