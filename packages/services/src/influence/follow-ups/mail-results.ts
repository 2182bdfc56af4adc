import { transaction } from "@cml/db";
import {
  countResultMails,
  findCampaign,
  findCampaignOwner,
  listResultsNobodyMailed,
  listResultsToMail,
  markResultReminded,
} from "@cml/db/influence";
import { type Campaign, resultReminderAfterMs } from "@cml/domain/influence";
import { type Actor, localized } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { queueTemplateMail } from "../../platform/queue-template-mail";
import { getPublicUrl } from "../../settings/site-settings/get-public-url";
import { readSettings } from "../../settings/site-settings/settings-cache";
import { mailSomeResults } from "./result-mail";

const rowsAtOnce = 200;

/**
 * Writes the mails of every result that was let go, some people at a time: a process that dies has told those whose rows it took,
 * and the next one goes on with the rest. Then reminds owners of ended campaigns that people wait for a result.
 */
export const mailResults = async (deps: Deps, _actor: Actor): Promise<{ people: number; reminded: number }> => {
  let people = 0;
  for (const campaignId of await listResultsToMail(deps.db)) {
    const campaign = await findCampaign(deps.db, campaignId);
    if (campaign === null) continue;
    for (let taken = rowsAtOnce; taken === rowsAtOnce; people += taken)
      taken = await transaction(deps.db, (db) => mailSomeResults(deps, db, { campaign, limit: rowsAtOnce }), { timeoutMs: 60_000 });
  }
  return { people, reminded: await remindOfResults(deps) };
};

const remindOfResults = async (deps: Deps): Promise<number> => {
  const endedBefore = new Date(deps.clock.now().getTime() - resultReminderAfterMs);
  let reminded = 0;
  for (const campaign of await listResultsNobodyMailed(deps.db, endedBefore)) if (await remind(deps, campaign)) reminded += 1;
  return reminded;
};

const remind = async (deps: Deps, campaign: Campaign): Promise<boolean> => {
  const owner = campaign.createdByUserId === null ? null : await findCampaignOwner(deps.db, campaign.createdByUserId);
  if (owner === null) return false;
  const [{ settings }, { waiting }] = await Promise.all([readSettings(deps), countResultMails(deps.db, campaign.id)]);
  const locale = owner.locale ?? settings.defaultLocale;
  const CAMPAIGN_URL = `${await getPublicUrl(deps)}/admin/campaigns/${campaign.id}?tab=outcomes`;
  return transaction(deps.db, async (db) => {
    if (!(await markResultReminded(db, campaign.id, deps.clock.now()))) return false;
    await queueTemplateMail(deps, db, {
      templateKey: "result-reminder",
      locale,
      to: { name: owner.name, address: owner.email },
      variables: {
        USER_NAME: owner.name,
        CAMPAIGN_TITLE: localized(campaign, "title", locale),
        WAITING_COUNT: String(waiting),
        CAMPAIGN_URL,
      },
      onceKey: `result-reminder:${campaign.id}`,
    });
    return true;
  });
};
