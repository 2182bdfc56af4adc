import { router } from "../trpc/procedures";
import { callsPublicRouter } from "./calls/public";
import { lettersPublicRouter } from "./campaign-emails/public";
import { campaignsPublicRouter } from "./campaigns/public";
import { followUpsPublicRouter } from "./follow-ups/public";
import { replyFactsPublicRouter } from "./reply-facts/public";
import { officesPublicRouter } from "./offices/public";
import { representativesPublicRouter } from "./representatives/public";
import { responsesPublicRouter } from "./responses/public";

export const influencePublicRouter = router({
  campaigns: campaignsPublicRouter,
  representatives: representativesPublicRouter,
  letters: lettersPublicRouter,
  responses: responsesPublicRouter,
  calls: callsPublicRouter,
  offices: officesPublicRouter,
  replyFacts: replyFactsPublicRouter,
  followUps: followUpsPublicRouter,
});
