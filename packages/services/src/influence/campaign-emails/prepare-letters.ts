import { lookUpLimit, type PreparedLetters, type PrepareLettersInput } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { requireRoom } from "../../platform/require-room";
import { openCampaign } from "../representatives/find-campaign-targets";
import { lookUpForCampaign } from "../representatives/look-up-for-campaign";
import { chosenTargets, planLetters } from "./plan-letters";

/** The letters as they would leave, for reading and editing; nothing is written. */
export const prepareLetters = async (deps: Deps, actor: Actor, input: PrepareLettersInput): Promise<PreparedLetters> => {
  await requireRoom(deps, `look-up:ip:${actor.ipHash}`, lookUpLimit);
  const campaign = await openCampaign(deps, input.campaignSlug);
  const lookUp = await lookUpForCampaign(deps, actor, { campaign, postalCode: input.postalCode });
  const chosen = chosenTargets(campaign, lookUp, input.representativeIds);
  const letters = planLetters(campaign, lookUp, { chosen, writer: input, own: { subject: null, message: null } });
  return {
    letters: letters.map(({ representative, subject, message }) => ({
      representativeId: representative.id,
      recipientName: representative.name,
      subject,
      message,
    })),
  };
};
