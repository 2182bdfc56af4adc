import {
  assignInboundInput,
  findInboundLettersInput,
  inboundIdInput,
  inboundLetterChoiceSchema,
  inboundMessageSchema,
  inboundPageSchema,
  listInboundInput,
} from "@cml/domain/influence";
import { inboundStatusSchema, inboundTestSchema } from "@cml/domain/settings";
import { assignInbound, findInboundLetters, getInbound, getInboundStatus, listInbound, testInbound } from "@cml/services/influence";
import { z } from "zod";
import { procedureFor, router } from "../../trpc/procedures";

export const inboundAdminRouter = router({
  list: procedureFor("letter.view")
    .input(listInboundInput)
    .output(inboundPageSchema)
    .query(({ ctx, input }) => listInbound(ctx.deps, ctx.actor, input)),
  get: procedureFor("letter.view")
    .input(inboundIdInput)
    .output(inboundMessageSchema)
    .query(({ ctx, input }) => getInbound(ctx.deps, ctx.actor, input)),
  letters: procedureFor("letter.view")
    .input(findInboundLettersInput)
    .output(z.array(inboundLetterChoiceSchema))
    .query(({ ctx, input }) => findInboundLetters(ctx.deps, ctx.actor, input)),
  assign: procedureFor("campaign.edit")
    .input(assignInboundInput)
    .output(inboundMessageSchema)
    .mutation(({ ctx, input }) => assignInbound(ctx.deps, ctx.actor, input)),
  /** How mail comes in; for the settings. */
  status: procedureFor("settings.view")
    .output(inboundStatusSchema)
    .query(({ ctx }) => getInboundStatus(ctx.deps, ctx.actor)),
  test: procedureFor("settings.edit")
    .output(inboundTestSchema)
    .mutation(({ ctx }) => testInbound(ctx.deps, ctx.actor)),
});
