import { router } from "../trpc/procedures";
import { lettersPublicRouter } from "./campaign-emails/public";
import { campaignsPublicRouter } from "./campaigns/public";
import { representativesPublicRouter } from "./representatives/public";

export const influencePublicRouter = router({
  campaigns: campaignsPublicRouter,
  representatives: representativesPublicRouter,
  letters: lettersPublicRouter,
});
