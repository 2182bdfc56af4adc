import { auditPageSchema, listAuditInput } from "@cml/domain/platform";
import { listAudit } from "@cml/services/platform";
import { procedureFor, router } from "../../trpc/procedures";

export const recordAdminRouter = router({
  list: procedureFor("settings.edit")
    .input(listAuditInput)
    .output(auditPageSchema)
    .query(({ ctx, input }) => listAudit(ctx.deps, ctx.actor, input)),
});
