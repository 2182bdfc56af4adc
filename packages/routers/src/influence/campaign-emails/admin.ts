import { letterDetailSchema, letterIdInput, letterPageSchema, listLettersInput } from "@cml/domain/influence";
import { getLetter, listLetters } from "@cml/services/influence";
import { procedureFor, router } from "../../trpc/procedures";

export const lettersAdminRouter = router({
  list: procedureFor("letter.view")
    .input(listLettersInput)
    .output(letterPageSchema)
    .query(({ ctx, input }) => listLetters(ctx.deps, ctx.actor, input)),
  get: procedureFor("letter.view")
    .input(letterIdInput)
    .output(letterDetailSchema)
    .query(({ ctx, input }) => getLetter(ctx.deps, ctx.actor, input)),
});
