import { type EnteredVisit, mayCarrySupport, type SheetDraft, type TypedVisit, type VisitOutcome } from "@cml/domain/canvass";

type Marks = Pick<TypedVisit, "supportLevel" | "supportDeclined" | "signRequested" | "notes">;

export type Typing = {
  /** The door typed now, as an index of the sheet's lines; their number when the end is reached. */
  cursor: number;
  drafts: Readonly<Record<string, SheetDraft>>;
  /** Visits to take back, oldest first. */
  withdrawals: readonly string[];
  /** Doors in the order in which they were typed here, for undoing. */
  typed: readonly string[];
};

/** What the steps below need of the sheet, the person and the ids. */
export type Desk = {
  doors: readonly string[];
  entered: ReadonlyMap<string, EnteredVisit>;
  who: { userId: string; day: string };
  newId: () => string;
};

export const nothingTyped: Typing = { cursor: 0, drafts: {}, withdrawals: [], typed: [] };
const bare: Marks = { supportLevel: null, supportDeclined: false, signRequested: false, notes: null };

/** What a door shows: what is typed, else what was typed in before and is not being taken back. */
export const shownAt = (typing: Typing, desk: Pick<Desk, "entered">, door: string): SheetDraft | EnteredVisit | null => {
  const entered = desk.entered.get(door);
  return typing.drafts[door] ?? (entered === undefined || typing.withdrawals.includes(entered.id) ? null : entered);
};

export const isMarked = (typing: Typing, desk: Pick<Desk, "entered">, door: string): boolean =>
  (shownAt(typing, desk, door)?.outcome ?? null) !== null;

/** The first door behind the last that is typed in: where one goes on after a pause. */
export const whereToGoOn = (typing: Typing, desk: Pick<Desk, "doors" | "entered">): number =>
  desk.doors.findLastIndex((door) => isMarked(typing, desk, door)) + 1;

export const goTo = (typing: Typing, desk: Pick<Desk, "doors">, index: number): Typing => {
  const left = settled(typing, desk.doors[typing.cursor]);
  return { ...left, cursor: Math.max(0, Math.min(desk.doors.length, index)) };
};

/** A door that is left is done, if it has a result. */
const settled = (typing: Typing, door: string | undefined): Typing => {
  const draft = door === undefined ? undefined : typing.drafts[door];
  if (door === undefined || draft === undefined || draft.status !== "typing" || draft.outcome === null) return typing;
  return { ...typing, drafts: { ...typing.drafts, [door]: { ...draft, status: "waiting" } } };
};

/**
 * The result of a door by its key. Where support may be noted the cursor stays, so that support, sign and note can follow, and the next
 * key is the next door's; elsewhere it moves on at once.
 */
export const markOutcome = (typing: Typing, desk: Desk, outcome: VisitOutcome): Typing => {
  const here = desk.doors[typing.cursor];
  const open = here === undefined ? undefined : typing.drafts[here];
  const isDone = open?.status === "typing" && open.outcome !== null;
  const at = isDone ? goTo(typing, desk, typing.cursor + 1) : typing;
  const marked = change(at, desk, (marks) => ({
    ...marks,
    outcome,
    ...(!mayCarrySupport(outcome) && { supportLevel: null, supportDeclined: false }),
  }));
  return mayCarrySupport(outcome) ? marked : goTo(marked, desk, marked.cursor + 1);
};

/** A level without a result says that they spoke. */
export const markSupport = (typing: Typing, desk: Desk, level: TypedVisit["supportLevel"] | "declined"): Typing =>
  change(typing, desk, (marks) => ({
    ...marks,
    outcome: marks.outcome !== null && mayCarrySupport(marks.outcome) ? marks.outcome : "SPOKE_WITH",
    supportLevel: level === "declined" ? null : level,
    supportDeclined: level === "declined",
  }));

export const toggleSign = (typing: Typing, desk: Desk): Typing =>
  change(typing, desk, (marks) => ({ ...marks, signRequested: !marks.signRequested }));

export const writeNote = (typing: Typing, desk: Desk, text: string): Typing =>
  change(typing, desk, (marks) => ({ ...marks, notes: text.trim() === "" ? null : text.trim() }));

type Said = Marks & { outcome: VisitOutcome | null };

/** What is typed at the cursor's door, under a new id: what was sent before is corrected by it. */
const change = (typing: Typing, desk: Desk, how: (said: Said) => Said): Typing => {
  const door = desk.doors[typing.cursor];
  if (door === undefined) return typing;
  const before = shownAt(typing, desk, door);
  const id = before !== null && "status" in before && before.status === "typing" ? before.id : desk.newId();
  const { outcome, supportLevel, supportDeclined, signRequested, notes } = how(before ?? { ...bare, outcome: null });
  const draft: SheetDraft = { ...desk.who, id, outcome, supportLevel, supportDeclined, signRequested, notes, status: "typing" };
  const typed = [...typing.typed.filter((one) => one !== door), door];
  return { ...typing, drafts: { ...typing.drafts, [door]: draft }, typed };
};

/** Takes back what was typed last, sent or not, and goes to its door. */
export const undo = (typing: Typing, desk: Desk, sending: ReadonlySet<string>): Typing => {
  const here = desk.doors[typing.cursor];
  const door = here !== undefined && here in typing.drafts ? here : typing.typed.at(-1);
  return door === undefined ? typing : clear(typing, desk, { door, sending });
};

/** Empties a door. */
export const clear = (typing: Typing, desk: Desk, { door, sending }: { door: string; sending: ReadonlySet<string> }): Typing => {
  const { [door]: draft, ...drafts } = typing.drafts;
  const entered = desk.entered.get(door);
  // What is on its way may arrive yet.
  const known = [draft !== undefined && sending.has(draft.id) ? draft.id : null, entered?.id ?? null].filter((id) => id !== null);
  const withdrawals = [...typing.withdrawals, ...known.filter((id) => !typing.withdrawals.includes(id))];
  return { cursor: Math.max(0, desk.doors.indexOf(door)), drafts, withdrawals, typed: typing.typed.filter((one) => one !== door) };
};

/** What the server answered: what arrived is no draft any more, what is refused says why. */
export const answered = (typing: Typing, results: readonly { id: string; message?: string }[]): Typing => {
  const byId = new Map(results.map((result) => [result.id, result]));
  const drafts = Object.entries(typing.drafts).flatMap(([door, draft]): [string, SheetDraft][] => {
    const result = byId.get(draft.id);
    if (result === undefined) return [[door, draft]];
    return result.message === undefined ? [] : [[door, { ...draft, status: "refused", message: result.message }]];
  });
  return { ...typing, drafts: Object.fromEntries(drafts), withdrawals: typing.withdrawals.filter((id) => !byId.has(id)) };
};

/** What is to be sent, in an order that may be answered one by one: first what takes back, then what is typed. */
export const waiting = ({ drafts, withdrawals, typed }: Typing): (TypedVisit | { kind: "withdrawal"; id: string })[] => [
  ...withdrawals.map((id) => ({ kind: "withdrawal" as const, id })),
  ...Object.entries(drafts)
    .sort(([a], [b]) => typed.indexOf(a) - typed.indexOf(b))
    .flatMap(([addressId, { status, message: _message, outcome, ...draft }]) =>
      status === "waiting" && outcome !== null ? [{ ...draft, kind: "visit" as const, addressId, outcome }] : [],
    ),
];
