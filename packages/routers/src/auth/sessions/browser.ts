import { meSchema, signInInput } from "@cml/domain/auth";
import { getMe, signIn, signOut, signOutEverywhere } from "@cml/services/auth";
import { z } from "zod";
import { publicProcedure, signedInProcedure } from "../../trpc/procedures";

const nothing = z.object({});

/** Signing in and out by cookie, the same on every surface a browser opens. */
export const browserSessionProcedures = {
  me: signedInProcedure.output(meSchema).query(({ ctx }) => getMe(ctx.deps, ctx.actor)),
  signIn: publicProcedure
    .input(signInInput)
    .output(meSchema)
    .mutation(async ({ ctx, input }) => {
      const { me, session } = await signIn(ctx.deps, ctx.actor, input);
      ctx.setSessionCookie(session);
      return me;
    }),
  signOut: publicProcedure
    .input(nothing.optional())
    .output(nothing)
    .mutation(async ({ ctx }) => {
      await signOut(ctx.deps, ctx.actor);
      ctx.setSessionCookie(null);
      return {};
    }),
  signOutEverywhere: signedInProcedure
    .input(nothing.optional())
    .output(nothing)
    .mutation(async ({ ctx }) => {
      await signOutEverywhere(ctx.deps, ctx.actor);
      ctx.setSessionCookie(null);
      return {};
    }),
};
