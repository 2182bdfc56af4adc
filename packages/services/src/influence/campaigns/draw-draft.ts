import { type Campaign, campaignDraftSchema, createCampaignInput, type PublicCampaign, toPreviewedCampaign } from "@cml/domain/influence";
import { type Actor, AppError, idSchema, type Locale } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { ownedCampaign } from "./owned-campaign";

type Draft = { /** Null: not stored yet. */ id: string | null; /** Unsaved fields, as JSON. */ draft: unknown; locale: Locale };

/** The public page's campaign as it would be with an editor's unsaved changes; nothing is stored. */
export const drawDraft = async (deps: Deps, actor: Actor, { id, draft, locale }: Draft): Promise<PublicCampaign> => {
  const changes = campaignDraftSchema.safeParse(draft);
  if (!changes.success) throw new AppError("INVALID", "input.malformed");
  if (id !== null && !idSchema.safeParse(id).success) throw new AppError("NOT_FOUND", "campaign.notFound");
  const now = deps.clock.now();
  const campaign = id === null ? unsaved(deps.newId(), now) : await ownedCampaign(deps.db, actor, id);
  return toPreviewedCampaign({ ...campaign, ...changes.data }, locale, now);
};

const unsaved = (id: string, now: Date): Campaign => ({
  ...createCampaignInput.parse({ title: "---", emailSubject: "---", emailBody: "-".repeat(20), targetGovernmentLevels: ["FEDERAL"] }),
  ...{ title: "", emailSubject: "", emailBody: "" },
  id,
  slug: "preview",
  status: "DRAFT",
  previewVersion: null,
  emailCount: 0,
  callCount: 0,
  responseCount: 0,
  isDemo: false,
  createdByUserId: null,
  createdByUserName: null,
  publishedAt: null,
  createdAt: now,
  updatedAt: now,
});
