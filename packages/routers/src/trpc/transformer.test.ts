import superjson from "superjson";
import { expect, it } from "vitest";
import { transformer } from "./transformer";

const read = (sent: unknown): unknown => transformer.input.deserialize(JSON.parse(JSON.stringify(sent)));
const place = { latitude: 49.2, longitude: -123.1 };

it.each<[string, unknown]>([
  ["a text", "x"],
  ["null", null],
  ["days within lists", { visits: [{ at: new Date("2026-11-01T10:00:00Z"), place: null }], name: "x" }],
  ["fields left out on purpose", { name: undefined, list: [1, undefined] }],
  ["negative zero", { longitude: -0 }],
  ["one object twice", { start: place, end: place }],
])("reads %s as the client wrote it", (_name, value) => {
  expect(read(superjson.serialize(value))).toEqual(value);
});

it("reads a missing input as none", () => {
  expect(transformer.input.deserialize(undefined)).toBeUndefined();
  expect(transformer.input.deserialize({})).toBeUndefined();
});

it("never makes an input that holds itself", () => {
  expect(read({ json: { a: { b: null } }, meta: { referentialEqualities: { a: ["a.b"] } } })).toEqual({ a: { b: null } });
});

it.each<[string, unknown]>([
  ["a text without envelope", "x"],
  ["null without envelope", null],
  ["meta that is no object", { json: {}, meta: 7 }],
  ["an error", { json: { name: "x", message: "y" }, meta: { values: ["Error"] } }],
  ["an expression", { json: "/(a+)+$/", meta: { values: { pattern: ["regexp"] } } }],
  ["a list as large as the sender says", { json: 1e9, meta: { values: [["typed-array", "Float64Array"]] } }],
  ["a class", { json: {}, meta: { values: [["class", "User"]] } }],
  ["a custom type", { json: {}, meta: { values: [["custom", "x"]] } }],
  ["a set", { json: { list: [1] }, meta: { values: { list: ["set"] } } }],
])("refuses %s", (_name, sent) => {
  expect(() => read(sent)).toThrow();
});
