import { router } from "../trpc/procedures";
import { lettersAdminRouter } from "./campaign-emails/admin";
import { campaignsAdminRouter } from "./campaigns/admin";
import { representativesAdminRouter } from "./representatives/admin";
import { targetsAdminRouter } from "./targets/admin";

export const influenceAdminRouter = router({
  campaigns: campaignsAdminRouter,
  representatives: representativesAdminRouter,
  letters: lettersAdminRouter,
  targets: targetsAdminRouter,
});
