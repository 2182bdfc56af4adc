import type { EnteredVisit } from "@cml/domain/canvass";
import { describe, expect, it } from "vitest";
import {
  answered, type Desk, goTo, isMarked, markOutcome, markSupport, nothingTyped, shownAt, toggleSign, type Typing, undo, waiting, whereToGoOn, writeNote,
} from "./typing"; // prettier-ignore

const desk = (entered: EnteredVisit[] = []): Desk => {
  let made = 0;
  return {
    doors: ["a", "b", "c"],
    entered: new Map(entered.map((visit) => [visit.addressId, visit])),
    who: { userId: "ana", day: "2031-05-17" },
    newId: () => `id${(made += 1)}`,
  };
};
const visit = (addressId: string, given: Partial<EnteredVisit> = {}): EnteredVisit => ({
  id: `was-${addressId}`, addressId, outcome: "NOT_HOME", supportLevel: null, supportDeclined: false, signRequested: false, notes: null,
  userId: "ana", userName: "Ana", visitedAt: new Date("2031-05-17"), ...given,
}); // prettier-ignore
const none = new Set<string>();
const outcomesOf = (typing: Typing) => Object.fromEntries(Object.entries(typing.drafts).map(([door, { outcome }]) => [door, outcome]));

describe("typing a sheet by keys", () => {
  it("moves on by itself where nothing more can follow, and stays where support may", () => {
    const at = desk();
    const first = markOutcome(nothingTyped, at, "NOT_HOME");
    expect([first.cursor, first.drafts["a"]?.status]).toEqual([1, "waiting"]);
    const second = markOutcome(first, at, "SPOKE_WITH");
    expect([second.cursor, second.drafts["b"]?.status]).toEqual([1, "typing"]);
    const whole = writeNote(toggleSign(markSupport(second, at, "LEVEL_2"), at), at, " Ring twice ");
    expect(whole.drafts["b"]).toMatchObject({ outcome: "SPOKE_WITH", supportLevel: "LEVEL_2", signRequested: true, notes: "Ring twice" });
    const third = markOutcome(whole, at, "REFUSED");
    expect(outcomesOf(third)).toEqual({ a: "NOT_HOME", b: "SPOKE_WITH", c: "REFUSED" });
    expect(goTo(third, at, 3)).toMatchObject({ cursor: 3, drafts: { c: { status: "waiting" } } });
    expect(markOutcome(goTo(third, at, 3), at, "MOVED").cursor).toBe(3);
  });

  it("takes a level alone for a talk, and forgets it beside a result that cannot know it", () => {
    const at = desk();
    const spoke = markSupport(nothingTyped, at, "LEVEL_4");
    expect(spoke.drafts["a"]).toMatchObject({ outcome: "SPOKE_WITH", supportLevel: "LEVEL_4" });
    const declined = markSupport(spoke, at, "declined");
    expect(declined.drafts["a"]).toMatchObject({ supportLevel: null, supportDeclined: true });
    const again = goTo(goTo(declined, at, 1), at, 0);
    expect(markOutcome(again, at, "MOVED").drafts["a"]).toMatchObject({ outcome: "MOVED", supportDeclined: false });
  });

  it("keeps a note before its result, and sends nothing without one", () => {
    const at = desk();
    const noted = goTo(writeNote(nothingTyped, at, "Dog"), at, 1);
    expect(waiting(noted)).toEqual([]);
    expect(isMarked(noted, at, "a")).toBe(false);
    expect(waiting(markOutcome(goTo(noted, at, 0), at, "NOT_HOME"))).toMatchObject([{ addressId: "a", outcome: "NOT_HOME", notes: "Dog" }]);
  });

  it("goes on behind the last door that is typed in", () => {
    expect(whereToGoOn(nothingTyped, desk())).toBe(0);
    expect(whereToGoOn(nothingTyped, desk([visit("b")]))).toBe(2);
    expect(whereToGoOn(markOutcome(nothingTyped, desk(), "MOVED"), desk())).toBe(1);
  });
});

describe("undoing", () => {
  it("goes back door by door: nothing is sent of what did not leave", () => {
    const at = desk();
    const two = markOutcome(markOutcome(nothingTyped, at, "NOT_HOME"), at, "MOVED");
    const one = undo(two, at, none);
    expect([one.cursor, outcomesOf(one), one.withdrawals]).toEqual([1, { a: "NOT_HOME" }, []]);
    expect(undo(undo(one, at, none), at, none)).toEqual({ ...nothingTyped, cursor: 0 });
  });

  it("takes back what is on its way, and what arrived", () => {
    const at = desk();
    const typed = markOutcome(nothingTyped, at, "NOT_HOME");
    const id = typed.drafts["a"]?.id ?? "";
    expect(waiting(undo(typed, at, new Set([id])))).toEqual([{ kind: "withdrawal", id }]);
    const arrived = answered(typed, [{ id }]);
    const known = desk([visit("a", { id })]);
    expect(isMarked(arrived, known, "a")).toBe(true);
    const back = undo(arrived, known, none);
    expect([back.cursor, shownAt(back, known, "a"), back.withdrawals]).toEqual([0, null, [id]]);
    expect(answered(back, [{ id }]).withdrawals).toEqual([]);
  });

  it("is empty where nothing was typed", () => {
    expect(undo(nothingTyped, desk([visit("a")]), none)).toEqual(nothingTyped);
  });
});

describe("a door that is in already", () => {
  it("is corrected under a new id with all it said", () => {
    const at = desk([visit("a", { outcome: "SPOKE_WITH", supportLevel: "LEVEL_1", notes: "Dog" })]);
    const corrected = goTo(toggleSign(nothingTyped, at), at, 1);
    expect(waiting(corrected)).toMatchObject([
      { kind: "visit", addressId: "a", id: "id1", outcome: "SPOKE_WITH", supportLevel: "LEVEL_1", signRequested: true, notes: "Dog" },
    ]);
  });

  it("keeps what is refused, with the reason, until it is typed anew", () => {
    const at = desk();
    const typed = markOutcome(nothingTyped, at, "NOT_HOME");
    const refused = answered(typed, [{ id: "id1", message: "Not on the sheet." }]);
    expect(refused.drafts["a"]).toMatchObject({ status: "refused", message: "Not on the sheet." });
    expect(waiting(refused)).toEqual([]);
    expect(waiting(markOutcome(goTo(refused, at, 0), at, "MOVED"))).toMatchObject([{ id: "id2", outcome: "MOVED" }]);
  });
});
