import { router } from "../trpc/procedures";
import { officeHoursAdminRouter } from "./calls/admin";
import { lettersAdminRouter } from "./campaign-emails/admin";
import { campaignsAdminRouter } from "./campaigns/admin";
import { inboundAdminRouter } from "./inbound/admin";
import { officesAdminRouter } from "./offices/admin";
import { replyFactsAdminRouter } from "./reply-facts/admin";
import { representativesAdminRouter } from "./representatives/admin";
import { responsesAdminRouter } from "./responses/admin";
import { sendingAdminRouter } from "./sending/admin";
import { targetsAdminRouter } from "./targets/admin";

export const influenceAdminRouter = router({
  campaigns: campaignsAdminRouter,
  representatives: representativesAdminRouter,
  letters: lettersAdminRouter,
  officeHours: officeHoursAdminRouter,
  responses: responsesAdminRouter,
  offices: officesAdminRouter,
  replyFacts: replyFactsAdminRouter,
  sending: sendingAdminRouter,
  targets: targetsAdminRouter,
  inbound: inboundAdminRouter,
});
