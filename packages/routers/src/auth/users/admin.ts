import { createUserInput, listUsersInput, updateUserInput, userIdInput, userPageSchema, userSchema } from "@cml/domain/auth";
import { createUser, getUser, listUsers, updateUser } from "@cml/services/auth";
import { procedureFor, router } from "../../trpc/procedures";

export const usersAdminRouter = router({
  list: procedureFor("user.view")
    .input(listUsersInput)
    .output(userPageSchema)
    .query(({ ctx, input }) => listUsers(ctx.deps, ctx.actor, input)),
  get: procedureFor("user.view")
    .input(userIdInput)
    .output(userSchema)
    .query(({ ctx, input }) => getUser(ctx.deps, ctx.actor, input)),
  create: procedureFor("user.edit")
    .input(createUserInput)
    .output(userSchema)
    .mutation(({ ctx, input }) => createUser(ctx.deps, ctx.actor, input)),
  update: procedureFor("user.edit")
    .input(updateUserInput)
    .output(userSchema)
    .mutation(({ ctx, input }) => updateUser(ctx.deps, ctx.actor, input)),
});
