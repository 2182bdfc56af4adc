import { markOutside } from "@cml/db/influence";
import type { MarkOutsideInput } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { announceLetters } from "../campaign-emails/announce-letters";
import { actingOffice } from "./opened-office";

/** The office says that a letter's writer lives outside its district, or takes that back. It is told to organisers and counted. */
export const markOutsideLetter = async (deps: Deps, actor: Actor, input: MarkOutsideInput): Promise<void> => {
  const { office, campaign } = await actingOffice(deps, actor, input);
  const { letterId, isOutside } = input;
  const { campaignId, recipientKey, id: officeId } = office;
  const isTheirs = await markOutside(deps.db, { campaignId, recipientKey, officeId, letterId, isOutside, at: deps.clock.now() });
  if (!isTheirs) throw new AppError("NOT_FOUND", "letter.notFound");
  await announceLetters(deps, campaign.id);
};
