import { type Campaign, campaignSchema, createCampaignInput, type CreateCampaignInput } from "@cml/domain/influence";
import { insertCampaign, updateCampaign } from "@cml/db/influence";
import type { Db } from "@cml/db";
import { v7 as newId } from "uuid";

/** A campaign of the federal and municipal level with a letter, as the form would send it. */
export const aCampaignInput = (given: Partial<CreateCampaignInput> = {}) =>
  createCampaignInput.parse({
    title: `Safe streets ${newId().slice(-6)}`,
    description: "Slower streets for everybody.",
    emailSubject: "Safe streets in {{DISTRICT}}",
    emailBody: "Dear {{REPRESENTATIVE_NAME}},\n\nplease make our streets safe. I live in {{SENDER_CITY}}.\n\nThank you.",
    targetGovernmentLevels: ["FEDERAL", "MUNICIPAL"],
    ...given,
  });

/** A stored campaign, live unless told otherwise. */
export const aCampaign = async (
  db: Db,
  { status = "ACTIVE", createdByUserId = null, isDemo = false, slug = `campaign-${newId().slice(-12)}`, ...given }: Partial<Campaign> = {},
): Promise<Campaign> => {
  const now = new Date();
  const input = aCampaignInput(given);
  const campaign = await insertCampaign(db, { ...input, id: newId(), slug, createdByUserId, isDemo, now });
  if (campaign === null) throw new Error(`the slug ${slug} is taken`);
  return campaignSchema.parse(
    await updateCampaign(db, campaign.id, { status, publishedAt: status === "DRAFT" ? null : now, updatedAt: now }),
  );
};
