import { afterCommit, transaction } from "@cml/db";
import { countActiveCustomRecipients } from "@cml/db/influence";
import { type Campaign, missingTranslations, problemsOf, type PublishCampaignInput } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { readSettings } from "../../settings/site-settings/settings-cache";
import { queueRelease } from "../campaign-emails/queue-release";
import { changeStatus } from "./change-status";
import { checkMayPublish } from "./check-may-publish";
import { lockOwnedCampaign } from "./owned-campaign";

/** Opens a draft or paused campaign to the public. Texts missing in one language need a yes first; what cannot work is refused. */
export const publishCampaign = async (
  deps: Deps,
  actor: Actor,
  { id, acceptMissingTranslations }: PublishCampaignInput,
): Promise<Campaign> => {
  const { settings } = await readSettings(deps);
  return transaction(deps.db, async (db) => {
    const campaign = await lockOwnedCampaign(db, actor, id);
    if (campaign.status === "ARCHIVED") throw new AppError("CONFLICT", "campaign.archived");
    const [problem] = problemsOf(campaign, { now: deps.clock.now(), namedPeople: await countActiveCustomRecipients(db, id) });
    if (problem !== undefined) throw new AppError("CONFLICT", `campaign.problems.${problem}`);
    await checkMayPublish(deps, campaign);
    const missing = missingTranslations(campaign, settings.defaultLocale);
    if (missing.length > 0 && !acceptMissingTranslations)
      throw new AppError("CONFLICT", "campaign.translationsMissing", { count: missing.length });
    // Letters that waited for it leave now, not with the next sweep.
    if (campaign.status === "PAUSED") await afterCommit(db, () => queueRelease(deps));
    return changeStatus(deps, db, { campaign, to: "ACTIVE" });
  });
};
