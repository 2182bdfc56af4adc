import type { MySignup, ShiftKind } from "@cml/domain/map";
import type { QrDrawing } from "../../texts/qr-drawing";

/** A shift as the public sees it; day and times are the organisation's local ones. */
export type ShiftView = {
  id: string;
  title: string;
  description: string;
  /** Calendar day, such as "2026-12-05". */
  date: string;
  /** "HH:MM". */
  startTime: string;
  endTime: string;
  location: string;
  area: string;
  kind: ShiftKind;
  placesLeft: number;
  /** Where it begins, as far as that is told. */
  place: { latitude: number; longitude: number } | null;
  hasBegun: boolean;
  /** Whom to turn to; empty where nobody is named. */
  contact: { name: string; phone: string; email: string };
};

export type SignUpForm = { name: string; email: string; phone: string };
export type SignUpErrors = Partial<Record<"name" | "email", string>>;

export const ownVerbs = ["CANCEL", "TAKE", "COMING", "AGAIN"] as const;
export type OwnVerb = (typeof ownVerbs)[number];

/** One's own sign-up, behind its personal link. */
export type MyShiftView = Pick<MySignup, "name" | "state" | "verbs" | "ahead" | "feedToken"> & {
  shift: ShiftView;
  phone: string;
  cancelReason: string;
  isConfirmed: boolean;
  /** Drawn by the server: what draws codes is too heavy for the pages that show none. */
  checkIn: { code: string; drawing: QrDrawing } | null;
  offerExpiresAt: string | null;
};

/** What the list shows of all shifts. */
export type ShiftChoice = { kind: ShiftKind | null; day: string | null };

/** Distances from a place somebody typed: none asked for, nobody knows the place, or metres by shift. */
export type Nearness = { text: string; metres: ReadonlyMap<string, number> | null } | null;

export const chosenShifts = (shifts: readonly ShiftView[], { kind, day }: ShiftChoice): ShiftView[] =>
  shifts.filter((shift) => (kind === null || shift.kind === kind) && (day === null || shift.date === day));

/** Shifts under their day, in order. */
export const byDay = (shifts: readonly ShiftView[]): { date: string; shifts: ShiftView[] }[] => {
  const days = new Map<string, ShiftView[]>();
  for (const shift of [...shifts].sort((a, b) => `${a.date}${a.startTime}`.localeCompare(`${b.date}${b.startTime}`))) {
    days.set(shift.date, [...(days.get(shift.date) ?? []), shift]);
  }
  return [...days].map(([date, ofDay]) => ({ date, shifts: ofDay }));
};
