import { printedSheetSchema, printSheetInput, printTurfSheetInput } from "@cml/domain/map";
import { printSheet, printTurfSheet } from "@cml/services/map";
import { procedureFor, router } from "../../trpc/procedures";

export const walkSheetsAdminRouter = router({
  print: procedureFor("shift.edit")
    .input(printSheetInput)
    .output(printedSheetSchema)
    .mutation(({ ctx, input }) => printSheet(ctx.deps, ctx.actor, input)),
  printTurf: procedureFor("shift.edit")
    .input(printTurfSheetInput)
    .output(printedSheetSchema)
    .mutation(({ ctx, input }) => printTurfSheet(ctx.deps, ctx.actor, input)),
});
