import { describe, expect, it } from "vitest";
import { aTarget, theTargets } from "../../../../test/a-target";
import { canBeWritten, chosen, flowReducer, openChoices, shownTargets, start } from "./letter-flow";
import { isPhoneDay, stepAfter, stepsOf } from "./panel-steps";

const begin = start({ step: "code" });
const found = (more: Parameters<typeof theTargets>[0] = {}) =>
  ({ type: "found", found: theTargets(more), districts: [] as string[] }) as const;

const twoDistricts = {
  targets: [
    aTarget("a", { districtKey: "fed/1", ticked: false }),
    aTarget("c", { districtKey: "fed/2", ticked: false }),
    aTarget("b", { level: "MUNICIPAL", districtKey: "to/10" }),
  ],
  levels: [
    {
      level: "FEDERAL" as const,
      state: "CHOOSE" as const,
      districts: [
        { key: "fed/1", name: "One" },
        { key: "fed/2", name: "Two" },
      ],
      until: null,
      note: null,
    },
  ],
};

it("starts with the campaign's own letter and every box unticked", () => {
  expect(begin).toMatchObject({ step: "code", subject: null, updates: false, newsletter: false, ticked: [] });
});

it("begins with the people of a campaign that writes to the same ones whoever asks", () => {
  expect(start({ step: "people", fixed: theTargets({ postalCode: "" }) })).toMatchObject({ step: "people", ticked: ["a", "b"] });
});

it("ticks whom the server ticked, and nobody on an empty seat", () => {
  const targets = [aTarget("a"), aTarget("b", { isVacant: true, name: "" }), aTarget("c", { ticked: false })];
  expect(flowReducer(begin, found({ targets }))).toMatchObject({ step: "people", ticked: ["a"] });
});

it("shows the people of a level only once its district is chosen", () => {
  expect(openChoices(theTargets(twoDistricts)).map(({ level }) => level)).toEqual(["FEDERAL"]);
  expect(shownTargets(theTargets(twoDistricts)).map(({ id }) => id)).toEqual(["b"]);
  expect(flowReducer(begin, found(twoDistricts)).ticked).toEqual(["b"]);
});

it("keeps the order of the list however the boxes were ticked", () => {
  const both = flowReducer(begin, found());
  const again = flowReducer(flowReducer(both, { type: "ticked", ids: ["a"], on: false }), { type: "ticked", ids: ["a"], on: true });
  expect(chosen(again).map(({ id }) => id)).toEqual(["a", "b"]);
});

it("ticks a whole council with one box", () => {
  const none = flowReducer(flowReducer(begin, found()), { type: "ticked", ids: ["a", "b"], on: false });
  expect(none.ticked).toEqual([]);
  expect(flowReducer(none, { type: "ticked", ids: ["a", "b"], on: true }).ticked).toEqual(["a", "b"]);
});

it("brings a reader back to where she was, with the people she had chosen", () => {
  const kept = { step: "letter" as const, recipientKeys: ["key-b"] };
  expect(flowReducer(begin, { ...found(), keep: kept })).toMatchObject({ step: "letter", ticked: ["b"] });
  expect(flowReducer(begin, { ...found(), keep: { ...kept, recipientKeys: ["somebody who left office"] } }).step).toBe("people");
});

it("keeps every word when a call fails, and clears a field's complaint once it is written in", () => {
  const written = flowReducer(begin, { type: "wrote", field: "body", value: "My own words." });
  const failed = flowReducer(flowReducer(written, { type: "started", what: "SEND", method: "SMTP" }), {
    type: "failed",
    problem: "Offline",
    fields: { body: "Too long" },
  });
  expect(failed).toMatchObject({ busy: false, method: null, body: "My own words.", problem: "Offline" });
  expect(flowReducer(failed, { type: "wrote", field: "body", value: "Shorter." }).fields.body).toBeUndefined();
});

it("brings back the campaign's own words", () => {
  const written = flowReducer(begin, { type: "wrote", field: "body", value: "Mine." });
  expect(flowReducer(written, { type: "undid" })).toMatchObject({ subject: null, body: null });
});

it("changes the personal sentence in a letter it stands in already, instead of saying it twice", () => {
  const first = flowReducer(begin, { type: "wrote", field: "personal", value: "I ride here." });
  const edited = flowReducer(first, { type: "wrote", field: "body", value: "Dear all,\n\nI ride here.\n\nThank you." });
  expect(flowReducer(edited, { type: "wrote", field: "personal", value: "I ride here with $& my son." }).body).toBe(
    "Dear all,\n\nI ride here with $& my son.\n\nThank you.",
  );
});

describe("whom a letter can reach", () => {
  it.each([
    ["an address", {}, ["SMTP"], true],
    ["no address, on paper", { hasEmail: false }, ["SMTP", "PRINT"], true],
    ["no address, by mail only", { hasEmail: false }, ["SMTP"], false],
    ["neither address nor post", { hasEmail: false, offices: [] }, ["PRINT"], false],
    ["an empty seat", { isVacant: true }, ["SMTP"], false],
    ["somebody who is skipped", { handling: "SKIP" }, ["SMTP"], false],
  ] as const)("%s", (_what, more, methods, reached) =>
    expect(canBeWritten(aTarget("a", { ...more, offices: "offices" in more ? [] : aTarget("a").offices }), [...methods])).toBe(reached),
  );
});

describe("the steps", () => {
  const campaign = { methods: ["SMTP", "MAILTO"], needsPlace: true, allowCalls: false } as const;
  const of = (more: object) => stepsOf({ ...campaign, methods: [...campaign.methods], ...more });

  it("ask how it goes only where there is a choice", () => {
    expect(of({})).toEqual(["code", "people", "letter", "you", "send"]);
    expect(of({ methods: ["SMTP"] })).toEqual(["code", "people", "letter", "you"]);
  });

  it("begin with the people where they do not depend on a place", () => expect(of({ needsPlace: false })[0]).toBe("people"));

  it("are two on a phone day", () => {
    expect(isPhoneDay({ methods: [], allowCalls: true })).toBe(true);
    expect(of({ methods: [], allowCalls: true })).toEqual(["code", "calls"]);
  });

  it("follow each other", () => {
    const whole = { ...campaign, methods: [...campaign.methods] };
    expect(stepAfter(whole, "you")).toBe("send");
    expect(stepAfter(whole, "send")).toBe("done");
  });
});
