import { timingSafeEqual } from "node:crypto";
import { findCampaignByAnySlug } from "@cml/db/influence";
import { type Campaign, type PreviewCampaignInput, type PublicCampaign, toPreviewedCampaign } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";

/** A campaign before it is public, for whoever holds its private link; a void link looks like no campaign at all. */
export const previewCampaign = async (
  deps: Deps,
  _actor: Actor,
  { slug, token, locale }: PreviewCampaignInput,
): Promise<PublicCampaign> => {
  return toPreviewedCampaign(await linkedCampaign(deps, { slug, token }), locale, deps.clock.now());
};

/** The campaign a private link leads to, whatever state it is in; NOT_FOUND for a void link. */
export const linkedCampaign = async (deps: Deps, { slug, token }: { slug: string; token: string }): Promise<Campaign> => {
  const campaign = await findCampaignByAnySlug(deps.db, slug);
  const expected = campaign === null ? null : previewToken(deps, campaign);
  if (campaign === null || expected === null || !isSame(expected, token)) throw new AppError("NOT_FOUND", "campaign.notFound");
  return campaign;
};

/** The key in a campaign's private preview link; null while there is none. A raised version makes older keys void. */
export const previewToken = (deps: Deps, { id, previewVersion }: Pick<Campaign, "id" | "previewVersion">): string | null =>
  previewVersion === null ? null : deps.secrets.keyedHash("campaign-preview", `${id}:${previewVersion}`).slice(0, 43);

const isSame = (expected: string, given: string): boolean =>
  expected.length === given.length && timingSafeEqual(Buffer.from(expected), Buffer.from(given));
