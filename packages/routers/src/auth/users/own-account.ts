import {
  changePasswordInput,
  meSchema,
  requestPasswordResetInput,
  resetPasswordInput,
  signUpInput,
  updateProfileInput,
  verifyEmailInput,
} from "@cml/domain/auth";
import { changePassword, requestPasswordReset, resetPassword, signUp, updateProfile, verifyEmail } from "@cml/services/auth";
import { z } from "zod";
import { publicProcedure, signedInProcedure } from "../../trpc/procedures";

// What is answered tells nothing about which addresses have an account.
const done = z.object({});

/** What the signed-in person changes about the own account. */
export const ownAccountProcedures = {
  changePassword: signedInProcedure
    .input(changePasswordInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await changePassword(ctx.deps, ctx.actor, input);
      return {};
    }),
  updateProfile: signedInProcedure
    .input(updateProfileInput)
    .output(meSchema)
    .mutation(({ ctx, input }) => updateProfile(ctx.deps, ctx.actor, input)),
};

/** The way back in; the mailed link opens a page, the page calls these. */
export const passwordResetProcedures = {
  requestPasswordReset: publicProcedure
    .input(requestPasswordResetInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await requestPasswordReset(ctx.deps, ctx.actor, input);
      return {};
    }),
  resetPassword: publicProcedure
    .input(resetPasswordInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await resetPassword(ctx.deps, ctx.actor, input);
      return {};
    }),
};

export const signUpProcedures = {
  signUp: publicProcedure
    .input(signUpInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await signUp(ctx.deps, ctx.actor, input);
      return {};
    }),
  verifyEmail: publicProcedure
    .input(verifyEmailInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await verifyEmail(ctx.deps, ctx.actor, input);
      return {};
    }),
};
