import { afterCommit, transaction } from "@cml/db";
import { updateCampaign as updateRow } from "@cml/db/influence";
import type { Campaign, UpdateCampaignInput } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { checkMayPublish } from "./check-may-publish";
import { checkWindow } from "./create-campaign";
import { lockOwnedCampaign } from "./owned-campaign";

/** Changes what the input names; the slug stays, so that links and printed codes go on working. */
export const updateCampaign = (deps: Deps, actor: Actor, { id, changes }: UpdateCampaignInput): Promise<Campaign> =>
  transaction(deps.db, async (db) => {
    const campaign = await lockOwnedCampaign(db, actor, id);
    if (campaign.status === "ARCHIVED") throw new AppError("CONFLICT", "campaign.archived");
    const translations = changes.translations === undefined ? campaign.translations : changes.translations;
    const next = { ...campaign, ...changes, translations };
    checkWindow(next);
    if (campaign.status === "ACTIVE") await checkMayPublish(deps, next);
    const changed = await updateRow(db, id, { ...changes, translations, updatedAt: deps.clock.now() });
    await afterCommit(db, () => deps.events.publish({ type: "campaign.changed", campaignId: id, slug: changed.slug }));
    return changed;
  });
