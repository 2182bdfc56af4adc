import { afterCommit, transaction } from "@cml/db";
import { findTargetState, holdForTarget, listLetterVersions, releaseForTarget, saveTargetState } from "@cml/db/influence";
import type { Campaign, CampaignTarget, SetHandlingInput, SetPositionInput } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";
import { lockOwnedCampaign } from "../campaigns/owned-campaign";
import { announceLetters, noteLetters } from "./letters-of-target";
import { knownTargets } from "./list-targets";

/** Writes down where a target stands and how that is known. */
export const setPosition = (deps: Deps, actor: Actor, { source, at, position, ...whom }: SetPositionInput): Promise<void> =>
  transaction(deps.db, async (db) => {
    const campaign = await lockOwnedCampaign(db, actor, whom.campaignId);
    const state = await stateOf({ ...deps, db }, campaign, whom);
    const known =
      position === "UNKNOWN" ? { positionSource: null, positionAt: null } : { positionSource: source, positionAt: at ?? deps.clock.now() };
    await saveTargetState(db, { ...state, position, ...known });
    await afterCommit(db, () => deps.events.publish({ type: "campaign.changed", campaignId: campaign.id, slug: campaign.slug }));
  });

/**
 * What letters to one target do from now on. Waiting letters keep their words, which their writers confirmed: skipping holds
 * all of them, thanking those that still ask; writing again lets them leave.
 */
export const setHandling = (deps: Deps, actor: Actor, { handling, ...whom }: SetHandlingInput): Promise<void> =>
  transaction(deps.db, async (db) => {
    const campaign = await lockOwnedCampaign(db, actor, whom.campaignId);
    const state = await stateOf({ ...deps, db }, campaign, whom);
    if (handling === "THANK" && !(await listLetterVersions(db, campaign.id)).some((version) => version.handling === "THANK"))
      throw new AppError("CONFLICT", "target.thankNeedsVersion");
    await saveTargetState(db, { ...state, handling });
    const { recipientKey } = whom;
    // Let go first, so that a change from skipping to thanking keeps only what still asks.
    const released = await releaseForTarget(db, campaign.id, recipientKey);
    const held = handling === "WRITE" ? [] : await holdForTarget(db, campaign.id, { recipientKey, thanked: handling === "THANK" });
    const stay = new Set(held);
    await noteLetters(deps, actor, { db, kind: "HELD", ids: held.filter((id) => !released.includes(id)), words: "TARGET_SKIPPED" });
    await noteLetters(deps, actor, { db, kind: "RELEASED", ids: released.filter((id) => !stay.has(id)), words: null });
    await recordAudit(db, {
      actor,
      action: "target.handle",
      entity: "Campaign",
      entityId: campaign.id,
      facts: { handling, held: held.length },
    });
    await announceLetters(deps, db, campaign);
  });

const stateOf = async (
  deps: Deps,
  campaign: Campaign,
  { recipientKey, name }: { recipientKey: string; name: string },
): Promise<CampaignTarget> => {
  const kept = await findTargetState(deps.db, campaign.id, recipientKey);
  if (kept !== null) return kept;
  const known = (await knownTargets(deps, campaign, name)).find((one) => one.recipientKey === recipientKey);
  if (known === undefined) throw new AppError("NOT_FOUND", "target.notFound");
  const { title, level, partyName, email, position, positionSource, positionAt, handling } = known;
  return {
    id: deps.newId(),
    campaignId: campaign.id,
    recipientKey,
    name: known.name,
    title,
    level,
    partyName,
    email,
    position,
    positionSource,
    positionAt,
    handling,
  };
};
