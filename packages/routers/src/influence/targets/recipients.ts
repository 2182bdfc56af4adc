import {
  areaChoiceSchema,
  campaignOfInput,
  customRecipientSchema,
  importRecipientsInput,
  listAreasInput,
  orderInput,
  recipientIdInput,
  recipientImportSchema,
  saveRecipientInput,
} from "@cml/domain/influence";
import {
  importRecipients,
  listAreas,
  listRecipients,
  orderRecipients,
  previewRecipients,
  removeRecipient,
  saveRecipient,
} from "@cml/services/influence";
import { z } from "zod";
import { procedureFor, router } from "../../trpc/procedures";

export const recipientsAdminRouter = router({
  list: procedureFor("campaign.view")
    .input(campaignOfInput)
    .output(customRecipientSchema.array())
    .query(({ ctx, input }) => listRecipients(ctx.deps, ctx.actor, input)),
  save: procedureFor("campaign.edit")
    .input(saveRecipientInput)
    .output(customRecipientSchema)
    .mutation(({ ctx, input }) => saveRecipient(ctx.deps, ctx.actor, input)),
  remove: procedureFor("campaign.edit")
    .input(recipientIdInput)
    .output(z.void())
    .mutation(({ ctx, input }) => removeRecipient(ctx.deps, ctx.actor, input)),
  order: procedureFor("campaign.edit")
    .input(orderInput)
    .output(z.void())
    .mutation(({ ctx, input }) => orderRecipients(ctx.deps, ctx.actor, input)),
  /** What an import would do. A mutation only because a file does not fit into an address. */
  preview: procedureFor("campaign.edit")
    .input(importRecipientsInput)
    .output(recipientImportSchema)
    .mutation(({ ctx, input }) => previewRecipients(ctx.deps, ctx.actor, input)),
  import: procedureFor("campaign.edit")
    .input(importRecipientsInput)
    .output(recipientImportSchema)
    .mutation(({ ctx, input }) => importRecipients(ctx.deps, ctx.actor, input)),
  areas: procedureFor("campaign.view")
    .input(listAreasInput)
    .output(areaChoiceSchema.array())
    .query(({ ctx, input }) => listAreas(ctx.deps, ctx.actor, input)),
});
