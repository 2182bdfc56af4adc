import {
  findLetter,
  findNotConstituent,
  type LetterPage,
  listLetterEvents,
  listLetterReports,
  listLetters as listRows,
} from "@cml/db/influence";
import { type LetterDetail, type ListLettersInput, ownerFilter, timelineOf } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { ownedCampaign } from "../campaigns/owned-campaign";

/** Letters of one campaign, or of all the actor may see, with exact numbers by status. */
export const listLetters = async (deps: Deps, actor: Actor, input: ListLettersInput): Promise<LetterPage> => {
  const { campaignId } = input;
  if (campaignId !== null) await ownedCampaign(deps.db, actor, campaignId);
  return listRows(deps.db, ownerFilter(actor), input);
};

export const getLetter = async (deps: Deps, actor: Actor, { id }: { id: string }): Promise<LetterDetail> => {
  const letter = await findLetter(deps.db, id);
  if (letter === null) throw new AppError("NOT_FOUND", "letter.notFound");
  await ownedCampaign(deps.db, actor, letter.campaignId);
  const [events, reports, notConstituentAt] = await Promise.all([
    listLetterEvents(deps.db, [id]),
    listLetterReports(deps.db, [id]),
    findNotConstituent(deps.db, id),
  ]);
  return { ...letter, timeline: timelineOf(letter, events, { report: reports.get(id) ?? null, notConstituentAt }) };
};
