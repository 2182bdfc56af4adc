import { transaction } from "@cml/db";
import { countWaitingByRecipient, findCampaignOwner, listCampaignsBeforeDeadline } from "@cml/db/influence";
import { type Campaign, type CampaignOfInput, type DeadlineOutlook, deadlineOutlook } from "@cml/domain/influence";
import { type Actor, localized } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { queueTemplateMail } from "../../platform/queue-template-mail";
import { formatMoment } from "../../settings/site-settings/format-moment";
import { getPublicUrl } from "../../settings/site-settings/get-public-url";
import { readSettings } from "../../settings/site-settings/settings-cache";
import { ownedCampaign } from "../campaigns/owned-campaign";

/** Whether what waits will leave before it is too late; null without a deadline ahead. */
export const getDeadlineOutlook = async (deps: Deps, actor: Actor, { campaignId }: CampaignOfInput): Promise<DeadlineOutlook | null> =>
  outlookOf(deps, await ownedCampaign(deps.db, actor, campaignId));

/**
 * Tells the owners of campaigns whose letters will miss their deadline, once for each deadline: raising the rate, taking a
 * hold back or handing the letters in is theirs to do while there is time.
 */
export const warnOfDeadlines = async (deps: Deps, _actor: Actor): Promise<{ warned: number }> => {
  const campaigns = await listCampaignsBeforeDeadline(deps.db, deps.clock.now());
  let warned = 0;
  for (const campaign of campaigns) {
    const outlook = await outlookOf(deps, campaign);
    if (outlook !== null && outlook.missing > 0 && (await warn(deps, campaign, outlook))) warned += 1;
  }
  return { warned };
};

const outlookOf = async (deps: Deps, campaign: Campaign): Promise<DeadlineOutlook | null> => {
  const now = deps.clock.now();
  const deadline = campaign.submissionDeadline ?? campaign.decisionAt;
  if (deadline === null || deadline <= now || campaign.status === "DRAFT" || campaign.status === "ARCHIVED") return null;
  const [{ settings }, recipients] = await Promise.all([readSettings(deps), countWaitingByRecipient(deps.db, campaign.id)]);
  const paused = campaign.status === "PAUSED" || settings.sendingPaused;
  return deadlineOutlook({ ...campaign, now, deadline, paused, recipients, timeZone: settings.timeZone });
};

const warn = async (deps: Deps, campaign: Campaign, { deadline, missing, waiting }: DeadlineOutlook): Promise<boolean> => {
  const owner = campaign.createdByUserId === null ? null : await findCampaignOwner(deps.db, campaign.createdByUserId);
  if (owner === null) return false;
  const { settings } = await readSettings(deps);
  const locale = owner.locale ?? settings.defaultLocale;
  const variables = {
    USER_NAME: owner.name,
    CAMPAIGN_TITLE: localized(campaign, "title", locale),
    MISSING_COUNT: String(missing),
    WAITING_COUNT: String(waiting),
    DEADLINE: await formatMoment(deps, deadline, locale),
    CAMPAIGN_URL: `${await getPublicUrl(deps)}/admin/campaigns/${campaign.id}`,
  };
  await transaction(deps.db, (db) =>
    queueTemplateMail(deps, db, {
      templateKey: "deadline-warning",
      locale,
      to: { name: owner.name, address: owner.email },
      variables,
      onceKey: `deadline-warning:${campaign.id}:${deadline.toISOString()}`,
    }),
  );
  return true;
};
