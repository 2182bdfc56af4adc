import { z } from "zod";
import { localeSchema } from "../kernel/locale";
import { boundsSchema } from "../kernel/geo";
import { idSchema, lineSchema, paragraphsSchema } from "../kernel/text";
import { cutGeometrySchema } from "./cut";
import { daySchema, momentOf, wallTimeSchema } from "./day";
import { shiftKinds, shiftStatuses, signupSources, signupStatuses } from "./enums";
import { type Shift, shiftEnd, shiftStart, type ShiftSignup, turfAssignmentSchema } from "./shift";

/**
 * Where somebody is on the day: expected, here, out with a turf, back with it, gone home; NO_SHOW once the shift is closed. WAITING and
 * CANCELLED people have no place, but may turn up all the same.
 */
export const dayStates = ["EXPECTED", "HERE", "OUT", "BACK", "LEFT", "NO_SHOW", "WAITING", "CANCELLED"] as const;
export type DayState = (typeof dayStates)[number];

type Attended = Pick<ShiftSignup, "status"> & { checkedInAt: Date | null; leftAt: Date | null };
/** What the person's turfs of this shift tell: one is out with them, one came back, a walk was begun. */
export type DayTurfFacts = { holds: boolean; returned: boolean; walked: boolean };

export const dayStateOf = ({ status, checkedInAt, leftAt }: Attended, { holds, returned, walked }: DayTurfFacts): DayState => {
  if (status === "WAITLISTED") return "WAITING";
  if (status === "CANCELLED" || status === "NO_SHOW") return status;
  // A turf may be handed out the night before: only who is here, or walks, is out with it.
  if (holds && (checkedInAt !== null || walked)) return "OUT";
  if (checkedInAt === null && status !== "ATTENDED") return "EXPECTED";
  if (leftAt !== null) return "LEFT";
  return returned ? "BACK" : "HERE";
};

type BeforeCheckIn = { waitlistedAt: Date | null; placedAt: Date | null; cancelledAt: Date | null };

/** What a sign-up was before somebody was checked in; a check-in leaves its marks of that standing. */
export const statusBeforeCheckIn = ({ waitlistedAt, placedAt, cancelledAt }: BeforeCheckIn): "CONFIRMED" | "WAITLISTED" | "CANCELLED" => {
  if (cancelledAt !== null) return "CANCELLED";
  return waitlistedAt !== null && placedAt === null ? "WAITLISTED" : "CONFIRMED";
};

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
type ShiftTimes = Pick<Shift, "date" | "startTime" | "endTime">;
type When = { now: Date; timeZone: string };

/** A captain's right begins a week before the shift, to call people, and ends three days after it, when what came late is put in order. */
export const isCaptainsTime = (shift: ShiftTimes, { now, timeZone }: When): boolean =>
  now.getTime() >= shiftStart(shift, timeZone).getTime() - 7 * dayMs && now.getTime() <= shiftEnd(shift, timeZone).getTime() + 3 * dayMs;

/** People are checked in from the first minute of the shift's day on. */
export const dayBegins = (shift: ShiftTimes, timeZone: string): Date => momentOf({ day: shift.date, time: "00:00" }, timeZone);

/** A check-in code is good on the shift's day, and for twelve hours after a shift that ends late. */
export const isCodeTime = (shift: ShiftTimes, { now, timeZone }: When): boolean =>
  now >= dayBegins(shift, timeZone) && now.getTime() <= shiftEnd(shift, timeZone).getTime() + 12 * hourMs;

/** A phone under way that was not heard of for so long may hold records nobody knows of. */
export const silentAfterMs = 10 * 60 * 1000;

export const dayPhoneSchema = z.object({
  userId: idSchema,
  name: z.string(),
  /** Records it held when it was last heard of. */
  unsent: z.int(),
  heardAt: z.date().nullable(),
  /** A walk is under way on it. */
  isWalking: z.boolean(),
});
export type DayPhone = z.infer<typeof dayPhoneSchema>;

/** Whether a phone may hold what the server has not. */
export const mayHoldMore = ({ unsent, heardAt, isWalking }: Pick<DayPhone, "unsent" | "heardAt" | "isWalking">, now: Date): boolean =>
  unsent > 0 || (isWalking && heardAt !== null && now.getTime() - heardAt.getTime() > silentAfterMs);

export const dayPersonSchema = z.object({
  signupId: idSchema,
  userId: idSchema.nullable(),
  name: z.string(),
  phone: z.string().nullable(),
  locale: localeSchema,
  source: z.enum(signupSources),
  status: z.enum(signupStatuses),
  state: z.enum(dayStates),
  /** "I am coming". */
  confirmedAt: z.date().nullable(),
  checkedInAt: z.date().nullable(),
  leftAt: z.date().nullable(),
});
export type DayPerson = z.infer<typeof dayPersonSchema>;

export const dayTurfSchema = turfAssignmentSchema.extend({
  color: z.string(),
  bounds: boundsSchema.nullable(),
  geometry: cutGeometrySchema,
  /** When its people began to walk. */
  startedAt: z.date().nullable(),
  lastVisitAt: z.date().nullable(),
});
export type DayTurf = z.infer<typeof dayTurfSchema>;

export const shiftDaySchema = z.object({
  shift: z.object({
    id: idSchema,
    title: z.string(),
    date: daySchema,
    startTime: wallTimeSchema,
    endTime: wallTimeSchema,
    startsAt: z.date(),
    endsAt: z.date(),
    location: z.string().nullable(),
    kind: z.enum(shiftKinds),
    status: z.enum(shiftStatuses),
    needed: z.int(),
    captainUserId: idSchema.nullable(),
    captainName: z.string().nullable(),
    closedAt: z.date().nullable(),
    closeReason: z.string().nullable(),
  }),
  asOf: z.date(),
  /** From when people are checked in. */
  checkInFrom: z.date(),
  people: z.array(dayPersonSchema),
  turfs: z.array(dayTurfSchema),
  /** The shift's own area while none of it is out: it may be handed out as it is. */
  free: z.array(z.object({ cutId: idSchema, cutName: z.string() })),
  phones: z.array(dayPhoneSchema),
  /** A text message to somebody who is expected, in each language, with `{name}` for the name. */
  texts: z.record(localeSchema, z.string()),
});
export type ShiftDay = z.infer<typeof shiftDaySchema>;

export const shiftDayInput = z.object({ shiftId: idSchema });
const personInput = shiftDayInput.extend({ signupId: idSchema });
/** `at`: when it happened, for what a phone without signal brings later. */
const at = z.date().nullable().default(null);

export const checkInInput = personInput.extend({ at });
export type CheckInInput = z.infer<typeof checkInInput>;
export const undoCheckInInput = personInput;
export type UndoCheckInInput = z.infer<typeof undoCheckInInput>;
export const markBackInput = personInput.extend({ back: z.boolean(), at });
export type MarkBackInput = z.infer<typeof markBackInput>;
export const checkInByCodeInput = shiftDayInput.extend({ code: lineSchema(300) });
export type CheckInByCodeInput = z.infer<typeof checkInByCodeInput>;
export const checkedInSchema = z.object({ person: dayPersonSchema, already: z.boolean() });
export type CheckedIn = z.infer<typeof checkedInSchema>;
/** The id is made on the captain's phone, so that sending it twice adds one person. */
export const walkUpInput = shiftDayInput.extend({
  id: idSchema,
  name: lineSchema(120),
  phone: lineSchema(40).nullable().default(null),
  locale: localeSchema,
  at,
});
export type WalkUpInput = z.infer<typeof walkUpInput>;
export const closeShiftInput = shiftDayInput.extend({
  /** Needed where turfs are out or phones may hold records. */
  reason: paragraphsSchema(500).nullable().default(null),
});
export type CloseShiftInput = z.infer<typeof closeShiftInput>;

const peopleOfTurf = z.array(idSchema).min(1).max(10);
const turfInput = shiftDayInput.extend({ id: idSchema });
export const takeBackDayTurfInput = turfInput;
export type TakeBackDayTurfInput = z.infer<typeof takeBackDayTurfInput>;
export const giveDayTurfInput = turfInput.extend({ userIds: peopleOfTurf });
export type GiveDayTurfInput = z.infer<typeof giveDayTurfInput>;
export const splitDayTurfInput = turfInput.extend({ part: z.enum(["half", "rest"]), userIds: peopleOfTurf });
export type SplitDayTurfInput = z.infer<typeof splitDayTurfInput>;

/** What stands in the way of closing: turfs that are out, and phones that may hold records. */
export const whatIsOut = ({ turfs, phones }: Pick<ShiftDay, "turfs" | "phones">, now: Date): { turfs: DayTurf[]; phones: DayPhone[] } => ({
  turfs: turfs.filter(({ handedOutAt, returnedAt }) => handedOutAt !== null && returnedAt === null),
  phones: phones.filter((phone) => mayHoldMore(phone, now)),
});

/** One telephone number, however it is written; Canada's country code does not matter. */
export const samePhone = (one: string | null, other: string | null): boolean => {
  const [a, b] = [digitsOf(one), digitsOf(other)];
  return a !== "" && a === b;
};
const digitsOf = (phone: string | null): string => (phone ?? "").replace(/\D/g, "").replace(/^1(?=\d{10}$)/, "");
