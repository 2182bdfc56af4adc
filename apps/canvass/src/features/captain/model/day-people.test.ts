import type { DayPerson } from "@cml/domain/map";
import { expect, it } from "vitest";
import type { DayAct } from "../../../offline/day-acts";
import type { FieldEvent } from "../../../offline/field-events";
import type { StoredEvent } from "../../../offline/store";
import { grouped, keptActs, withKept } from "./day-people";

const person = (signupId: string, given: Partial<DayPerson> = {}): DayPerson => ({
  signupId,
  userId: null,
  name: signupId,
  phone: null,
  locale: "en",
  source: "PUBLIC",
  status: "CONFIRMED",
  state: "EXPECTED",
  confirmedAt: null,
  checkedInAt: null,
  leftAt: null,
  ...given,
});
const noted = (recordedAt: number, act: DayAct, state: StoredEvent["state"] = "waiting"): StoredEvent<FieldEvent> => ({
  id: String(recordedAt),
  userId: "captain",
  recordedAt,
  holdMs: 0,
  state,
  attempts: 0,
  reason: null,
  payload: { kind: "day", id: String(recordedAt), name: "", act },
});
const checkIn = (signupId: string, shiftId = "shift"): DayAct => ({ verb: "checkIn", input: { shiftId, signupId, at: null } });
const undo = (signupId: string): DayAct => ({ verb: "undoCheckIn", input: { shiftId: "shift", signupId } });
const walkUp: DayAct = { verb: "walkUp", input: { shiftId: "shift", id: "walt", name: "Walt", phone: null, locale: "en", at: null } };
const roster = (people: DayPerson[], ledger: StoredEvent<FieldEvent>[], answeredAt = 10) =>
  withKept(people, keptActs(ledger, "shift", answeredAt)).map(({ signupId, state, notSent }) => [signupId, state, notSent]);

it("shows a note before the server knows of it, and the server's word after", () => {
  expect(roster([person("ana"), person("ben")], [noted(5, checkIn("ana"))])).toEqual([
    ["ana", "HERE", true],
    ["ben", "EXPECTED", false],
  ]);
  // Sent, and the answer is newer: what somebody else did since stands.
  expect(roster([person("ana")], [noted(5, checkIn("ana"), "sent")])).toEqual([["ana", "EXPECTED", false]]);
  expect(roster([person("ana")], [noted(15, checkIn("ana"), "sent")])).toEqual([["ana", "HERE", false]]);
  expect(roster([person("ana")], [noted(15, checkIn("ana"), "refused")])).toEqual([["ana", "EXPECTED", false]]);
  expect(roster([person("ana")], [noted(15, checkIn("ana", "another shift"))])).toEqual([["ana", "EXPECTED", false]]);
});

it("follows the order of the notes, also where the newest stands first", () => {
  expect(roster([person("ana")], [noted(7, undo("ana")), noted(6, checkIn("ana"))])).toEqual([["ana", "EXPECTED", true]]);
  const back: DayAct = { verb: "markBack", input: { shiftId: "shift", signupId: "ana", back: true, at: null } };
  expect(roster([person("ana")], [noted(6, checkIn("ana")), noted(7, back)])).toEqual([["ana", "LEFT", true]]);
});

it("has a walk-up once: by the note, then by the server; taken off again, nowhere", () => {
  expect(roster([], [noted(5, walkUp)])).toEqual([["walt", "HERE", true]]);
  const known = person("walt", { name: "Walt", source: "WALK_UP", status: "ATTENDED", state: "HERE", checkedInAt: new Date(5) });
  expect(roster([known], [noted(5, walkUp)])).toHaveLength(1);
  expect(roster([], [noted(5, walkUp), noted(6, undo("walt"))])).toEqual([]);
});

it("finds a name without its accents and puts everybody where they are", () => {
  const people = withKept([person("a", { name: "Zoé" }), person("b", { name: "Bob", state: "CANCELLED" })], []);
  expect(grouped(people, " zoe").map(({ group }) => group)).toEqual(["EXPECTED"]);
  expect(grouped(people, "").map(({ group }) => group)).toEqual(["EXPECTED", "others"]);
});
