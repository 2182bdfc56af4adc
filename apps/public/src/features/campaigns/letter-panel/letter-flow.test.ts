import { expect, it } from "vitest";
import { chosen, flowReducer, type Found, start } from "./letter-flow";

const recipient = (key: string, more: Partial<Found["recipients"][number]> = {}): Found["recipients"][number] => ({
  key,
  name: `Person ${key}`,
  title: "MP",
  districtName: "Spadina",
  partyName: null,
  photoUrl: null,
  hasEmail: true,
  phone: null,
  email: null,
  level: "FEDERAL",
  ...more,
});
const found = (more: Partial<Found> = {}): Found => ({
  postalCode: "M5V3L9",
  city: "Toronto",
  province: "ON",
  recipients: [recipient("a"), recipient("b", { level: "MUNICIPAL" })],
  splitLevels: [],
  emptyLevels: [],
  ...more,
});

it("starts with the campaign's own letter and every box unticked", () => {
  expect(start).toMatchObject({ step: "code", subject: null, updates: false, newsletter: false, ticked: [] });
});

it("ticks everybody who can be written to", () => {
  const after = flowReducer(start, { type: "found", found: found({ recipients: [recipient("a"), recipient("b", { hasEmail: false })] }) });
  expect(after).toMatchObject({ step: "people", ticked: ["a"] });
});

it("ticks nobody at a level where the code lies in two districts", () => {
  const after = flowReducer(start, {
    type: "found",
    found: found({ recipients: [recipient("a"), recipient("c"), recipient("b", { level: "MUNICIPAL" })], splitLevels: ["FEDERAL"] }),
  });
  expect(after.ticked).toEqual(["b"]);
});

it("keeps the order of the list however the boxes were ticked", () => {
  const both = flowReducer(start, { type: "found", found: found() });
  const again = flowReducer(flowReducer(both, { type: "ticked", key: "a", on: false }), { type: "ticked", key: "a", on: true });
  expect(chosen(again).map(({ key }) => key)).toEqual(["a", "b"]);
});

it("keeps every word when a call fails, and clears a field's complaint once it is written in", () => {
  const written = flowReducer(start, { type: "wrote", field: "body", value: "My own words." });
  const failed = flowReducer(flowReducer(written, { type: "started" }), {
    type: "failed",
    problem: "Offline",
    fields: { body: "Too long" },
  });
  expect(failed).toMatchObject({ busy: false, body: "My own words.", problem: "Offline" });
  expect(flowReducer(failed, { type: "wrote", field: "body", value: "Shorter." }).fields.body).toBeUndefined();
});

it("brings back the campaign's own words", () => {
  const written = flowReducer(start, { type: "wrote", field: "body", value: "Mine." });
  expect(flowReducer(written, { type: "undid" })).toMatchObject({ subject: null, body: null });
});
