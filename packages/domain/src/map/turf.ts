import { z } from "zod";
import { boundsSchema, latLngSchema } from "../kernel/geo";
import { idSchema } from "../kernel/text";
import { cutGeometrySchema } from "./cut";
import { addressSchema } from "./location";
import { daySchema, wallTimeSchema } from "./day";

/** A turf as its volunteer sees it on the phone. */
export const myTurfSchema = z.object({
  assignmentId: idSchema,
  shiftId: idSchema,
  shiftTitle: z.string(),
  date: daySchema,
  startTime: wallTimeSchema,
  endTime: wallTimeSchema,
  cutId: idSchema,
  cutName: z.string(),
  color: z.string(),
  bounds: boundsSchema.nullable(),
  geometry: cutGeometrySchema,
  addressCount: z.int(),
  visitedCount: z.int(),
  people: z.array(z.object({ userId: idSchema, name: z.string() })),
});
export type MyTurf = z.infer<typeof myTurfSchema>;

export const myShiftSchema = z.object({
  id: idSchema,
  title: z.string(),
  description: z.string().nullable(),
  date: daySchema,
  startTime: wallTimeSchema,
  endTime: wallTimeSchema,
  startsAt: z.date(),
  endsAt: z.date(),
  location: z.string().nullable(),
  place: latLngSchema.nullable(),
  isCaptain: z.boolean(),
  signupStatus: z.string().nullable(),
});
export type MyShift = z.infer<typeof myShiftSchema>;

/** A building of the turf with its units, in walking order; what a volunteer needs at the door and no more. */
export const turfDoorSchema = z.object({
  locationId: idSchema,
  ...latLngSchema.shape,
  address: z.string(),
  /** `Location.streetKey` and number: the walk keeps to one side of the street. */
  streetKey: z.string(),
  civicNumber: z.int().nullable(),
  buildingType: z.string(),
  buildingNotes: z.string().nullable(),
  units: z.array(
    addressSchema.pick({
      id: true, unitNumber: true, firstName: true, lastName: true, supportLevel: true, supportDeclined: true, sign: true,
      notes: true, doNotContact: true, lastVisitedAt: true, lastOutcome: true,
    }), // prettier-ignore
  ),
});
export type TurfDoor = z.infer<typeof turfDoorSchema>;

export const turfDoorsSchema = z.object({ doors: z.array(turfDoorSchema), walkDistanceM: z.number() });
export type TurfDoors = z.infer<typeof turfDoorsSchema>;
export const turfDoorsInput = z.object({ assignmentId: idSchema, start: latLngSchema.nullable().default(null) });
