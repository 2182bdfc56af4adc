import { readReplyStatistics } from "@cml/db/influence";
import type { ReplyStatistics, ReplyStatisticsInput } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { readSettings } from "../../settings/site-settings/settings-cache";
import { ownedCampaign } from "../campaigns/owned-campaign";

/** What became of a campaign's letters, in numbers for its organisers. */
export const getReplyStatistics = async (deps: Deps, actor: Actor, { campaignId }: ReplyStatisticsInput): Promise<ReplyStatistics> => {
  await ownedCampaign(deps.db, actor, campaignId);
  const { settings } = await readSettings(deps);
  return readReplyStatistics(deps.db, campaignId, settings.timeZone);
};
