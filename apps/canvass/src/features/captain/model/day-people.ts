import type { DayPerson, DayState } from "@cml/domain/map";
import type { DayAct } from "../../../offline/day-acts";
import type { FieldEvent } from "../../../offline/field-events";
import type { StoredEvent } from "../../../offline/store";

/** A person of the roster, with what this phone noted and the server does not know yet. */
export type RosterPerson = DayPerson & { notSent: boolean };

/** Checked in, and not taken off the list since. */
export const isHere = ({ status, checkedInAt }: Pick<DayPerson, "status" | "checkedInAt">): boolean =>
  status === "ATTENDED" && checkedInAt !== null;

type Kept = { act: DayAct; recordedAt: Date; isWaiting: boolean };

/** The captain's notes about a shift that the given answer of the server cannot hold, in the order they were made. */
export const keptActs = (ledger: readonly StoredEvent<FieldEvent>[], shiftId: string, answeredAt: number): Kept[] =>
  ledger
    .flatMap(({ payload, state, recordedAt }) => {
      if (payload.kind !== "day" || payload.act.input.shiftId !== shiftId || state === "refused") return [];
      return state === "waiting" || recordedAt > answeredAt
        ? [{ act: payload.act, recordedAt: new Date(recordedAt), isWaiting: state === "waiting" }]
        : [];
    })
    .sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime());

const changed = (person: RosterPerson, { act, recordedAt, isWaiting: notSent }: Kept): RosterPerson => {
  switch (act.verb) {
    case "checkIn":
      if (isHere(person)) return person;
      return { ...person, state: person.state === "OUT" ? "OUT" : "HERE", status: "ATTENDED", checkedInAt: recordedAt, notSent };
    case "undoCheckIn":
      return { ...person, state: "EXPECTED", status: "CONFIRMED", checkedInAt: null, leftAt: null, notSent };
    case "markBack":
      return act.input.back
        ? { ...person, state: "LEFT", leftAt: recordedAt, notSent }
        : { ...person, state: "HERE", leftAt: null, notSent };
    case "walkUp":
      return person;
  }
};

const walkedUp = ({ act, recordedAt, isWaiting }: Kept): RosterPerson | null =>
  act.verb !== "walkUp"
    ? null
    : {
        signupId: act.input.id,
        userId: null,
        name: act.input.name,
        phone: act.input.phone,
        locale: act.input.locale,
        source: "WALK_UP",
        status: "ATTENDED",
        state: "HERE",
        confirmedAt: null,
        checkedInAt: recordedAt,
        leftAt: null,
        notSent: isWaiting,
      };

const signupIdOf = (act: DayAct): string => (act.verb === "walkUp" ? act.input.id : act.input.signupId);

/** The roster as the captain knows it: the server's, with every note of this phone on top. */
export const withKept = (people: readonly DayPerson[], kept: readonly Kept[]): RosterPerson[] => {
  const roster = new Map<string, RosterPerson>(people.map((person) => [person.signupId, { ...person, notSent: false }]));
  for (const note of kept) {
    const id = signupIdOf(note.act);
    const known = roster.get(id);
    const after = known === undefined ? walkedUp(note) : changed(known, note);
    // A walk-up that is taken off again before anybody else knew of them.
    if (after?.source === "WALK_UP" && note.act.verb === "undoCheckIn") roster.delete(id);
    else if (after !== null) roster.set(id, after);
  }
  return [...roster.values()].sort((a, b) => a.name.localeCompare(b.name));
};

export type RosterGroup = Exclude<DayState, "WAITING" | "CANCELLED"> | "others";
const order: readonly RosterGroup[] = ["EXPECTED", "HERE", "OUT", "BACK", "LEFT", "NO_SHOW", "others"];

const groupOf = ({ state }: RosterPerson): RosterGroup => (state === "WAITING" || state === "CANCELLED" ? "others" : state);

/** Those whose name contains what was typed, under where they are; empty groups are left out. */
export const grouped = (people: readonly RosterPerson[], search: string): { group: RosterGroup; people: RosterPerson[] }[] => {
  const wanted = plain(search);
  const found = people.filter(({ name }) => plain(name).includes(wanted));
  return order
    .map((group) => ({ group, people: found.filter((person) => groupOf(person) === group) }))
    .filter((one) => one.people.length > 0);
};

const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .trim()
    .toLowerCase();
