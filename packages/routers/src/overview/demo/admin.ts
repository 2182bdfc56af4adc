import { demoRemovedSchema, demoStatusSchema } from "@cml/domain/overview";
import { getDemoStatus, removeDemo } from "@cml/services/overview";
import { procedureFor, router } from "../../trpc/procedures";

export const demoAdminRouter = router({
  status: procedureFor("settings.edit")
    .output(demoStatusSchema)
    .query(({ ctx }) => getDemoStatus(ctx.deps, ctx.actor)),
  remove: procedureFor("settings.edit")
    .output(demoRemovedSchema)
    .mutation(({ ctx }) => removeDemo(ctx.deps, ctx.actor)),
});
