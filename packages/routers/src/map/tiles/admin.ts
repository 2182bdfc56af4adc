import { tileVersionsSchema } from "@cml/domain/map";
import { getTileVersions } from "@cml/services/map";
import { procedureFor, router } from "../../trpc/procedures";

export const tilesAdminRouter = router({
  /** Asked every few seconds by maps that stand open, so it is one small look-up. */
  versions: procedureFor("location.view")
    .output(tileVersionsSchema)
    .query(({ ctx }) => getTileVersions(ctx.deps, ctx.actor)),
});
