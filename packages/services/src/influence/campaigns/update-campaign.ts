import { afterCommit, transaction } from "@cml/db";
import { updateCampaign as updateRow } from "@cml/db/influence";
import { type Campaign, levelsOfRules, type UpdateCampaignInput } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { checkMayPublish } from "./check-may-publish";
import { checkSettings } from "./check-settings";
import { lockOwnedCampaign } from "./owned-campaign";
import { dropCover } from "./sweep-covers";

/** Changes what the input names; the slug stays, so that links and printed codes go on working. */
export const updateCampaign = (deps: Deps, actor: Actor, { id, changes }: UpdateCampaignInput): Promise<Campaign> =>
  transaction(deps.db, async (db) => {
    const campaign = await lockOwnedCampaign(db, actor, id);
    if (campaign.status === "ARCHIVED" && !isAboutTheEnd(changes)) throw new AppError("CONFLICT", "campaign.archived");
    const translations = changes.translations === undefined ? campaign.translations : changes.translations;
    const targets = changes.targets ?? campaign.targets;
    // Rules say which levels are reached; without rules the levels stand for themselves.
    const levels = targets.length > 0 ? { targetGovernmentLevels: levelsOfRules(targets) } : {};
    const next = { ...campaign, ...changes, ...levels, translations };
    checkSettings(next);
    if (campaign.status === "ACTIVE") await checkMayPublish(deps, next);
    const changed = await updateRow(db, id, { ...changes, ...levels, translations, updatedAt: deps.clock.now() });
    await afterCommit(db, () => deps.events.publish({ type: "campaign.changed", campaignId: id, slug: changed.slug }));
    const { coverPhoto: before } = campaign;
    if (before !== null && before !== changed.coverPhoto) await afterCommit(db, () => dropCover(deps, before));
    return changed;
  });

const endFields = ["outcome", "nextStepLabel", "nextStepUrl", "translations"];
// What became of it is often known only after a campaign was archived; its page goes on telling it.
const isAboutTheEnd = (changes: UpdateCampaignInput["changes"]): boolean =>
  Object.keys(changes).length > 0 && Object.keys(changes).every((field) => endFields.includes(field));
