import type { SupportLevel, TurfDoor } from "@cml/domain/map";
import type { VisitOutcome } from "@cml/domain/canvass";
import type { FieldEvent } from "../../../offline/field-events";
import type { EventState, StoredEvent } from "../../../offline/store";
import { splitAddress } from "./door-address";

/** The newest that is known of one unit: from the server, or from this phone when that is newer. */
export type UnitState = {
  outcome: VisitOutcome | null;
  at: Date | null;
  supportLevel: SupportLevel | null;
  supportDeclined: boolean;
  sign: boolean;
  note: string | null;
  /** Where the newest result lies; null when the server told it. */
  local: EventState | null;
};

export type Unit = TurfDoor["units"][number] & { state: UnitState; done: boolean };
export type DoorRow = Omit<TurfDoor, "units"> & { units: Unit[]; done: boolean; number: string; street: string };

/** Newest visit of each address on this phone. */
export const newestVisits = (ledger: StoredEvent<FieldEvent>[]) => {
  const newest = new Map<string, { event: StoredEvent<FieldEvent>; visit: Extract<FieldEvent, { kind: "visit" }>["input"] }>();
  for (const event of ledger) {
    if (event.payload.kind !== "visit") continue;
    const visit = event.payload.input;
    const known = newest.get(visit.addressId);
    if (known === undefined || known.visit.recordedAt < visit.recordedAt) newest.set(visit.addressId, { event, visit });
  }
  return newest;
};

/** Doors with what is known of each; `since` is when this walk's work began: older results do not make a door done. */
export const doorRows = (doors: TurfDoor[], ledger: StoredEvent<FieldEvent>[], since: Date): DoorRow[] => {
  const newest = newestVisits(ledger);
  return doors.map((door) => {
    const units = door.units.map((unit): Unit => {
      const state = stateOf(unit, newest.get(unit.id));
      return { ...unit, state, done: state.at !== null && state.at >= since };
    });
    return { ...door, units, done: units.every(({ done, doNotContact }) => done || doNotContact), ...splitAddress(door.address) };
  });
};

type Newest = ReturnType<typeof newestVisits> extends Map<string, infer Value> ? Value : never;

const stateOf = (unit: TurfDoor["units"][number], mine: Newest | undefined): UnitState => {
  if (mine === undefined || (unit.lastVisitedAt !== null && mine.visit.recordedAt < unit.lastVisitedAt))
    return {
      outcome: unit.lastOutcome,
      at: unit.lastVisitedAt,
      supportLevel: unit.supportLevel,
      supportDeclined: unit.supportDeclined,
      sign: unit.sign,
      note: unit.notes,
      local: null,
    };
  const { visit, event } = mine;
  return {
    outcome: visit.outcome,
    at: visit.recordedAt,
    supportLevel: visit.supportLevel ?? unit.supportLevel,
    supportDeclined: visit.supportDeclined,
    sign: visit.signRequested || unit.sign,
    note: visit.notes ?? unit.notes,
    local: event.state,
  };
};

/** The next door to knock at after `current`, in walking order, wrapping round once; null when all are done. */
export const nextDoor = (rows: DoorRow[], currentId: string | null): DoorRow | null => {
  const from = rows.findIndex(({ locationId }) => locationId === currentId);
  const order = [...rows.slice(from + 1), ...rows.slice(0, Math.max(0, from))];
  return order.find(({ done }) => !done) ?? null;
};

/** Number and street as typed, in any case and with or without accents. */
export const matches = (row: DoorRow, text: string): boolean => {
  const fold = (value: string) => value.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return fold(text)
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => fold(row.address).includes(word));
};
