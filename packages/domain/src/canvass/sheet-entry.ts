import { z } from "zod";
import { localeSchema } from "../kernel/locale";
import { idSchema, lineSchema, paragraphsSchema } from "../kernel/text";
import { daySchema, wallTimeSchema } from "../map/day";
import { supportLevels } from "../map/enums";
import { printedSheetSchema } from "../map/walk-sheet";
import { visitOutcomes } from "./enums";

/** One door of a sheet as it was typed: the id is made in the browser, so that what is sent twice is one visit. */
const typedVisitSchema = z.object({
  kind: z.literal("visit"),
  id: idSchema,
  addressId: idSchema,
  /** Who stood at the door. */
  userId: idSchema,
  /** The day they walked, in the organisation's zone. */
  day: daySchema,
  outcome: z.enum(visitOutcomes),
  supportLevel: z.enum(supportLevels).nullable().default(null),
  supportDeclined: z.boolean().default(false),
  signRequested: z.boolean().default(false),
  notes: paragraphsSchema(2000).nullable().default(null),
});

/** What is typed at a door and not yet answered, as the browser keeps it. */
export const sheetDraftSchema = typedVisitSchema.omit({ kind: true, addressId: true }).extend({
  outcome: z.enum(visitOutcomes).nullable(),
  /** `typing`: support, sign or note may still follow. `refused`: see `message`. */
  status: z.enum(["typing", "waiting", "refused"]),
  message: z.string().optional(),
});
export type SheetDraft = z.infer<typeof sheetDraftSchema>;

/** A slip: the visit of that id is taken back and the door is as it was. */
const withdrawalSchema = z.object({ kind: z.literal("withdrawal"), id: idSchema });

export const typedItemSchema = z.discriminatedUnion("kind", [typedVisitSchema, withdrawalSchema]);
export type TypedItem = z.infer<typeof typedItemSchema>;
export type TypedVisit = z.infer<typeof typedVisitSchema>;

/** Items are judged apart and in order: one that is refused does not hold up the rest. */
export const typeSheetInput = z.object({ sheetId: idSchema, items: z.array(z.unknown()).min(1).max(100) });
export type TypeSheetInput = z.infer<typeof typeSheetInput>;

export const typingRefusals = ["malformed", "idTaken", "notOnSheet", "noSuchDoor", "noSuchPerson", "inTheFuture", "beforePrinted"] as const;
export type TypingRefusal = (typeof typingRefusals)[number];

export const typedResultSchema = z.discriminatedUnion("status", [
  /** `known`: it had arrived before; the same answer, no second row. */
  z.object({ id: z.string(), status: z.enum(["recorded", "known", "withdrawn"]) }),
  z.object({ id: z.string(), status: z.literal("refused"), reason: z.enum(typingRefusals), message: z.string() }),
]);
export type TypedResult = z.infer<typeof typedResultSchema>;
export const typeSheetResult = z.object({ results: z.array(typedResultSchema) });

const personSchema = z.object({ userId: idSchema, name: z.string() });

/** What was typed in from a sheet and counts; a door has one at most. */
export const enteredVisitSchema = z.object({
  id: idSchema,
  addressId: idSchema,
  outcome: z.enum(visitOutcomes),
  supportLevel: z.enum(supportLevels).nullable(),
  supportDeclined: z.boolean(),
  signRequested: z.boolean(),
  notes: z.string().nullable(),
  userId: idSchema,
  userName: z.string(),
  visitedAt: z.date(),
});
export type EnteredVisit = z.infer<typeof enteredVisitSchema>;

/** A line of the sheet; null where the door went from the list since. */
export const sheetDoorSchema = z.object({
  place: z.int(),
  addressId: idSchema,
  address: z.string(),
  unitNumber: z.string().nullable(),
  buildingNotes: z.string().nullable(),
  people: z.string(),
  notes: z.string().nullable(),
  lastOutcome: z.enum(visitOutcomes).nullable(),
  lastVisitedAt: z.date().nullable(),
  supportLevel: z.enum(supportLevels).nullable(),
  sign: z.boolean(),
  doNotContact: z.boolean(),
});
export type SheetDoor = z.infer<typeof sheetDoorSchema>;

const ofShift = z.object({ id: idSchema, title: z.string(), date: daySchema, startTime: wallTimeSchema, isCancelled: z.boolean() });

export const sheetToTypeSchema = printedSheetSchema.extend({
  locale: localeSchema,
  /** Which letter is circled on the paper for what, in its language. */
  keys: z.record(z.enum(visitOutcomes), z.string()),
  cutId: idSchema,
  cutName: z.string(),
  assignmentId: idSchema.nullable(),
  shift: ofShift.nullable(),
  returnedAt: z.date().nullable(),
  printedAt: z.date(),
  /** Days the doors may have been walked: from the printing until today, in the organisation's zone. */
  firstDay: daySchema,
  today: daySchema,
  /** The pair first, then those who came to the shift. */
  people: z.array(personSchema.extend({ hasTurf: z.boolean() })),
  /** Whether anybody with an account may be named, or those of the shift alone. */
  mayNameAnybody: z.boolean(),
  lines: z.array(sheetDoorSchema),
  /** Numbers on the paper whose doors are gone. */
  gone: z.array(z.int()),
  entered: z.array(enteredVisitSchema),
});
export type SheetToType = z.infer<typeof sheetToTypeSchema>;

/** What was typed or scanned; it may hold anything. */
export const openSheetInput = z.object({ code: lineSchema(200) });

/** A sheet in the list of those that may still come back. */
export const printedSheetRowSchema = printedSheetSchema.extend({
  cutName: z.string(),
  shift: ofShift.nullable(),
  people: z.array(personSchema),
  printedAt: z.date(),
  returnedAt: z.date().nullable(),
  entered: z.int(),
});
export type PrintedSheetRow = z.infer<typeof printedSheetRowSchema>;

export const listSheetsInput = z.object({ shiftId: idSchema.nullable().default(null) });
export type ListSheetsInput = z.infer<typeof listSheetsInput>;
