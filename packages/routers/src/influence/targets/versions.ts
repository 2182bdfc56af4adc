import { campaignOfInput, letterVersionIdInput, letterVersionSchema, orderInput, saveLetterVersionInput } from "@cml/domain/influence";
import { listLetterVersions, orderVersions, removeLetterVersion, saveLetterVersion } from "@cml/services/influence";
import { z } from "zod";
import { procedureFor, router } from "../../trpc/procedures";

export const versionsAdminRouter = router({
  list: procedureFor("campaign.view")
    .input(campaignOfInput)
    .output(letterVersionSchema.array())
    .query(({ ctx, input }) => listLetterVersions(ctx.deps, ctx.actor, input)),
  save: procedureFor("campaign.edit")
    .input(saveLetterVersionInput)
    .output(letterVersionSchema)
    .mutation(({ ctx, input }) => saveLetterVersion(ctx.deps, ctx.actor, input)),
  remove: procedureFor("campaign.edit")
    .input(letterVersionIdInput)
    .output(z.void())
    .mutation(({ ctx, input }) => removeLetterVersion(ctx.deps, ctx.actor, input)),
  order: procedureFor("campaign.edit")
    .input(orderInput)
    .output(z.void())
    .mutation(({ ctx, input }) => orderVersions(ctx.deps, ctx.actor, input)),
});
