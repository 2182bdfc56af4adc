import { findCampaignByAnySlug, listCustomRecipients, listTargetStates } from "@cml/db/influence";
import { type PositionCounts, recipientKeyOf, rulesOf, type VoteCountInput } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { listCouncil } from "../representatives/list-council";
import { countPositions, twinKeyOf } from "./count-positions";

/** The count of votes on a campaign's page, as far as staff know it; null while they wrote no position down. */
export const getVoteCount = async (deps: Deps, _actor: Actor, { campaignSlug }: VoteCountInput): Promise<PositionCounts | null> => {
  const campaign = await findCampaignByAnySlug(deps.db, campaignSlug);
  if (campaign === null || campaign.status === "DRAFT") throw new AppError("NOT_FOUND", "campaign.notFound");
  const states = await listTargetStates(deps.db, campaign.id);
  if (states.every(({ position }) => position === "UNKNOWN")) return null;
  const [named, ...councils] = await Promise.all([
    listCustomRecipients(deps.db, campaign.id),
    ...rulesOf(campaign).map((rule) => (rule.kind === "WHOLE_COUNCIL" ? listCouncil(deps, rule.setSlug) : [])),
  ]);
  const active = named.filter(({ isActive }) => isActive);
  const listed = new Set(active.map(({ recipientName, recipientEmail }) => twinKeyOf(recipientName, recipientEmail)));
  const people = active.map(({ level, recipientName }) => ({
    recipientKey: recipientKeyOf({ level, name: recipientName, districtName: "" }),
    isVacant: false,
  }));
  const members = councils
    .flat()
    .filter(({ name, email }) => !listed.has(twinKeyOf(name, email)))
    .map((one) => ({ recipientKey: recipientKeyOf(one), isVacant: one.isVacant }));
  return countPositions({ states, found: [...people, ...members] });
};
