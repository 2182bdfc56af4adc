import { idSchema, pageInput, pageOf } from "@cml/domain/kernel";
import {
  areaReviewSchema,
  createImportInput,
  folderTakingInput,
  folderTakingSchema,
  importFolderFileSchema,
  importKeptSchema,
  importPresetSchema,
  importPreviewSchema,
  importRunViewSchema,
  previewImportInput,
  reviewAreasInput,
  savePresetInput,
  suggestPresetInput,
  takeFolderFileInput,
} from "@cml/domain/map";
import {
  applyComparison,
  cancelImport,
  createImport,
  deleteImportPreset,
  getFolderTaking,
  getImport,
  listFolderFiles,
  listImportPresets,
  listImports,
  listKept,
  previewImport,
  resumeImport,
  reviewAreas,
  saveImportPreset,
  stopFolderTaking,
  suggestImportPreset,
  takeFolderFile,
  undoImport,
} from "@cml/services/map";
import { z } from "zod";
import { procedureFor, router } from "../../trpc/procedures";

const idInput = z.object({ id: idSchema });
const importInput = z.object({ importId: idSchema });

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
  reviewAreas: procedureFor("location.import")
    .input(reviewAreasInput)
    .output(areaReviewSchema)
    .query(({ ctx, input }) => reviewAreas(ctx.deps, ctx.actor, input)),
  create: procedureFor("location.import")
    .input(createImportInput)
    .output(importRunViewSchema)
    .mutation(({ ctx, input }) => createImport(ctx.deps, ctx.actor, input)),
  applyComparison: procedureFor("location.import")
    .input(importInput)
    .output(importRunViewSchema)
    .mutation(({ ctx, input }) => applyComparison(ctx.deps, ctx.actor, input)),
  resume: procedureFor("location.import")
    .input(importInput)
    .output(importRunViewSchema)
    .mutation(({ ctx, input }) => resumeImport(ctx.deps, ctx.actor, input)),
  undo: procedureFor("location.import")
    .input(importInput)
    .output(importRunViewSchema)
    .mutation(({ ctx, input }) => undoImport(ctx.deps, ctx.actor, input)),
  kept: procedureFor("location.import")
    .input(pageInput.extend(importInput.shape))
    .output(pageOf(importKeptSchema))
    .query(({ ctx, input }) => listKept(ctx.deps, ctx.actor, input)),
  folder: router({
    list: procedureFor("location.import")
      .input(z.void())
      .output(z.array(importFolderFileSchema))
      .query(({ ctx }) => listFolderFiles(ctx.deps, ctx.actor)),
    take: procedureFor("location.import")
      .input(takeFolderFileInput)
      .output(folderTakingSchema)
      .mutation(({ ctx, input }) => takeFolderFile(ctx.deps, ctx.actor, input)),
    taking: procedureFor("location.import")
      .input(folderTakingInput)
      .output(folderTakingSchema)
      .query(({ ctx, input }) => getFolderTaking(ctx.deps, ctx.actor, input)),
    stop: procedureFor("location.import")
      .input(folderTakingInput)
      .output(z.void())
      .mutation(({ ctx, input }) => stopFolderTaking(ctx.deps, ctx.actor, input)),
  }),
  presets: router({
    list: procedureFor("location.import")
      .input(importPresetSchema.pick({ kind: true }))
      .output(z.array(importPresetSchema))
      .query(({ ctx, input }) => listImportPresets(ctx.deps, ctx.actor, input)),
    suggest: procedureFor("location.import")
      .input(suggestPresetInput)
      .output(importPresetSchema.nullable())
      .query(({ ctx, input }) => suggestImportPreset(ctx.deps, ctx.actor, input)),
    save: procedureFor("location.import")
      .input(savePresetInput)
      .output(importPresetSchema)
      .mutation(({ ctx, input }) => saveImportPreset(ctx.deps, ctx.actor, input)),
    delete: procedureFor("location.import")
      .input(idInput)
      .output(z.void())
      .mutation(({ ctx, input }) => deleteImportPreset(ctx.deps, ctx.actor, input)),
  }),
  cancel: procedureFor("location.import")
    .input(idInput)
    .output(importRunViewSchema)
    .mutation(({ ctx, input }) => cancelImport(ctx.deps, ctx.actor, input.id)),
});
