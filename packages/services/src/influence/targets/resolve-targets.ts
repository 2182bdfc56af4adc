import { listCustomRecipients, listTargetStates } from "@cml/db/influence";
import {
  type Campaign,
  type CampaignTarget,
  type CampaignTargets,
  type CustomRecipient,
  type FoundTarget,
  isOfficeWanted,
  type LookUp,
  mergeTargets,
  ownLevelsOf,
  type ResolvedTarget,
  rulesOf,
  type TargetRule,
} from "@cml/domain/influence";
import { type Actor, AppError, type Locale } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { hotAnswer } from "../../platform/hot-answers";
import { countPositions } from "./count-positions";
import { councilTargets } from "./council-targets";
import { fromNamed, fromRepresentative } from "./found-target";
import { areaKeyOf, areasOf, placeOf } from "./place-of";

export type ResolvedTargets = Omit<CampaignTargets, "targets"> & { targets: ResolvedTarget[] };
export type ResolveInput = { campaign: Campaign; postalCode: string | null; districts: readonly string[]; locale: Locale };

/**
 * Everybody a supporter of this place may write to, with addresses, for the server's own use. When no source answers, the
 * campaign's own people are still given. A code nobody knows is NOT_FOUND only where nobody else could be written to.
 */
export const resolveTargets = async (deps: Deps, actor: Actor, input: ResolveInput): Promise<ResolvedTargets> => {
  const { campaign, postalCode, districts } = input;
  const rules = rulesOf(campaign);
  const [{ lookUp, sourcesDown }, [listed, states]] = await Promise.all([
    placeOf(deps, actor, input),
    hotAnswer(deps, `people:${campaign.id}`, () =>
      Promise.all([listCustomRecipients(deps.db, campaign.id), listTargetStates(deps.db, campaign.id)]),
    ),
  ]);
  const active = listed.filter(({ isActive }) => isActive);
  const areas = await areasOf(deps, { lookUp, postalCode, districts, named: active });
  const named = active.filter((one) => isSeenFrom(one, areas));
  const found = await foundBy(deps, rules, { ...input, lookUp, named });
  const targets = mergeTargets(found).map((one) => decided(one, states));
  if (lookUp?.known === false && targets.length === 0) throw new AppError("NOT_FOUND", "representative.unknownPostalCode");
  const mayWrite = !campaign.ownConstituentsOnly || isConstituent({ rules, active, lookUp, areas, targets });
  const wanted: string[] = ownLevelsOf(rules);
  return {
    postalCode: postalCode ?? "",
    city: lookUp?.city ?? "",
    province: lookUp?.province ?? "",
    targets: mayWrite ? targets : [],
    levels: (lookUp?.levels ?? []).filter(({ level }) => wanted.includes(level)),
    sourcesDown,
    // While nobody can be asked, nobody is told that she is no constituent.
    notConstituent: !mayWrite && !sourcesDown,
    positions: countPositions({ states, found: mergeTargets(found).filter(({ kind }) => kind !== "REPRESENTATIVE") }),
  };
};

type Seen = ResolveInput & { lookUp: LookUp | null; named: CustomRecipient[] };

const foundBy = async (deps: Deps, rules: readonly TargetRule[], seen: Seen): Promise<FoundTarget[]> => {
  const { campaign, lookUp, named, locale } = seen;
  const ticked = !campaign.allowCustomRecipients || named.length === 1;
  const people = named.map((one) => ({ ...fromNamed(one, locale), ticked }));
  const found = await Promise.all(
    rules.map(async (rule): Promise<FoundTarget[]> => {
      if (rule.kind === "NAMED_PEOPLE") return people;
      if (rule.kind !== "MY_REPRESENTATIVES") return councilTargets(deps, rule, seen);
      return (lookUp?.representatives ?? [])
        .filter(({ level, electedOffice }) => rule.levels.includes(level) && isOfficeWanted(rule.offices, electedOffice))
        .map((one) => fromRepresentative(one, { locale, sure: lookUp?.splitLevels.includes(one.level) !== true }));
    }),
  );
  // Without a rule of their own, the people on the list are an offer beside the others.
  const offered = campaign.allowCustomRecipients && !rules.some(({ kind }) => kind === "NAMED_PEOPLE") ? people : [];
  return [...found.flat(), ...offered];
};

// People tied to an area are for its residents; the others are for everybody.
const isSeenFrom = (one: CustomRecipient, areas: ReadonlySet<string>): boolean => {
  const area = areaKeyOf(one);
  return area === null || areas.has(area);
};

type Standing = {
  rules: readonly TargetRule[];
  active: readonly CustomRecipient[];
  lookUp: LookUp | null;
  areas: ReadonlySet<string>;
  targets: readonly ResolvedTarget[];
};

/** Whether the place lies in a target's district. Where no target has a district (a minister alone), everybody does. */
const isConstituent = ({ rules, active, lookUp, areas, targets }: Standing): boolean => {
  const anyDistrict = rules.some(({ kind }) => kind !== "NAMED_PEOPLE") || active.some((one) => areaKeyOf(one) !== null);
  if (!anyDistrict) return true;
  const councils = new Set((lookUp?.representatives ?? []).map(({ setSlug }) => setSlug));
  return (
    targets.some(({ kind }) => kind === "REPRESENTATIVE") ||
    targets.some(({ districtKey }) => districtKey !== null && areas.has(districtKey)) ||
    rules.some((rule) => rule.kind === "WHOLE_COUNCIL" && councils.has(rule.setSlug)) ||
    (rules.some(({ kind }) => kind === "MY_COUNCIL") && targets.some(({ kind }) => kind === "COUNCIL"))
  );
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
