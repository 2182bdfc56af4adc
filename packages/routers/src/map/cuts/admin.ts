import { idSchema, pageOf } from "@cml/domain/kernel";
import {
  boundaryKeyInput,
  boundaryPreviewSchema,
  countInsideInput,
  countInsideSchema,
  createCutInput,
  cutDetailSchema,
  cutFiguresInput,
  cutFiguresSchema,
  cutSchema,
  cutStatisticsSchema,
  foundBoundariesSchema,
  listCutsInput,
  searchBoundariesInput,
  takeBoundaryInput,
  takenBoundarySchema,
  updateCutInput,
} from "@cml/domain/map";
import {
  countInside, createCut, deleteCut, getCut, getCutStatistics, listCutBoundaries, listCutFigures, listCuts, previewBoundary, restoreCut,
  searchBoundaries, takeBoundary, updateCut,
} from "@cml/services/map"; // prettier-ignore
import { z } from "zod";
import { procedureFor, router } from "../../trpc/procedures";

const idInput = z.object({ id: idSchema });

export const cutsAdminRouter = router({
  list: procedureFor("cut.view")
    .input(listCutsInput)
    .output(pageOf(cutSchema))
    .query(({ ctx, input }) => listCuts(ctx.deps, ctx.actor, input)),
  boundaries: procedureFor("cut.view")
    .input(z.void())
    .output(z.array(cutDetailSchema))
    .query(({ ctx }) => listCutBoundaries(ctx.deps, ctx.actor)),
  get: procedureFor("cut.view")
    .input(idInput)
    .output(cutDetailSchema)
    .query(({ ctx, input }) => getCut(ctx.deps, ctx.actor, input.id)),
  statistics: procedureFor("cut.view")
    .input(idInput)
    .output(cutStatisticsSchema)
    .query(({ ctx, input }) => getCutStatistics(ctx.deps, ctx.actor, input.id)),
  figures: procedureFor("cut.view")
    .input(cutFiguresInput)
    .output(z.array(cutFiguresSchema))
    .query(({ ctx, input }) => listCutFigures(ctx.deps, ctx.actor, input.ids)),
  countInside: procedureFor("cut.edit")
    .input(countInsideInput)
    .output(countInsideSchema)
    .mutation(({ ctx, input }) => countInside(ctx.deps, ctx.actor, input)),
  create: procedureFor("cut.edit")
    .input(createCutInput)
    .output(cutDetailSchema)
    .mutation(({ ctx, input }) => createCut(ctx.deps, ctx.actor, input)),
  update: procedureFor("cut.edit")
    .input(updateCutInput)
    .output(cutDetailSchema)
    .mutation(({ ctx, input }) => updateCut(ctx.deps, ctx.actor, input)),
  remove: procedureFor("cut.edit")
    .input(idInput)
    .output(z.void())
    .mutation(({ ctx, input }) => deleteCut(ctx.deps, ctx.actor, input.id)),
  restore: procedureFor("cut.edit")
    .input(idInput)
    .output(cutDetailSchema)
    .mutation(({ ctx, input }) => restoreCut(ctx.deps, ctx.actor, input.id)),
  named: router({
    search: procedureFor("cut.edit")
      .input(searchBoundariesInput)
      .output(foundBoundariesSchema)
      .query(({ ctx, input }) => searchBoundaries(ctx.deps, ctx.actor, input)),
    preview: procedureFor("cut.edit")
      .input(boundaryKeyInput)
      .output(boundaryPreviewSchema)
      .query(({ ctx, input }) => previewBoundary(ctx.deps, ctx.actor, input)),
    take: procedureFor("cut.edit")
      .input(takeBoundaryInput)
      .output(takenBoundarySchema)
      .mutation(({ ctx, input }) => takeBoundary(ctx.deps, ctx.actor, input)),
  }),
});
