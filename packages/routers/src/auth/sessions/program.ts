import { issueTokensInput, refreshTokensInput, tokenPairSchema } from "@cml/domain/auth";
import { issueTokens, refreshTokens } from "@cml/services/auth";
import { publicProcedure } from "../../trpc/procedures";

/** Signing in by bearer token, for programs; no cookie is set. */
export const programSessionProcedures = {
  token: publicProcedure
    .input(issueTokensInput)
    .output(tokenPairSchema)
    .mutation(({ ctx, input }) => issueTokens(ctx.deps, ctx.actor, input)),
  refresh: publicProcedure
    .input(refreshTokensInput)
    .output(tokenPairSchema)
    .mutation(({ ctx, input }) => refreshTokens(ctx.deps, ctx.actor, input)),
};
