import { myTurfSchema, turfDoorsInput, turfDoorsSchema } from "@cml/domain/map";
import { getTurfDoors, listMyTurfs } from "@cml/services/map";
import { z } from "zod";
import { procedureFor, router } from "../../trpc/procedures";

export const turfAssignmentsCanvassRouter = router({
  mine: procedureFor("canvass.walk")
    .input(z.void())
    .output(z.array(myTurfSchema))
    .query(({ ctx }) => listMyTurfs(ctx.deps, ctx.actor)),
  doors: procedureFor("canvass.walk")
    .input(turfDoorsInput)
    .output(turfDoorsSchema)
    .query(({ ctx, input }) => getTurfDoors(ctx.deps, ctx.actor, input)),
});
