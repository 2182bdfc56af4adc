import {
  clearedCacheSchema,
  clearRepresentativeCacheInput,
  lookUpInput,
  lookUpSchema,
  representativeCacheSchema,
} from "@cml/domain/influence";
import { clearRepresentativeCache, getRepresentativeCache, lookUpRepresentatives } from "@cml/services/influence";
import { procedureFor, router } from "../../trpc/procedures";

export const representativesAdminRouter = router({
  lookUp: procedureFor("representative.view")
    .input(lookUpInput)
    .output(lookUpSchema)
    .query(({ ctx, input }) => lookUpRepresentatives(ctx.deps, ctx.actor, input)),
  cache: procedureFor("representative.view")
    .output(representativeCacheSchema)
    .query(({ ctx }) => getRepresentativeCache(ctx.deps, ctx.actor)),
  clearCache: procedureFor("campaign.edit")
    .input(clearRepresentativeCacheInput)
    .output(clearedCacheSchema)
    .mutation(({ ctx, input }) => clearRepresentativeCache(ctx.deps, ctx.actor, input)),
});
