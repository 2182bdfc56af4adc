import type { Campaign, ResolvedTarget } from "@cml/domain/influence";
import { type Actor, AppError, type Locale } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { hotAnswer } from "../../platform/hot-answers";
import { openCampaign } from "../targets/open-campaign";
import { resolveTargets } from "../targets/resolve-targets";

export type CallPlace = { campaignSlug: string; postalCode: string | null; districts: readonly string[]; locale: Locale };
export type Callable = { campaign: Campaign; targets: ResolvedTarget[]; city: string };

/** The campaign and the people who may be called from here; CONFLICT where it offers no calls. */
export const findCallable = async (deps: Deps, actor: Actor, { campaignSlug, ...place }: CallPlace): Promise<Callable> => {
  const campaign = await openCampaign(deps, campaignSlug);
  if (!campaign.allowCalls) throw new AppError("CONFLICT", "call.off");
  const key = JSON.stringify([campaign.id, campaign.updatedAt.getTime(), place]);
  const { targets, city } = await hotAnswer(deps, `targets:${key}`, () => resolveTargets(deps, actor, { campaign, ...place }));
  return { campaign, city, targets: targets.filter(isCallable) };
};

/** Empty seats answer no telephone, and who is skipped is left alone. */
export const isCallable = ({ isVacant, handling }: ResolvedTarget): boolean => !isVacant && handling !== "SKIP";
