import { expect, it } from "vitest";
import { submissionIds } from "./submission-id";

const ana = { email: "ana@example.org", recipients: ["a", "b"], method: "SMTP" };

it("keeps one id for one letter, however often it is pressed and in whatever order the people stand", () => {
  const ids = submissionIds();
  const first = ids.of(ana);
  expect(ids.of({ ...ana, recipients: ["b", "a"] })).toBe(first);
  expect(ids.current()).toBe(first);
});

it("is the id the name was kept under before anything was sent", () => {
  const ids = submissionIds();
  expect(ids.of(ana)).toBe(ids.of(ana));
  expect(submissionIds().current()).not.toBe(ids.current());
});

it.each([
  ["another address", { email: "bo@example.org" }],
  ["other people", { recipients: ["a"] }],
  ["another way", { method: "PRINT" }],
])("makes a new one for %s", (_what, more) => {
  const ids = submissionIds();
  const first = ids.of(ana);
  expect(ids.of({ ...ana, ...more })).not.toBe(first);
});

it("makes a new one once the letter is on its way", () => {
  const ids = submissionIds();
  const first = ids.of(ana);
  ids.done();
  expect(ids.of(ana)).not.toBe(first);
});
