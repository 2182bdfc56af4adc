import { z } from "zod";

/** What a mailed secret may be used for; a token of one purpose opens nothing else. */
export const oneTimePurposes = ["email-verification", "password-reset", "invitation", "shift-link", "receipt"] as const;
export type OneTimePurpose = (typeof oneTimePurposes)[number];

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How long a token of each purpose works. */
export const oneTimeLifetimeMs: Record<OneTimePurpose, number> = {
  "email-verification": 2 * dayMs,
  "password-reset": hourMs,
  invitation: 7 * dayMs,
  "shift-link": 60 * dayMs,
  receipt: 365 * dayMs,
};

/** A token as it stands in a link: its content is opaque, only its alphabet and size are known. */
export const linkTokenSchema = z
  .string()
  .min(20)
  .max(200)
  .regex(/^[\w-]+$/);
