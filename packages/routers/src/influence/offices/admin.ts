import { officesOfCampaignSchema, officesOfInput } from "@cml/domain/influence";
import { listOffices } from "@cml/services/influence";
import { procedureFor, router } from "../../trpc/procedures";

export const officesAdminRouter = router({
  ofCampaign: procedureFor("campaign.view")
    .input(officesOfInput)
    .output(officesOfCampaignSchema)
    .query(({ ctx, input }) => listOffices(ctx.deps, ctx.actor, input)),
});
