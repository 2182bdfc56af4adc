import { z } from "zod";

const position = z.tuple([z.number(), z.number()]);

/** The neighbourhood that ships with the product: positions are longitude and latitude, turfs west, south, east and north. */
export const demoPlaceSchema = z.object({
  ring: z.array(position),
  turfs: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])),
  /** Street line, latitude, longitude. */
  doors: z.array(z.tuple([z.string(), z.number(), z.number()])),
});

/** Whether the demo is there, and how much would go with it. */
export const demoStatusSchema = z.object({
  loaded: z.boolean(),
  campaigns: z.int(),
  letters: z.int(),
  doors: z.int(),
  visits: z.int(),
  people: z.int(),
});
export type DemoStatus = z.infer<typeof demoStatusSchema>;

export const demoRemovedSchema = z.object({ removed: z.boolean() });
