import { z } from "zod";

/** Where the files of a register came from; kept with the run, for its licence line and so that any worker can go on. */
export const narOriginSchema = z.object({
  /** `202606`; null where the name of the file said none. */
  release: z.string().max(6).nullable(),
  /** The archive stays where it is: only the parts that are needed are fetched. */
  remote: z.object({ url: z.string(), sizeBytes: z.number(), version: z.string().nullable() }).nullable(),
});
export type NarOrigin = z.infer<typeof narOriginSchema>;
