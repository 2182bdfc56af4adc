import { randomInt } from "node:crypto";
import { transaction } from "@cml/db";
import { updateCampaign } from "@cml/db/influence";
import type { Campaign, SetPreviewLinkInput } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";
import { getPublicUrl } from "../../settings/site-settings/get-public-url";
import { lockOwnedCampaign, ownedCampaign } from "./owned-campaign";
import { previewToken } from "./preview-campaign";

type Link = { url: string | null };

/** The private link that shows the campaign to people without an account; null while nobody made one. */
export const getPreviewLink = async (deps: Deps, actor: Actor, { id }: { id: string }): Promise<Link> =>
  linkOf(deps, await ownedCampaign(deps.db, actor, id));

/** Makes a new private link, or takes it away; either way every older one leads nowhere from now on. */
export const setPreviewLink = (deps: Deps, actor: Actor, { id, shared }: SetPreviewLinkInput): Promise<Link> =>
  transaction(deps.db, async (db) => {
    const campaign = await lockOwnedCampaign(db, actor, id);
    // Not counted up: a link that was taken away must not come back to life with the next one.
    const previewVersion = shared ? randomInt(1, 2 ** 31) : null;
    const changed = await updateCampaign(db, campaign.id, { previewVersion, updatedAt: campaign.updatedAt });
    await recordAudit(db, { actor, action: "campaign.setPreviewLink", entity: "Campaign", entityId: id, facts: { shared } });
    return linkOf(deps, changed);
  });

const linkOf = async (deps: Deps, campaign: Pick<Campaign, "id" | "slug" | "previewVersion">): Promise<Link> => {
  const token = previewToken(deps, campaign);
  return { url: token === null ? null : `${await getPublicUrl(deps)}/preview/${campaign.slug}/${token}` };
};
