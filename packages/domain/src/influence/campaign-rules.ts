import type { Actor } from "../kernel/actor";
import { type Locale, otherLocale } from "../kernel/locale";
import { type Campaign, type CampaignText, campaignTexts } from "./campaign";
import type { CampaignStatus } from "./enums";

const transitions: Record<CampaignStatus, readonly CampaignStatus[]> = {
  DRAFT: ["ACTIVE", "ARCHIVED"],
  ACTIVE: ["PAUSED", "ARCHIVED"],
  PAUSED: ["ACTIVE", "ARCHIVED"],
  ARCHIVED: [],
};

/** An archived campaign never comes back; a live one may be paused and resumed. */
export const canChangeStatus = (from: CampaignStatus, to: CampaignStatus): boolean => transitions[from].includes(to);

/** Administrators of campaigns and the system see all; anybody else only their own. */
export const canSeeCampaign = (actor: Actor, campaign: Pick<Campaign, "createdByUserId">): boolean =>
  ownerFilter(actor) === null || (actor.kind === "user" && campaign.createdByUserId === actor.userId);

/** Null: every campaign. Otherwise the id whose campaigns the actor may see (nobody's for strangers). */
export const ownerFilter = (actor: Actor): string | null => {
  if (actor.kind === "system") return null;
  if (actor.kind !== "user") return "00000000-0000-0000-0000-000000000000";
  return actor.role === "SUPER_ADMIN" || actor.role === "INFLUENCE_ADMIN" ? null : actor.userId;
};

/** Texts that have words in the organisation's language and none in the other one. */
export const missingTranslations = (campaign: Pick<Campaign, CampaignText | "translations">, defaultLocale: Locale): CampaignText[] => {
  const translated = campaign.translations?.[otherLocale(defaultLocale)] ?? {};
  return campaignTexts.filter((field) => (campaign[field] ?? "").trim() !== "" && (translated[field] ?? "").trim() === "");
};
