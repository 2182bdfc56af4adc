import { callLimits, type CallSheet, type PreviewCallSheetInput } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { requireRoom } from "../../platform/require-room";
import { asShown, previewedCampaign, sampleAt } from "../targets/previewed-campaign";
import { resolveTargets } from "../targets/resolve-targets";
import { isCallable } from "./call-place";
import { drawCallSheet } from "./call-sheet";

/** Whom a sample supporter would call, and with which words. Results are not recorded: nobody called. */
export const previewCallSheet = async (deps: Deps, actor: Actor, input: PreviewCallSheetInput): Promise<CallSheet> => {
  const { postalCode, districts, locale, shown } = input;
  await requireRoom(deps, `calls:ip:${actor.ipHash}`, callLimits.sheet);
  const stored = await previewedCampaign(deps, actor, input);
  if (postalCode !== null) sampleAt(postalCode);
  const campaign = asShown(stored, shown, locale);
  const { targets, city } = await resolveTargets(deps, actor, { campaign, postalCode, districts, locale });
  return drawCallSheet(deps, { campaign, city, targets: targets.filter(isCallable) }, input);
};
