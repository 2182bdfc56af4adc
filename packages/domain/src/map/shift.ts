import { z } from "zod";
import { latLngSchema } from "../kernel/geo";
import { translationsSchema } from "../kernel/locale";
import { pageInput } from "../kernel/page";
import { emailSchema, idSchema, lineSchema, paragraphsSchema } from "../kernel/text";
import { localeSchema } from "../kernel/locale";
import { daySchema, momentOf, nextDay, wallTimeSchema } from "./day";
import { shiftKinds, shiftStatuses, signupEnds, signupSources, signupStatuses } from "./enums";
import { seriesPartSchema, shiftRepeatSchema } from "./shift-series";

export const shiftSchema = z.object({
  id: idSchema,
  title: z.string(),
  description: z.string().nullable(),
  date: daySchema,
  startTime: wallTimeSchema,
  endTime: wallTimeSchema,
  location: z.string().nullable(),
  place: latLngSchema.nullable(),
  kind: z.enum(shiftKinds),
  /** How many people are needed. */
  maxVolunteers: z.int(),
  /** How many may sign up: more than needed, because some stay away. */
  openPlaces: z.int(),
  currentVolunteers: z.int(),
  status: z.enum(shiftStatuses),
  isPublic: z.boolean(),
  cutId: idSchema.nullable(),
  cutName: z.string().nullable(),
  captainUserId: idSchema.nullable(),
  /** Whom volunteers turn to. */
  contactName: z.string().nullable(),
  contactPhone: z.string().nullable(),
  contactEmail: z.string().nullable(),
  /** The same for all shifts planned as one repetition. */
  seriesId: idSchema.nullable(),
  cancelledAt: z.date().nullable(),
  cancelReason: z.string().nullable(),
  translations: translationsSchema.nullable(),
  createdAt: z.date(),
  updatedAt: z.date(),
});
export type Shift = z.infer<typeof shiftSchema>;

export const shiftSignupSchema = z.object({
  id: idSchema,
  shiftId: idSchema,
  userId: idSchema.nullable(),
  userName: z.string(),
  userEmail: z.string().nullable(),
  userPhone: z.string().nullable(),
  status: z.enum(signupStatuses),
  signupSource: z.enum(signupSources),
  signupDate: z.date(),
  locale: localeSchema,
  endedBy: z.enum(signupEnds).nullable(),
  placedAt: z.date().nullable(),
  waitPosition: z.int().nullable(),
  /** With an end the place is held; without one it is the quickest's. */
  offeredAt: z.date().nullable(),
  offerExpiresAt: z.date().nullable(),
  /** "I am coming". */
  confirmedAt: z.date().nullable(),
});
export type ShiftSignup = z.infer<typeof shiftSignupSchema>;

export const turfAssignmentSchema = z.object({
  id: idSchema,
  shiftId: idSchema,
  cutId: idSchema,
  cutName: z.string(),
  people: z.array(z.object({ userId: idSchema, name: z.string() })),
  /** Null while planned. */
  handedOutAt: z.date().nullable(),
  returnedAt: z.date().nullable(),
  /** The turf whose rest this is. */
  splitFromId: idSchema.nullable(),
  doors: z.int(),
  /** Of these, visited since they were handed out. */
  done: z.int(),
});
export type TurfAssignment = z.infer<typeof turfAssignmentSchema>;

export const shiftDetailSchema = shiftSchema.extend({ signups: z.array(shiftSignupSchema), turfs: z.array(turfAssignmentSchema) });
export type ShiftDetail = z.infer<typeof shiftDetailSchema>;

export const publicShiftSchema = shiftSchema
  .pick({ id: true, title: true, description: true, date: true, startTime: true, endTime: true, location: true, place: true, kind: true })
  .extend({
    cutName: z.string().nullable(),
    placesLeft: z.int(),
    openPlaces: z.int(),
    startsAt: z.date(),
    endsAt: z.date(),
    contactName: z.string().nullable(),
    contactPhone: z.string().nullable(),
    contactEmail: z.string().nullable(),
  });
export type PublicShift = z.infer<typeof publicShiftSchema>;

/** A postal code, an address or a town, as somebody typed it. */
export const shiftsNearInput = z.object({ text: lineSchema(120, 2) });
export type ShiftsNearInput = z.infer<typeof shiftsNearInput>;
export const nearShiftSchema = z.object({ id: idSchema, distanceM: z.number() });
export type NearShift = z.infer<typeof nearShiftSchema>;

export const listShiftsInput = pageInput.extend({
  search: z.string().trim().max(200).default(""),
  status: z.enum(shiftStatuses).nullable().default(null),
  upcomingOnly: z.boolean().default(false),
  /** Days, both included: what a calendar shows. */
  from: daySchema.nullable().default(null),
  until: daySchema.nullable().default(null),
});
export type ListShiftsInput = z.infer<typeof listShiftsInput>;

/** Days a calendar shows at most: six weeks. */
export const maxCalendarDays = 42;

/** All shifts between two days, both included, as a calendar shows them. */
export const shiftsBetweenInput = z.object({ from: daySchema, until: daySchema });
export type ShiftsBetweenInput = z.infer<typeof shiftsBetweenInput>;

const editableShift = {
  title: lineSchema(200, 3),
  description: paragraphsSchema(4000).nullable(),
  date: daySchema,
  startTime: wallTimeSchema,
  endTime: wallTimeSchema,
  location: lineSchema(300).nullable(),
  place: latLngSchema.nullable(),
  kind: z.enum(shiftKinds),
  maxVolunteers: z.int().min(1).max(1000),
  openPlaces: z.int().min(1).max(2000),
  isPublic: z.boolean(),
  cutId: idSchema.nullable(),
  captainUserId: idSchema.nullable(),
  contactName: lineSchema(120).nullable(),
  contactPhone: lineSchema(40).nullable(),
  contactEmail: emailSchema.nullable(),
  translations: translationsSchema.nullable(),
};

export const createShiftInput = z.object({
  ...editableShift,
  description: editableShift.description.default(null),
  location: editableShift.location.default(null),
  place: editableShift.place.default(null),
  kind: editableShift.kind.default("CANVASS"),
  /** As many as are needed, unless said otherwise. */
  openPlaces: editableShift.openPlaces.nullable().default(null),
  isPublic: editableShift.isPublic.default(true),
  cutId: editableShift.cutId.default(null),
  captainUserId: editableShift.captainUserId.default(null),
  contactName: editableShift.contactName.default(null),
  contactPhone: editableShift.contactPhone.default(null),
  contactEmail: editableShift.contactEmail.default(null),
  translations: editableShift.translations.default(null),
  /** Makes a series of it. */
  repeat: shiftRepeatSchema.nullable().default(null),
});
export type CreateShiftInput = z.infer<typeof createShiftInput>;

export const updateShiftInput = z.object({
  id: idSchema,
  ...z.object(editableShift).partial().shape,
  /** Which shifts of its series change with it. */
  part: seriesPartSchema.default("ONE"),
  /** Tells everybody signed up when day, time or place change. */
  notify: z.boolean().default(true),
});
export type UpdateShiftInput = z.input<typeof updateShiftInput>;

/** A volunteer the organiser adds: an account that exists, or a name with an e-mail address or a telephone number. */
export const addSignupInput = z.object({
  shiftId: idSchema,
  userId: idSchema.nullable().default(null),
  name: lineSchema(120).nullable().default(null),
  email: emailSchema.nullable().default(null),
  phone: lineSchema(40).nullable().default(null),
});
export type AddSignupInput = z.infer<typeof addSignupInput>;

export const signUpInput = z.object({
  shiftId: idSchema,
  name: lineSchema(120),
  email: emailSchema,
  phone: lineSchema(40).nullable().default(null),
  locale: localeSchema,
});
export type SignUpInput = z.infer<typeof signUpInput>;

/** A pair, or a small group. */
export const peopleOfTurf = z.array(idSchema).max(10);

/** Without people the turf is planned for the shift, and nobody else gets its doors. */
export const handOutTurfInput = z.object({ shiftId: idSchema, cutId: idSchema, userIds: peopleOfTurf });
export type HandOutTurfInput = z.infer<typeof handOutTurfInput>;

export const givePlannedTurfInput = z.object({ id: idSchema, userIds: peopleOfTurf.min(1) });
export type GivePlannedTurfInput = z.infer<typeof givePlannedTurfInput>;

/** `half`: the farther half of what is left goes to others; `rest`: all that is left, and the turf comes back. */
export const splitTurfInput = z.object({ id: idSchema, part: z.enum(["half", "rest"]), shiftId: idSchema, userIds: peopleOfTurf });
export type SplitTurfInput = z.infer<typeof splitTurfInput>;

type ShiftTimes = Pick<Shift, "date" | "startTime" | "endTime">;

export const shiftStart = (shift: ShiftTimes, timeZone: string): Date => momentOf({ day: shift.date, time: shift.startTime }, timeZone);

/** A shift whose end is not after its start runs past midnight. */
export const shiftEnd = (shift: ShiftTimes, timeZone: string): Date => {
  const day = shift.endTime > shift.startTime ? shift.date : nextDay(shift.date);
  return momentOf({ day, time: shift.endTime }, timeZone);
};

/** OPEN and FULL follow the places; CANCELLED stays. */
export const statusByPlaces = (shift: Pick<Shift, "status" | "currentVolunteers" | "openPlaces">): Shift["status"] =>
  shift.status === "CANCELLED" ? "CANCELLED" : shift.currentVolunteers >= shift.openPlaces ? "FULL" : "OPEN";

/** Why a shift's numbers do not go together; null when they do. */
export const shiftProblem = (
  shift: Pick<Shift, "maxVolunteers" | "openPlaces" | "startTime" | "endTime">,
): "openBelowNeeded" | "noDuration" | null => {
  if (shift.openPlaces < shift.maxVolunteers) return "openBelowNeeded";
  return shift.startTime === shift.endTime ? "noDuration" : null;
};

/** A TEMP account made for a shift ends a day after it, so that a phone without signal can still report. */
export const tempAccountExpiry = (shift: ShiftTimes, timeZone: string): Date =>
  new Date(shiftEnd(shift, timeZone).getTime() + 24 * 60 * 60 * 1000);
