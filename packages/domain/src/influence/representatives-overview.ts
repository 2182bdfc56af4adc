import { z } from "zod";
import { representativeSources } from "./enums";
import { representativeCacheSchema } from "./representative";
import { sourceHealthSchema } from "./source-health";

/** What is kept, where it comes from and how each source is doing. */
export const representativesOverviewSchema = z.object({
  cache: representativeCacheSchema,
  health: z.array(sourceHealthSchema),
  /** In the order in which they are asked. */
  sources: z.array(z.enum(["local", "represent"])),
  councils: z.array(
    z.object({
      setSlug: z.string(),
      setName: z.string(),
      source: z.enum(representativeSources),
      members: z.int(),
      fetchedAt: z.date(),
    }),
  ),
  boundarySets: z.array(z.object({ set: z.string(), districts: z.int() })),
  unseenAlerts: z.int(),
});
export type RepresentativesOverview = z.infer<typeof representativesOverviewSchema>;
