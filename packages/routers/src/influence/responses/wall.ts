import {
  confirmedUpvoteSchema,
  confirmUpvoteInput,
  getWallResponseInput,
  listWallInput,
  mailedTokenInput,
  myUpvotesInput,
  myUpvotesSchema,
  onWallSchema,
  pendingUpvoteSchema,
  takeBackUpvoteInput,
  upvotedSchema,
  upvoteInput,
  upvotesSchema,
  wallSchema,
} from "@cml/domain/influence";
import {
  confirmUpvote,
  getPendingUpvote,
  getWallResponse,
  listMyUpvotes,
  listWall,
  takeBackUpvote,
  upvoteResponse,
  withdrawUpvote,
} from "@cml/services/influence";
import { publicProcedure } from "../../trpc/procedures";

/** What everybody sees of a wall, and upvotes. */
export const wallProcedures = {
  wall: publicProcedure
    .input(listWallInput)
    .output(wallSchema)
    .query(({ ctx, input }) => listWall(ctx.deps, ctx.actor, input)),
  onWall: publicProcedure
    .input(getWallResponseInput)
    .output(onWallSchema)
    .query(({ ctx, input }) => getWallResponse(ctx.deps, ctx.actor, input)),
  myUpvotes: publicProcedure
    .input(myUpvotesInput)
    .output(myUpvotesSchema)
    .query(({ ctx, input }) => listMyUpvotes(ctx.deps, ctx.actor, input)),
  upvote: publicProcedure
    .input(upvoteInput)
    .output(upvotedSchema)
    .mutation(({ ctx, input }) => upvoteResponse(ctx.deps, ctx.actor, input)),
  takeBackUpvote: publicProcedure
    .input(takeBackUpvoteInput)
    .output(upvotesSchema)
    .mutation(({ ctx, input }) => takeBackUpvote(ctx.deps, ctx.actor, input)),
  /** What a mailed link would do; changes nothing. */
  pendingUpvote: publicProcedure
    .input(mailedTokenInput)
    .output(pendingUpvoteSchema)
    .query(({ ctx, input }) => getPendingUpvote(ctx.deps, ctx.actor, input)),
  confirmUpvote: publicProcedure
    .input(confirmUpvoteInput)
    .output(confirmedUpvoteSchema)
    .mutation(({ ctx, input }) => confirmUpvote(ctx.deps, ctx.actor, input)),
  /** The mailed link's way back. */
  withdrawUpvote: publicProcedure
    .input(mailedTokenInput)
    .output(confirmedUpvoteSchema)
    .mutation(({ ctx, input }) => withdrawUpvote(ctx.deps, ctx.actor, input)),
};
