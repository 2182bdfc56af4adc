import { z } from "zod";
import { latLngSchema } from "../kernel/geo";
import { idSchema } from "../kernel/text";
import { cutGeometrySchema } from "./cut";
import { peopleOfTurf } from "./shift";

/** More at once is no evening. */
export const mostTurfsAtOnce = 100;

/** Several turfs of a shift in one step: all or none. Those for nobody are planned. */
export const handOutTurfsInput = z.object({
  shiftId: idSchema,
  turfs: z.array(z.object({ cutId: idSchema, userIds: peopleOfTurf })).min(1).max(mostTurfsAtOnce), // prettier-ignore
});
export type HandOutTurfsInput = z.infer<typeof handOutTurfsInput>;

/** Two turfs that are out change hands. */
export const swapTurfsInput = z.object({ id: idSchema, withId: idSchema });
export type SwapTurfsInput = z.infer<typeof swapTurfsInput>;

/** A turf that is out goes to others as it is, with what was done in it. */
export const passTurfInput = z.object({ id: idSchema, userIds: peopleOfTurf.min(1) });
export type PassTurfInput = z.infer<typeof passTurfInput>;

/** An area that may be handed out: its doors, and how many of them are planned or out now. */
export const turfChoiceSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** The area it was cut from. */
  parentId: idSchema.nullable(),
  parentName: z.string().nullable(),
  doors: z.int(),
  out: z.int(),
});
export type TurfChoice = z.infer<typeof turfChoiceSchema>;

/** Where the turfs of a shift lie, as they were handed out, and how far each building is. */
export const shiftGroundSchema = z.object({
  shapes: z.array(z.object({ assignmentId: idSchema, geometry: cutGeometrySchema })),
  buildings: z.array(z.object({ assignmentId: idSchema, ...latLngSchema.shape, doors: z.int(), done: z.int() })),
});
export type ShiftGround = z.infer<typeof shiftGroundSchema>;

/** People in groups of `size`, in their order; whoever would be left alone joins the last group. */
export const pairUp = <T>(people: readonly T[], size: number): T[][] => {
  const groups: T[][] = [];
  for (let from = 0; from < people.length; from += size) groups.push(people.slice(from, from + size));
  const [last, before] = [groups.at(-1), groups.at(-2)];
  if (size > 1 && last?.length === 1 && before !== undefined) before.push(...(groups.pop() ?? []));
  return groups;
};

const mostLetters = 26;

/** A, B, … Z, AA, AB, …: what a turf of a shift is called on its map and its list. */
export const letterOf = (place: number): string => {
  const last = String.fromCharCode(65 + (place % mostLetters));
  return place < mostLetters ? last : letterOf(Math.floor(place / mostLetters) - 1) + last;
};
