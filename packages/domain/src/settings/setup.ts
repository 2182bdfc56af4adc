import { z } from "zod";

/** What a first sign-in is led through, in this order; each may be skipped and done later in the settings. */
export const setupSteps = ["organization", "languages", "publicUrl", "mail", "map"] as const;
export type SetupStep = (typeof setupSteps)[number];

const outcome = z.enum(["done", "skipped"]);

/** As stored: steps nobody has answered are missing. */
export const storedSetupSchema = z.partialRecord(z.enum(setupSteps), outcome);
export type StoredSetup = z.infer<typeof storedSetupSchema>;

export const setupStateSchema = z.object({
  steps: z.array(z.object({ step: z.enum(setupSteps), state: z.enum(["open", "done", "skipped"]) })),
  /** The first open step; null when all are answered and nobody needs to be led any more. */
  next: z.enum(setupSteps).nullable(),
});
export type SetupState = z.infer<typeof setupStateSchema>;

export const setSetupStepInput = z.object({ step: z.enum(setupSteps), outcome });
export type SetSetupStepInput = z.infer<typeof setSetupStepInput>;

export const setupStateOf = (stored: StoredSetup): SetupState => ({
  steps: setupSteps.map((step) => ({ step, state: stored[step] ?? "open" })),
  next: setupSteps.find((step) => stored[step] === undefined) ?? null,
});
