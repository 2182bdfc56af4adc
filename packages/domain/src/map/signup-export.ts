import { z } from "zod";
import { idSchema } from "../kernel/text";
import { daySchema } from "./day";

/** Whose sign-ups are exported: one shift's, or those of all shifts of a period, both days included. */
export const exportSignupsInput = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("shift"), id: idSchema }),
  z.object({ kind: z.literal("period"), from: daySchema, until: daySchema }),
]);
export type ExportSignupsInput = z.infer<typeof exportSignupsInput>;
