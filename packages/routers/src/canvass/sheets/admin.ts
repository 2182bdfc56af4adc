import {
  listSheetsInput,
  openSheetInput,
  printedSheetRowSchema,
  sheetToTypeSchema,
  typeSheetInput,
  typeSheetResult,
} from "@cml/domain/canvass";
import { listSheets, openSheet, typeSheet } from "@cml/services/canvass";
import { z } from "zod";
import { procedureFor, router } from "../../trpc/procedures";

/** Typing in sheets of paper. A captain may do it for the own shift, so what an account holds is not asked here: the service judges. */
export const sheetsAdminRouter = router({
  list: procedureFor("canvass.walk")
    .input(listSheetsInput)
    .output(z.array(printedSheetRowSchema))
    .query(({ ctx, input }) => listSheets(ctx.deps, ctx.actor, input)),
  open: procedureFor("canvass.walk")
    .input(openSheetInput)
    .output(sheetToTypeSchema)
    .query(({ ctx, input }) => openSheet(ctx.deps, ctx.actor, input)),
  type: procedureFor("canvass.walk")
    .input(typeSheetInput)
    .output(typeSheetResult)
    .mutation(({ ctx, input }) => typeSheet(ctx.deps, ctx.actor, input)),
});
