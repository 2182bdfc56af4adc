import {
  addedResponseSchema,
  addResponseInput,
  boxResponseInput,
  decidedResponsesSchema,
  decideResponsesInput,
  editResponseInput,
  listOddResponsesInput,
  listResponsesInput,
  moderatedResponseSchema,
  moderateOfficeReplyInput,
  movedUpvotesSchema,
  oddResponsePageSchema,
  oddUpvotesInput,
  oddUpvotesSchema,
  peopleOfCampaignInput,
  peopleOfCampaignSchema,
  putBackUpvotesInput,
  rejectResponseInput,
  responseFileSchema,
  responseIdInput,
  responsePageSchema,
  responseSchema,
  setProofSeenInput,
  takeOffUpvotesInput,
  undoneResponsesSchema,
  undoResponsesInput,
} from "@cml/domain/influence";
import {
  addResponse,
  approveResponse,
  boxResponse,
  decideResponses,
  editResponse,
  getResponseFile,
  listOddResponses,
  listOddUpvotes,
  listPeopleOfCampaign,
  listResponses,
  moderateOfficeReply,
  putBackUpvotes,
  rejectResponse,
  removeResponse,
  restoreResponse,
  setProofSeen,
  takeOffUpvotes,
  undoResponses,
} from "@cml/services/influence";
import { z } from "zod";
import { procedureFor, router } from "../../trpc/procedures";

const moderator = procedureFor("response.moderate");

/** The moderators' desk; everybody but administrators of campaigns has only the responses of her own. */
export const responsesAdminRouter = router({
  list: moderator
    .input(listResponsesInput)
    .output(responsePageSchema)
    .query(({ ctx, input }) => listResponses(ctx.deps, ctx.actor, input)),
  get: moderator
    .input(responseIdInput)
    .output(responseFileSchema)
    .query(({ ctx, input }) => getResponseFile(ctx.deps, ctx.actor, input)),
  /** Which of these have many upvotes from one address. */
  oddUpvotes: moderator
    .input(oddUpvotesInput)
    .output(oddUpvotesSchema)
    .query(({ ctx, input }) => listOddUpvotes(ctx.deps, ctx.actor, input)),
  /** All responses of which that is so, and those with upvotes taken off. */
  oddResponses: moderator
    .input(listOddResponsesInput)
    .output(oddResponsePageSchema)
    .query(({ ctx, input }) => listOddResponses(ctx.deps, ctx.actor, input)),
  /** Those from one address no longer count. */
  takeOffUpvotes: moderator
    .input(takeOffUpvotesInput)
    .output(movedUpvotesSchema)
    .mutation(({ ctx, input }) => takeOffUpvotes(ctx.deps, ctx.actor, input)),
  putBackUpvotes: moderator
    .input(putBackUpvotesInput)
    .output(movedUpvotesSchema)
    .mutation(({ ctx, input }) => putBackUpvotes(ctx.deps, ctx.actor, input)),
  /** A reply the organisation itself got; the people its campaign writes to are there to choose from. */
  add: moderator
    .input(addResponseInput)
    .output(addedResponseSchema)
    .mutation(({ ctx, input }) => addResponse(ctx.deps, ctx.actor, input)),
  people: moderator
    .input(peopleOfCampaignInput)
    .output(peopleOfCampaignSchema)
    .query(({ ctx, input }) => listPeopleOfCampaign(ctx.deps, ctx.actor, input)),
  approve: moderator
    .input(responseIdInput)
    .output(moderatedResponseSchema)
    .mutation(({ ctx, input }) => approveResponse(ctx.deps, ctx.actor, input)),
  reject: moderator
    .input(rejectResponseInput)
    .output(moderatedResponseSchema)
    .mutation(({ ctx, input }) => rejectResponse(ctx.deps, ctx.actor, input)),
  /** The same decision about many. */
  decide: moderator
    .input(decideResponsesInput)
    .output(decidedResponsesSchema)
    .mutation(({ ctx, input }) => decideResponses(ctx.deps, ctx.actor, input)),
  edit: moderator
    .input(editResponseInput)
    .output(moderatedResponseSchema)
    .mutation(({ ctx, input }) => editResponse(ctx.deps, ctx.actor, input)),
  box: moderator
    .input(boxResponseInput)
    .output(moderatedResponseSchema)
    .mutation(({ ctx, input }) => boxResponse(ctx.deps, ctx.actor, input)),
  setProofSeen: moderator
    .input(setProofSeenInput)
    .output(moderatedResponseSchema)
    .mutation(({ ctx, input }) => setProofSeen(ctx.deps, ctx.actor, input)),
  moderateOfficeReply: moderator
    .input(moderateOfficeReplyInput)
    .output(moderatedResponseSchema)
    .mutation(({ ctx, input }) => moderateOfficeReply(ctx.deps, ctx.actor, input)),
  undo: moderator
    .input(undoResponsesInput)
    .output(undoneResponsesSchema)
    .mutation(({ ctx, input }) => undoResponses(ctx.deps, ctx.actor, input)),
  remove: moderator
    .input(responseIdInput)
    .output(z.void())
    .mutation(({ ctx, input }) => removeResponse(ctx.deps, ctx.actor, input)),
  restore: moderator
    .input(responseIdInput)
    .output(responseSchema)
    .mutation(({ ctx, input }) => restoreResponse(ctx.deps, ctx.actor, input)),
});
