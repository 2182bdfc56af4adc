import { afterCommit, transaction } from "@cml/db";
import {
  countShown,
  deleteResponse,
  findRemovedResponse,
  findResponseView,
  insertRemovedResponse,
  recordResponseChange,
} from "@cml/db/influence";
import { isShownResponse, removedKeptDays, type ResponseView } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";
import { ownedCampaign } from "../campaigns/owned-campaign";
import { lockOwnedResponse } from "./owned-response";
import { drawPicture, dropPictures } from "./response-picture";

const entity = "RepresentativeResponse";

/** Takes a response away with its votes and its history; for thirty days it can be brought back. */
export const removeResponse = async (deps: Deps, actor: Actor, { id }: { id: string }): Promise<void> =>
  transaction(deps.db, async (db) => {
    const { response, campaign } = await lockOwnedResponse(db, actor, id);
    const now = deps.clock.now();
    const userId = actor.kind === "user" ? actor.userId : null;
    await recordResponseChange(db, { responseId: id, kind: "REMOVED", at: now, byUserId: userId });
    const expiresAt = new Date(now.getTime() + removedKeptDays * 86_400_000);
    await deleteResponse(db, { id, trashId: deps.newId(), label: response.representativeName, userId, now, expiresAt });
    if (isShownResponse(response)) await countShown(db, campaign.id, -1);
    await recordAudit(db, { actor, action: "response.remove", entity, entityId: id, facts: { campaignId: campaign.id } });
    await afterCommit(db, async () => {
      await dropPictures(deps, [response.screenshotUrl]);
      await deps.events.publish({ type: "campaign.changed", campaignId: campaign.id, slug: campaign.slug });
    });
  });

/** Brings a removed response back as it was, under the same address. */
export const restoreResponse = async (deps: Deps, actor: Actor, { id }: { id: string }): Promise<ResponseView> => {
  const removed = await findRemovedResponse(deps.db, id, deps.clock.now());
  if (removed === null) throw new AppError("NOT_FOUND", "response.notFound");
  const campaign = await ownedCampaign(deps.db, actor, removed.response.campaignId).catch((cause: unknown) => {
    throw new AppError("NOT_FOUND", "response.notFound", {}, { cause });
  });
  const { screenshotKey, boxes } = removed.response;
  const drawn = screenshotKey === null ? null : await drawPicture(deps, screenshotKey, boxes.picture);
  try {
    await transaction(deps.db, async (db) => {
      const now = deps.clock.now();
      if (!(await insertRemovedResponse(db, { removed, screenshotUrl: drawn?.url ?? null, now })))
        throw new AppError("CONFLICT", "response.changedMeanwhile");
      if (isShownResponse(removed.response)) await countShown(db, campaign.id, 1);
      const byUserId = actor.kind === "user" ? actor.userId : null;
      await recordResponseChange(db, { responseId: id, kind: "UNDONE", at: now, byUserId, before: { undoes: removed.removalId } });
      await recordAudit(db, { actor, action: "response.restore", entity, entityId: id, facts: { campaignId: campaign.id } });
    });
  } catch (error) {
    await dropPictures(deps, [drawn?.url ?? null]);
    throw error;
  }
  await deps.events.publish({ type: "campaign.changed", campaignId: campaign.id, slug: campaign.slug });
  const view = await findResponseView(deps.db, id);
  if (view === null) throw new AppError("NOT_FOUND", "response.notFound");
  return view;
};
