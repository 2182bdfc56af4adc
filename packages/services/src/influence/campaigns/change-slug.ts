import { afterCommit, transaction } from "@cml/db";
import { findCampaign, findSlugHolder, lockSlugs, replaceSlug } from "@cml/db/influence";
import type { Campaign, ChangeSlugInput } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";
import { lockOwnedCampaign } from "./owned-campaign";

/**
 * Gives the campaign's page another address; every former one goes on leading to it, so printed codes and shared links hold.
 * An address that is or was another campaign's is refused; one of its own former ones may be taken back.
 */
export const changeSlug = (deps: Deps, actor: Actor, { id, slug }: ChangeSlugInput): Promise<Campaign> =>
  transaction(deps.db, async (db) => {
    const campaign = await lockOwnedCampaign(db, actor, id);
    if (campaign.status === "ARCHIVED") throw new AppError("CONFLICT", "campaign.archived");
    if (campaign.slug === slug) return campaign;
    await lockSlugs(db);
    const holder = await findSlugHolder(db, slug);
    if (holder !== null && holder !== id) throw new AppError("CONFLICT", "campaign.slugInUse");
    await replaceSlug(db, { id: deps.newId(), campaignId: id, from: campaign.slug, to: slug, now: deps.clock.now() });
    await recordAudit(db, {
      actor,
      action: "campaign.changeSlug",
      entity: "Campaign",
      entityId: id,
      facts: { from: campaign.slug, to: slug },
    });
    await afterCommit(db, () => deps.events.publish({ type: "campaign.changed", campaignId: id, slug }));
    return (await findCampaign(db, id)) ?? campaign;
  });
