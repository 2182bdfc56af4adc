import { findCachedPeople, listCustomRecipients, listTargetStates, listWrittenTo } from "@cml/db/influence";
import {
  type Campaign,
  type CampaignTarget,
  type CustomRecipient,
  type KnownTarget,
  levelsOfRules,
  type ListTargetsInput,
  recipientKeyOf,
  type Representative,
  rulesOf,
  type TargetList,
  targetsShownAtMost,
} from "@cml/domain/influence";
import { type Actor, sameLetters } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { ownedCampaign } from "../campaigns/owned-campaign";
import { listCouncil } from "../representatives/list-council";
import { countPositions, twinKeyOf } from "./count-positions";

const writtenToAtMost = 2_000;

/**
 * Everybody known to a campaign: its own list, its councils, people written to and those staff wrote something down about;
 * when searched for, people of cached look-ups too, so that a position may be noted before the first letter.
 */
export const listTargets = async (deps: Deps, actor: Actor, { campaignId, search }: ListTargetsInput): Promise<TargetList> => {
  const campaign = await ownedCampaign(deps.db, actor, campaignId);
  const known = await knownTargets(deps, campaign, search);
  const words = sameLetters(search);
  const fitting = known.filter(({ name, districtName, title }) => sameLetters(`${name} ${districtName} ${title ?? ""}`).includes(words));
  const positions = countPositions({
    states: known,
    found: known.filter(({ from }) => from === "NAMED" || from === "COUNCIL").map((one) => ({ ...one, isVacant: false })),
  });
  return { targets: fitting.slice(0, targetsShownAtMost), positions, more: fitting.length > targetsShownAtMost };
};

type Bare = Omit<KnownTarget, "position" | "positionSource" | "positionAt" | "handling" | "waiting" | "held" | "sent">;

/** The same without filters, for services of this area; `search` adds cached people whose name contains it. */
export const knownTargets = async (deps: Deps, campaign: Campaign, search: string): Promise<KnownTarget[]> => {
  const rules = rulesOf(campaign);
  const councils = rules.filter((rule) => rule.kind === "WHOLE_COUNCIL");
  const [named, states, written, cached, ...members] = await Promise.all([
    listCustomRecipients(deps.db, campaign.id),
    listTargetStates(deps.db, campaign.id),
    listWrittenTo(deps.db, campaign.id, writtenToAtMost),
    search.trim() === "" ? [] : findCachedPeople(deps.db, { search: search.trim(), levels: levelsOfRules(rules), atMost: 50 }),
    ...councils.map(({ setSlug }) => listCouncil(deps, setSlug)),
  ]);
  const all: Bare[] = [
    ...named.map(fromList),
    ...members.flatMap((council, index) =>
      council.filter(({ isVacant }) => !isVacant).map((one) => fromCouncil(one, councils[index]?.setName ?? "")),
    ),
    ...written.map(({ recipientKey, name, title, level, partyName, email }): Bare => ({
      ...nothing,
      from: "LETTERS",
      recipientKey,
      name,
      title,
      level,
      partyName,
      email,
    })),
    ...states.map(({ recipientKey, name, title, level, partyName, email }): Bare => ({
      ...nothing,
      from: "STAFF",
      recipientKey,
      name,
      title,
      level,
      partyName,
      email,
    })),
    ...cached.map((one): Bare => ({ ...nothing, ...one, from: "CACHE", recipientKey: recipientKeyOf(one) })),
  ];
  const once = new Map<string, Bare>();
  const listed = new Set(named.map(({ recipientName, recipientEmail }) => twinKeyOf(recipientName, recipientEmail)));
  for (const one of all) {
    // Somebody of a council who is on the list too is known by the list's key, as where letters are written.
    const twin =
      one.from !== "NAMED" &&
      listed.has(twinKeyOf(one.name, one.email)) &&
      !named.some((known) => fromList(known).recipientKey === one.recipientKey);
    if (!twin && !once.has(one.recipientKey)) once.set(one.recipientKey, one);
  }
  const stateOf = new Map(states.map((state) => [state.recipientKey, state]));
  const countOf = new Map(written.map((count) => [count.recipientKey, count]));
  return [...once.values()].map((one) => ({
    ...one,
    ...decisions(stateOf.get(one.recipientKey)),
    ...counts(countOf.get(one.recipientKey)),
  }));
};

const nothing = { group: null, districtName: "", partyName: null, email: null };

const fromList = (one: CustomRecipient): Bare => ({
  ...nothing,
  from: "NAMED",
  recipientKey: recipientKeyOf({ level: one.level, name: one.recipientName, districtName: "" }),
  name: one.recipientName,
  title: one.recipientTitle,
  level: one.level,
  partyName: one.partyName,
  email: one.recipientEmail,
});

const fromCouncil = (one: Representative, group: string): Bare => ({
  from: "COUNCIL",
  recipientKey: recipientKeyOf(one),
  name: one.name,
  title: one.electedOffice,
  level: one.level,
  districtName: one.districtName,
  partyName: one.partyName,
  email: one.email,
  group,
});

const decisions = (state: CampaignTarget | undefined) => ({
  position: state?.position ?? ("UNKNOWN" as const),
  positionSource: state?.positionSource ?? null,
  positionAt: state?.positionAt ?? null,
  handling: state?.handling ?? ("WRITE" as const),
});

const counts = (written: { waiting: number; held: number; sent: number } | undefined) => ({
  waiting: written?.waiting ?? 0,
  held: written?.held ?? 0,
  sent: written?.sent ?? 0,
});
