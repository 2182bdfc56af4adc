import { pageBlockSchema } from "@cml/domain/content";
import { listPageBlocks } from "@cml/services/content";
import { procedureFor, router } from "../../trpc/procedures";

export const pageBlocksAdminRouter = router({
  list: procedureFor("page.view")
    .output(pageBlockSchema.array())
    .query(({ ctx }) => listPageBlocks(ctx.deps, ctx.actor)),
});
