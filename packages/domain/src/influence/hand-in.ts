import { z } from "zod";
import { localeSchema } from "../kernel/locale";
import { idSchema } from "../kernel/text";

/** Letters that may be handed in on paper: those that wait, were refused or are uncertain, and copies of those that left. */
export const handInStatuses = ["QUEUED", "FAILED", "UNCERTAIN", "SENT"] as const;
export type HandInStatus = (typeof handInStatuses)[number];

export const handInInput = z.strictObject({ campaignId: idSchema, statuses: z.array(z.enum(handInStatuses)).min(1).max(4) });
export type HandInInput = z.infer<typeof handInInput>;

/** One bundle, known by the moment it was put together; its PDF can be fetched again at any time. */
export const bundleSchema = z.object({ at: z.date(), letters: z.int() });
export type Bundle = z.infer<typeof bundleSchema>;
export const handInSummarySchema = z.object({ open: z.record(z.enum(handInStatuses), z.int()), bundles: z.array(bundleSchema) });
export type HandInSummary = z.infer<typeof handInSummarySchema>;

export const bundleInput = z.strictObject({ campaignId: idSchema, at: z.date(), locale: localeSchema });
export type BundleInput = z.infer<typeof bundleInput>;
