import { expect, it } from "vitest";
import { unwrapEvent, wrapEvent, type DomainEvent } from "./event";

const event: DomainEvent = { type: "user.changed", userId: "0198a6f0-0000-7000-8000-000000000001" };

it("brings an event over the wire with the name of its sender", () =>
  expect(unwrapEvent(wrapEvent("process-1", event))).toEqual({ from: "process-1", event }));

it.each([
  ["not JSON", "{"],
  ["no envelope", JSON.stringify(event)],
  ["an event of a newer release", JSON.stringify({ from: "p", event: { type: "moon.landed" } })],
  ["a broken id", JSON.stringify({ from: "p", event: { type: "user.changed", userId: "1" } })],
])("leaves out %s", (_what, text) => expect(unwrapEvent(text)).toBeNull());
