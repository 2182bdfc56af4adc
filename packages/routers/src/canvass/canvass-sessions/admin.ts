import { listSessionsInput, watchedSessionSchema } from "@cml/domain/canvass";
import { pageOf } from "@cml/domain/kernel";
import { listSessions } from "@cml/services/canvass";
import { procedureFor, router } from "../../trpc/procedures";

export const canvassSessionsAdminRouter = router({
  list: procedureFor("visit.view")
    .input(listSessionsInput)
    .output(pageOf(watchedSessionSchema))
    .query(({ ctx, input }) => listSessions(ctx.deps, ctx.actor, input)),
});
