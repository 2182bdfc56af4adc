import {
  createNarImportInput,
  importRunViewSchema,
  narDatasetSchema,
  narDistrictSchema,
  narInspectionSchema,
  narPlacesInput,
  narPlacesSchema,
  narSourceSchema,
} from "@cml/domain/map";
import { createNarImport, inspectNar, listNarDatasets, listNarDistricts, listNarPlaces } from "@cml/services/map";
import { z } from "zod";
import { procedureFor, router } from "../../trpc/procedures";

/** The National Address Register: what lies in the import folder, what a register holds, its towns and ridings. */
export const registerAdminRouter = router({
  datasets: procedureFor("location.import")
    .input(z.void())
    .output(z.array(narDatasetSchema))
    .query(({ ctx }) => listNarDatasets(ctx.deps, ctx.actor)),
  inspect: procedureFor("location.import")
    .input(narSourceSchema)
    .output(narInspectionSchema)
    .query(({ ctx, input }) => inspectNar(ctx.deps, ctx.actor, input)),
  places: procedureFor("location.import")
    .input(narPlacesInput)
    .output(narPlacesSchema)
    .query(({ ctx, input }) => listNarPlaces(ctx.deps, ctx.actor, input)),
  districts: procedureFor("location.import")
    .input(z.void())
    .output(z.array(narDistrictSchema))
    .query(({ ctx }) => listNarDistricts(ctx.deps, ctx.actor)),
  create: procedureFor("location.import")
    .input(createNarImportInput)
    .output(importRunViewSchema)
    .mutation(({ ctx, input }) => createNarImport(ctx.deps, ctx.actor, input)),
});
