import { z } from "zod";

/** Everybody we ask about representatives and places. */
export const representativeSourceIds = ["represent", "local", "nominatim"] as const;
export type RepresentativeSourceId = (typeof representativeSourceIds)[number];

export const sourceHealthSchema = z.object({
  id: z.enum(representativeSourceIds),
  lastOkAt: z.date().nullable(),
  lastErrorAt: z.date().nullable(),
  /** The reason as an error's message key. */
  lastError: z.string().nullable(),
  failuresInRow: z.int(),
  lastMs: z.int().nullable(),
});
export type SourceHealth = z.infer<typeof sourceHealthSchema>;
