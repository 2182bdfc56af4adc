import { idSchema } from "@cml/domain/kernel";
import { addResidentInput, addUnitsInput, locationDetailSchema, updateResidentInput, updateUnitInput } from "@cml/domain/map";
import {
  addResident,
  addUnits,
  removeResident,
  removeUnit,
  restoreResident,
  restoreUnit,
  updateResident,
  updateUnit,
} from "@cml/services/map";
import { z } from "zod";
import { procedureFor, router } from "../../trpc/procedures";

const byId = z.object({ id: idSchema });

/** Doors of a building; every change gives the building as it stands then. */
export const unitsAdminRouter = router({
  add: procedureFor("location.edit")
    .input(addUnitsInput)
    .output(locationDetailSchema)
    .mutation(({ ctx, input }) => addUnits(ctx.deps, ctx.actor, input)),
  update: procedureFor("location.edit")
    .input(updateUnitInput)
    .output(locationDetailSchema)
    .mutation(({ ctx, input }) => updateUnit(ctx.deps, ctx.actor, input)),
  remove: procedureFor("location.edit")
    .input(byId)
    .output(locationDetailSchema)
    .mutation(({ ctx, input }) => removeUnit(ctx.deps, ctx.actor, input)),
  restore: procedureFor("location.edit")
    .input(byId.extend({ locationId: idSchema }))
    .output(locationDetailSchema)
    .mutation(({ ctx, input }) => restoreUnit(ctx.deps, ctx.actor, input)),
});

/** People of a door. */
export const residentsAdminRouter = router({
  add: procedureFor("resident.view")
    .input(addResidentInput)
    .output(locationDetailSchema)
    .mutation(({ ctx, input }) => addResident(ctx.deps, ctx.actor, input)),
  update: procedureFor("resident.view")
    .input(updateResidentInput)
    .output(locationDetailSchema)
    .mutation(({ ctx, input }) => updateResident(ctx.deps, ctx.actor, input)),
  remove: procedureFor("resident.view")
    .input(byId)
    .output(locationDetailSchema)
    .mutation(({ ctx, input }) => removeResident(ctx.deps, ctx.actor, input)),
  restore: procedureFor("resident.view")
    .input(byId)
    .output(locationDetailSchema)
    .mutation(({ ctx, input }) => restoreResident(ctx.deps, ctx.actor, input)),
});
