import { myShiftSchema } from "@cml/domain/map";
import { listMyShifts } from "@cml/services/map";
import { z } from "zod";
import { procedureFor, router } from "../../trpc/procedures";

export const shiftsCanvassRouter = router({
  mine: procedureFor("canvass.walk")
    .input(z.void())
    .output(z.array(myShiftSchema))
    .query(({ ctx }) => listMyShifts(ctx.deps, ctx.actor)),
});
