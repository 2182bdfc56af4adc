import { listCustomRecipients, listTargetStates } from "@cml/db/influence";
import {
  type Campaign,
  type CampaignTarget,
  type CampaignTargets,
  type FoundTarget,
  isOfficeWanted,
  type LevelAnswer,
  type LookUp,
  mergeTargets,
  ownLevelsOf,
  type ResolvedTarget,
  rulesOf,
  type TargetRule,
} from "@cml/domain/influence";
import { type Actor, AppError, type Locale } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { lookUpForCampaign } from "../representatives/look-up-for-campaign";
import { fromNamed, fromRepresentative } from "./found-target";

export type ResolvedTargets = Omit<CampaignTargets, "targets"> & { targets: ResolvedTarget[] };
export type ResolveInput = { campaign: Campaign; postalCode: string | null; districts: readonly string[]; locale: Locale };

/**
 * Everybody a supporter of this place may write to, with addresses, for the server's own use. When no source answers, the
 * campaign's own people are still given. A code nobody knows is NOT_FOUND only where nobody else could be written to.
 */
export const resolveTargets = async (deps: Deps, actor: Actor, input: ResolveInput): Promise<ResolvedTargets> => {
  const { campaign, postalCode, locale } = input;
  const rules = rulesOf(campaign);
  const [place, named, states] = await Promise.all([
    placeOf(deps, actor, input),
    listCustomRecipients(deps.db, campaign.id),
    listTargetStates(deps.db, campaign.id),
  ]);
  const lookUp = place === "DOWN" ? null : place;
  const found = rules.flatMap((rule): FoundTarget[] => {
    if (rule.kind === "NAMED_PEOPLE") return named.filter(({ isActive }) => isActive).map((one) => fromNamed(one, locale));
    return lookUp === null ? [] : ownRepresentatives(rule, lookUp, locale);
  });
  if (lookUp?.known === false && found.length === 0) throw new AppError("NOT_FOUND", "representative.unknownPostalCode");
  const targets = mergeTargets(found).map((one) => decided(one, states));
  return {
    postalCode: postalCode ?? "",
    city: lookUp?.city ?? "",
    province: lookUp?.province ?? "",
    targets,
    levels: levelAnswers(rules, lookUp),
    sourcesDown: place === "DOWN" || lookUp?.sourcesDown === true,
    notConstituent: false,
    positions: { FOR: 0, LEANING: 0, AGAINST: 0, UNKNOWN: 0 },
  };
};

const placeOf = async (deps: Deps, actor: Actor, { campaign, postalCode, districts }: ResolveInput): Promise<LookUp | "DOWN" | null> => {
  if (postalCode === null) return null;
  try {
    return await lookUpForCampaign(deps, actor, { campaign, postalCode, districts: [...districts] });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "UPSTREAM") throw error;
    return "DOWN";
  }
};

const ownRepresentatives = (rule: TargetRule, { representatives, splitLevels }: LookUp, locale: Locale): FoundTarget[] => {
  if (rule.kind !== "MY_REPRESENTATIVES" && rule.kind !== "MY_COUNCIL") return [];
  const levels = rule.kind === "MY_COUNCIL" ? ["MUNICIPAL"] : rule.levels;
  return representatives
    .filter(({ level, electedOffice }) => levels.includes(level) && isOfficeWanted(rule.offices, electedOffice))
    .map((one) => fromRepresentative(one, { locale, sure: !splitLevels.includes(one.level) }));
};

const decided = (target: FoundTarget, states: readonly CampaignTarget[]): ResolvedTarget => {
  const state = states.find(({ recipientKey }) => recipientKey === target.recipientKey);
  const handling = state?.handling ?? "WRITE";
  return {
    ...target,
    hasEmail: target.email !== null,
    position: state?.position ?? "UNKNOWN",
    positionSource: state?.positionSource ?? null,
    handling,
    ticked: target.ticked && target.email !== null && handling !== "SKIP",
  };
};

const levelAnswers = (rules: readonly TargetRule[], lookUp: LookUp | null): LevelAnswer[] => {
  const wanted: string[] = ownLevelsOf(rules);
  return (lookUp?.levels ?? []).filter(({ level }) => wanted.includes(level));
};
