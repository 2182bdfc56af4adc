import { router } from "../trpc/procedures";
import { callsPublicRouter } from "./calls/public";
import { lettersPublicRouter } from "./campaign-emails/public";
import { campaignsPublicRouter } from "./campaigns/public";
import { replyFactsPublicRouter } from "./reply-facts/public";
import { representativesPublicRouter } from "./representatives/public";

export const influencePublicRouter = router({
  campaigns: campaignsPublicRouter,
  representatives: representativesPublicRouter,
  letters: lettersPublicRouter,
  calls: callsPublicRouter,
  replyFacts: replyFactsPublicRouter,
});
