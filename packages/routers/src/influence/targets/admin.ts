import {
  decidedHeldSchema,
  decideHeldInput,
  heldLettersSchema,
  listHeldInput,
  listTargetsInput,
  setHandlingInput,
  setPositionInput,
  targetListSchema,
} from "@cml/domain/influence";
import { decideHeld, listHeldLetters, listTargets, setHandling, setPosition } from "@cml/services/influence";
import { z } from "zod";
import { procedureFor, router } from "../../trpc/procedures";
import { handInAdminRouter, samplesAdminRouter } from "./hand-in";
import { recipientsAdminRouter } from "./recipients";
import { versionsAdminRouter } from "./versions";

export const targetsAdminRouter = router({
  list: procedureFor("campaign.view")
    .input(listTargetsInput)
    .output(targetListSchema)
    .query(({ ctx, input }) => listTargets(ctx.deps, ctx.actor, input)),
  setPosition: procedureFor("campaign.edit")
    .input(setPositionInput)
    .output(z.void())
    .mutation(({ ctx, input }) => setPosition(ctx.deps, ctx.actor, input)),
  setHandling: procedureFor("campaign.edit")
    .input(setHandlingInput)
    .output(z.void())
    .mutation(({ ctx, input }) => setHandling(ctx.deps, ctx.actor, input)),
  /** The letters that wait because of what was decided about their recipient. */
  held: procedureFor("letter.view")
    .input(listHeldInput)
    .output(heldLettersSchema)
    .query(({ ctx, input }) => listHeldLetters(ctx.deps, ctx.actor, input)),
  /** Lets letters go, or cancels them, that wait because of what was decided about their recipient. */
  decideHeld: procedureFor("campaign.edit")
    .input(decideHeldInput)
    .output(decidedHeldSchema)
    .mutation(({ ctx, input }) => decideHeld(ctx.deps, ctx.actor, input)),
  recipients: recipientsAdminRouter,
  versions: versionsAdminRouter,
  handIn: handInAdminRouter,
  samples: samplesAdminRouter,
});
