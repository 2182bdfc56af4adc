import { letterLimits, type PreparedLetters, type PrepareLettersInput } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { requireRoom } from "../../platform/require-room";
import { openCampaign } from "../targets/open-campaign";
import { resolveTargets } from "../targets/resolve-targets";
import { chosenTargets, type PlannedLetter, planLetters } from "./plan-letters";

/** The letters as they would leave, for reading and editing; nothing is written. */
export const prepareLetters = async (deps: Deps, actor: Actor, input: PrepareLettersInput): Promise<PreparedLetters> => {
  // A count of its own: who reads her letter uses none of her look-ups up.
  await requireRoom(deps, `letter:prepare:${actor.ipHash}`, letterLimits.prepare);
  const campaign = await openCampaign(deps, input.campaignSlug);
  const { postalCode, locale } = input;
  const resolved = await resolveTargets(deps, actor, { campaign, postalCode, districts: input.districts, locale });
  const chosen = chosenTargets(resolved, input.targetIds);
  const own = { subject: null, message: null };
  const letters = await planLetters(deps, campaign, { chosen, writer: input, own, city: resolved.city });
  const keyOf = ({ letterVersionId, locale: written }: PlannedLetter) => `${letterVersionId ?? ""} ${written}`;
  const texts = new Map(letters.map((letter) => [keyOf(letter), letter.text]));
  const order = [...texts.keys()];
  return {
    letters: letters.map((letter) => ({
      targetId: input.targetIds.find((id) => letter.target.ids.includes(id)) ?? letter.target.id,
      recipientName: letter.target.name,
      subject: letter.subject,
      message: letter.message,
      text: order.indexOf(keyOf(letter)),
    })),
    texts: [...texts.values()],
  };
};
