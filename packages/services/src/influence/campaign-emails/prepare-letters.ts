import { type Campaign, letterLimits, type PreparedLetters, type PrepareLettersInput } from "@cml/domain/influence";
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
  return drawLetters(deps, actor, { campaign: await openCampaign(deps, input.campaignSlug), asked: input });
};

type Drawing = { campaign: Campaign; asked: Omit<PrepareLettersInput, "campaignSlug"> };

/** One letter for each chosen person, and the different texts they are made from. */
export const drawLetters = async (deps: Deps, actor: Actor, { campaign, asked }: Drawing): Promise<PreparedLetters> => {
  const { postalCode, districts, locale, targetIds } = asked;
  const resolved = await resolveTargets(deps, actor, { campaign, postalCode, districts, locale });
  const chosen = chosenTargets(resolved, targetIds);
  const own = { subject: null, message: null };
  const letters = await planLetters(deps, campaign, { chosen, writer: asked, own, city: resolved.city });
  const keyOf = ({ letterVersionId, locale: written }: PlannedLetter) => `${letterVersionId ?? ""} ${written}`;
  const texts = new Map(letters.map((letter) => [keyOf(letter), letter.text]));
  const order = [...texts.keys()];
  return {
    letters: letters.map((letter) => ({
      targetId: targetIds.find((id) => letter.target.ids.includes(id)) ?? letter.target.id,
      recipientName: letter.target.name,
      subject: letter.subject,
      message: letter.message,
      text: order.indexOf(keyOf(letter)),
    })),
    texts: [...texts.values()],
  };
};
