import { expect, it } from "vitest";
import { changesBetween, isAsPlaced } from "./placing";

const marie = { id: "m", firstName: "Marie", isPrimary: true, at: new Date("2026-01-02T03:04:05Z") };

it("names what differs and what is new, and nothing else", () => {
  expect(changesBetween([{ id: "a", phone: "1", sign: false }], [{ id: "a", phone: "2", sign: false }])).toEqual([
    { id: "a", isNew: false, fields: { phone: { from: "1", to: "2" } } },
  ]);
  expect(changesBetween([], [marie])[0]).toMatchObject({ id: "m", isNew: true, fields: { firstName: { from: null, to: "Marie" } } });
  expect(changesBetween([marie], [{ ...marie }])).toEqual([]);
});

it("knows whether somebody worked on it since, also after it was stored; who comes first does not count", () => {
  const placing = { people: changesBetween([], [marie]), doors: [] };
  const stored = JSON.parse(JSON.stringify(placing)) as typeof placing;
  expect(isAsPlaced(stored, { people: [{ ...marie, isPrimary: false }], doors: [] })).toBe(true);
  expect(isAsPlaced(stored, { people: [{ ...marie, firstName: "Mary" }], doors: [] })).toBe(false);
  expect(isAsPlaced(stored, { people: [], doors: [] })).toBe(false);
});
