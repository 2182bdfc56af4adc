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
  const resolved = await resolveTargets(deps, actor, { campaign, postalCode, districts: input.districts, locale });
  const chosen = chosenTargets(resolved, input.targetIds);
  const own = { subject: null, message: null };
  const letters = await planLetters(deps, campaign, { chosen, writer: input, own, city: resolved.city });
  return {
    letters: letters.map(({ target, subject, message }) => ({
      targetId: target.id,
      recipientName: target.name,
      subject,
      message,
    })),
  };
};
