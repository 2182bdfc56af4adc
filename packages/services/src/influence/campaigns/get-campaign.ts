import { type CampaignDetail, missingTranslations } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { readSettings } from "../../settings/site-settings/settings-cache";
import { ownedCampaign } from "./owned-campaign";

export const getCampaign = async (deps: Deps, actor: Actor, { id }: { id: string }): Promise<CampaignDetail> => {
  const campaign = await ownedCampaign(deps.db, actor, id);
  const { settings } = await readSettings(deps);
  return { ...campaign, missingTranslations: missingTranslations(campaign, settings.defaultLocale) };
};
