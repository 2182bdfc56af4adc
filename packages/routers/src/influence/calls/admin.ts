import {
  findOfficesInput,
  foundOfficesSchema,
  officeHoursListSchema,
  removeOfficeHoursInput,
  saveOfficeHoursInput,
  setDefaultOfficeHoursInput,
} from "@cml/domain/influence";
import { findOffices, getOfficeHours, removeOfficeHours, saveOfficeHours, setDefaultOfficeHours } from "@cml/services/influence";
import { procedureFor, router } from "../../trpc/procedures";

/** When offices answer their telephone: the site's week, and offices that keep other hours. */
export const officeHoursAdminRouter = router({
  get: procedureFor("settings.view")
    .output(officeHoursListSchema)
    .query(({ ctx }) => getOfficeHours(ctx.deps, ctx.actor)),
  setDefault: procedureFor("settings.edit")
    .input(setDefaultOfficeHoursInput)
    .output(officeHoursListSchema)
    .mutation(({ ctx, input }) => setDefaultOfficeHours(ctx.deps, ctx.actor, input)),
  save: procedureFor("settings.edit")
    .input(saveOfficeHoursInput)
    .output(officeHoursListSchema)
    .mutation(({ ctx, input }) => saveOfficeHours(ctx.deps, ctx.actor, input)),
  remove: procedureFor("settings.edit")
    .input(removeOfficeHoursInput)
    .output(officeHoursListSchema)
    .mutation(({ ctx, input }) => removeOfficeHours(ctx.deps, ctx.actor, input)),
  findOffices: procedureFor("settings.edit")
    .input(findOfficesInput)
    .output(foundOfficesSchema)
    .query(({ ctx, input }) => findOffices(ctx.deps, ctx.actor, input)),
});
