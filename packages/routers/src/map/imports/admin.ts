import { idSchema, pageInput, pageOf } from "@cml/domain/kernel";
import { createImportInput, importPreviewSchema, importRunViewSchema, previewImportInput } from "@cml/domain/map";
import { cancelImport, createImport, getImport, listImports, previewImport } from "@cml/services/map";
import { z } from "zod";
import { procedureFor, router } from "../../trpc/procedures";

const idInput = z.object({ id: idSchema });

export const importsAdminRouter = router({
  list: procedureFor("location.import")
    .input(pageInput)
    .output(pageOf(importRunViewSchema))
    .query(({ ctx, input }) => listImports(ctx.deps, ctx.actor, input)),
  get: procedureFor("location.import")
    .input(idInput)
    .output(importRunViewSchema)
    .query(({ ctx, input }) => getImport(ctx.deps, ctx.actor, input.id)),
  preview: procedureFor("location.import")
    .input(previewImportInput)
    .output(importPreviewSchema)
    .query(({ ctx, input }) => previewImport(ctx.deps, ctx.actor, input)),
  create: procedureFor("location.import")
    .input(createImportInput)
    .output(importRunViewSchema)
    .mutation(({ ctx, input }) => createImport(ctx.deps, ctx.actor, input)),
  cancel: procedureFor("location.import")
    .input(idInput)
    .output(importRunViewSchema)
    .mutation(({ ctx, input }) => cancelImport(ctx.deps, ctx.actor, input.id)),
});
