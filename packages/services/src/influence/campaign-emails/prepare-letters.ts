import { lookUpLimit, type PreparedLetters, type PrepareLettersInput } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { requireRoom } from "../../platform/require-room";
import { openCampaign } from "../targets/open-campaign";
import { resolveTargets } from "../targets/resolve-targets";
import { chosenTargets, planLetters } from "./plan-letters";

/** The letters as they would leave, for reading and editing; nothing is written. */
export const prepareLetters = async (deps: Deps, actor: Actor, input: PrepareLettersInput): Promise<PreparedLetters> => {
  await requireRoom(deps, `look-up:ip:${actor.ipHash}`, lookUpLimit);
  const campaign = await openCampaign(deps, input.campaignSlug);
  const { postalCode, locale } = input;
  const resolved = await resolveTargets(deps, actor, { campaign, postalCode, districts: [], locale });
  const chosen = chosenTargets(resolved, input.representativeIds);
  const letters = planLetters(campaign, resolved, { chosen, writer: input, own: { subject: null, message: null } });
  return {
    letters: letters.map(({ target, subject, message }) => ({
      representativeId: target.id,
      recipientName: target.name,
      subject,
      message,
    })),
  };
};
