import { countLettersByStatus, findLetter, listLetterEvents, listLetterReports, listLetters as listRows } from "@cml/db/influence";
import {
  type CampaignEmailStatus,
  type LetterDetail,
  type LetterSummary,
  type ListLettersInput,
  ownerFilter,
  timelineOf,
} from "@cml/domain/influence";
import { type Actor, AppError, type Page } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { ownedCampaign } from "../campaigns/owned-campaign";

export type LetterPage = Page<LetterSummary> & { byStatus: Partial<Record<CampaignEmailStatus, number>> };

/** Letters of one campaign, or of all the actor may see, with exact numbers by status. */
export const listLetters = async (deps: Deps, actor: Actor, input: ListLettersInput): Promise<LetterPage> => {
  const { campaignId } = input;
  if (campaignId !== null) await ownedCampaign(deps.db, actor, campaignId);
  const ownerId = ownerFilter(actor);
  const [page, byStatus] = await Promise.all([listRows(deps.db, ownerId, input), countLettersByStatus(deps.db, { campaignId, ownerId })]);
  return { ...page, byStatus };
};

export const getLetter = async (deps: Deps, actor: Actor, { id }: { id: string }): Promise<LetterDetail> => {
  const letter = await findLetter(deps.db, id);
  if (letter === null) throw new AppError("NOT_FOUND", "letter.notFound");
  await ownedCampaign(deps.db, actor, letter.campaignId);
  const [events, reports] = await Promise.all([listLetterEvents(deps.db, [id]), listLetterReports(deps.db, [id])]);
  return { ...letter, timeline: timelineOf(letter, events, reports.get(id)) };
};
