import { letterLimits, type PreparedLetters, type PreviewLettersInput } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { requireRoom } from "../../platform/require-room";
import { asShown, previewedCampaign, sampleAt } from "../targets/previewed-campaign";
import { drawLetters } from "./prepare-letters";

/** The letters of a sample supporter as they would leave, versions for a position, party or language among them. */
export const previewLetters = async (deps: Deps, actor: Actor, input: PreviewLettersInput): Promise<PreparedLetters> => {
  const { shown, ...asked } = input;
  await requireRoom(deps, `letter:prepare:${actor.ipHash}`, letterLimits.prepare);
  const campaign = await previewedCampaign(deps, actor, asked);
  if (asked.postalCode !== null) sampleAt(asked.postalCode);
  return drawLetters(deps, actor, { campaign: asShown(campaign, shown, asked.locale), asked });
};
