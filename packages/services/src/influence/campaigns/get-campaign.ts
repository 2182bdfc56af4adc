import { countActiveCustomRecipients, listFormerSlugs } from "@cml/db/influence";
import { type CampaignDetail, missingTranslations, problemsOf, type PublishProblem } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { readSettings } from "../../settings/site-settings/settings-cache";
import { mailLeaves } from "./check-may-publish";
import { ownedCampaign } from "./owned-campaign";

export const getCampaign = async (deps: Deps, actor: Actor, { id }: { id: string }): Promise<CampaignDetail> => {
  const campaign = await ownedCampaign(deps.db, actor, id);
  const [{ settings }, namedPeople, formerSlugs, canSend] = await Promise.all([
    readSettings(deps),
    countActiveCustomRecipients(deps.db, id),
    listFormerSlugs(deps.db, id),
    mailLeaves(deps, campaign),
  ]);
  const ownProblems = problemsOf(campaign, { now: deps.clock.now(), namedPeople });
  const problems: PublishProblem[] = canSend ? ownProblems : [...ownProblems, "needsMailServer"];
  return { ...campaign, missingTranslations: missingTranslations(campaign, settings.defaultLocale), problems, formerSlugs };
};
