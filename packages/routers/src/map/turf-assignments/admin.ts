import { idSchema } from "@cml/domain/kernel";
import { handOutTurfInput, turfAssignmentSchema } from "@cml/domain/map";
import { handOutTurf, returnTurf } from "@cml/services/map";
import { z } from "zod";
import { procedureFor, router } from "../../trpc/procedures";

export const turfAssignmentsAdminRouter = router({
  handOut: procedureFor("shift.edit")
    .input(handOutTurfInput)
    .output(turfAssignmentSchema)
    .mutation(({ ctx, input }) => handOutTurf(ctx.deps, ctx.actor, input)),
  takeBack: procedureFor("shift.edit")
    .input(z.object({ id: idSchema }))
    .output(turfAssignmentSchema)
    .mutation(({ ctx, input }) => returnTurf(ctx.deps, ctx.actor, input.id)),
});
