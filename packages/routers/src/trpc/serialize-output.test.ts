import superjson from "superjson";
import { expect, it } from "vitest";
import { serializeOutput } from "./serialize-output";

const day = new Date("2026-11-22T08:00:00.000Z");
const twice = { at: day };

it.each<[string, unknown]>([
  ["nothing", null],
  ["undefined", undefined],
  ["a date alone", day],
  [
    "a page of rows",
    {
      items: [
        { id: "a", at: new Date(day), none: null },
        { id: "b", at: null },
      ],
      total: 2,
      nested: { deep: [[new Date(0)]] },
    },
  ],
  ["an empty list and an empty object", { list: [], object: {} }],
  ["a field left undefined", { name: "Zoë", phone: undefined }],
  ["one object twice", [twice, twice]],
  ["one date twice", { from: day, to: day }],
  ["numbers JSON has no word for", [Number.NaN, Number.POSITIVE_INFINITY, -0]],
  ["big numbers, sets and maps", { big: 12n, set: new Set([1]), map: new Map([["a", day]]) }],
  ["a date that is none", { at: new Date("never") }],
  ["keys with dots and backslashes", { "a.b": new Date(day), "c\\d": [new Date(0)] }],
  ["an object without a prototype", Object.assign(Object.create(null) as object, { at: new Date(day) })],
  ["holes in a list", Array.from({ length: 2 })],
])("writes %s as superjson does", (_name, answer) => {
  expect(JSON.stringify(serializeOutput(answer))).toBe(JSON.stringify(superjson.serialize(answer)));
});
