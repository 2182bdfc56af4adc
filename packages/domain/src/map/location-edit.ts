import { z } from "zod";
import { latLngSchema } from "../kernel/geo";
import { postalCodeSchema } from "../kernel/postal-code";
import { emailSchema, idSchema, lineSchema, paragraphsSchema } from "../kernel/text";
import { buildingTypes } from "./enums";
import { supportLevelSchema } from "./location";

/** NAR's BU_USE. */
export const buildingUses = [1, 2, 3, 4] as const;
const buildingUseSchema = z.literal(buildingUses);

/** What was on the screen when the change was made: whoever saved meanwhile is not written over. */
const seenSchema = z.object({ id: idSchema, updatedAt: z.date() });

/** What is left out stays as it is. */
export const updateLocationInput = seenSchema.extend({
  address: lineSchema(200, 3).optional(),
  municipality: lineSchema(120).nullable().optional(),
  province: lineSchema(40).nullable().optional(),
  postalCode: postalCodeSchema.nullable().optional(),
  federalDistrict: lineSchema(120).nullable().optional(),
  buildingType: z.enum(buildingTypes).optional(),
  buildingUse: buildingUseSchema.nullable().optional(),
  buildingNotes: paragraphsSchema(2000).nullable().optional(),
});
export type UpdateLocationInput = z.infer<typeof updateLocationInput>;

export const moveLocationInput = seenSchema.extend(latLngSchema.shape);
export type MoveLocationInput = z.infer<typeof moveLocationInput>;

export const addUnitsInput = z.object({ locationId: idSchema, units: lineSchema(400) });
export type AddUnitsInput = z.infer<typeof addUnitsInput>;

const phoneSchema = lineSchema(40);
const personShape = {
  firstName: lineSchema(80).nullable().optional(),
  lastName: lineSchema(80).nullable().optional(),
  email: emailSchema.nullable().optional(),
  phone: phoneSchema.nullable().optional(),
  supportLevel: supportLevelSchema.nullable().optional(),
  supportDeclined: z.boolean().optional(),
  notes: paragraphsSchema(2000).nullable().optional(),
  doNotContact: z.boolean().optional(),
};

export const updateUnitInput = seenSchema.extend({
  unitNumber: lineSchema(20).nullable().optional(),
  sign: z.boolean().optional(),
  signSize: lineSchema(40).nullable().optional(),
  ...personShape,
});
export type UpdateUnitInput = z.infer<typeof updateUnitInput>;

export const addResidentInput = z.object({
  addressId: idSchema,
  isPrimary: z.boolean().default(false),
  language: lineSchema(35).nullable().optional(),
  ...personShape,
});
export type AddResidentInput = z.infer<typeof addResidentInput>;

export const updateResidentInput = seenSchema.extend({
  isPrimary: z.boolean().optional(),
  language: lineSchema(35).nullable().optional(),
  ...personShape,
});
export type UpdateResidentInput = z.infer<typeof updateResidentInput>;

/** Fields whose values are a person's: the history says that they changed, not what they were. */
export const personalFields: ReadonlySet<string> = new Set(["firstName", "lastName", "email", "phone", "notes", "language"]);
