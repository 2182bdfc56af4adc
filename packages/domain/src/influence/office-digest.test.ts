import { expect, it } from "vitest";
import { nextDigestAt } from "./office-digest";

const none = { submissionDeadline: null, decisionAt: null, sendUntil: null, endsAt: null };
const next = (since: string, campaign: Partial<typeof none | Record<keyof typeof none, Date>> = {}) =>
  nextDigestAt({ since: new Date(since), timeZone: "America/Edmonton", campaign: { ...none, ...campaign } }).toISOString();

// Edmonton is seven hours behind UTC in winter, six in summer; the clocks change on 8 March 2026.
it.each([
  ["the next Monday at eight", "2026-11-19T18:00:00Z", "2026-11-23T15:00:00.000Z"],
  ["the same Monday, before eight", "2026-11-23T14:59:00Z", "2026-11-23T15:00:00.000Z"],
  ["a week later, at eight itself", "2026-11-23T15:00:00Z", "2026-11-30T15:00:00.000Z"],
  ["eight on the new clock", "2026-03-06T18:00:00Z", "2026-03-09T14:00:00.000Z"],
])("leaves %s", (_when, since, at) => {
  expect(next(since)).toBe(at);
});

const deadline = { submissionDeadline: new Date("2026-11-21T00:00:00Z") };
it.each([
  ["a day before a deadline", "2026-11-18T18:00:00Z", "2026-11-20T00:00:00.000Z"],
  ["two hours before it", "2026-11-20T00:00:00Z", "2026-11-20T22:00:00.000Z"],
  ["half an hour before it", "2026-11-20T22:00:00Z", "2026-11-20T23:30:00.000Z"],
  ["at once in the last half hour", "2026-11-20T23:40:00Z", "2026-11-20T23:40:00.000Z"],
  ["weekly again when it is over", "2026-11-21T01:00:00Z", "2026-11-23T15:00:00.000Z"],
])("leaves %s", (_when, since, at) => {
  expect(next(since, deadline)).toBe(at);
});
