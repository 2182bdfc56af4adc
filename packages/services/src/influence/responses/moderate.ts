import { afterCommit, type Db, transaction } from "@cml/db";
import { findResponseView, recordResponseChange, updateResponse } from "@cml/db/influence";
import {
  beforeOf,
  isShownResponse,
  type ModeratedResponse,
  type RepresentativeResponse,
  type ResponseChangeKind,
  type ResponseFields,
  shownOf,
} from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { AuditAction } from "@cml/domain/platform";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";
import { lockOwnedResponse, ownedResponse } from "./owned-response";
import { drawPicture, dropPictures } from "./response-picture";

export type Step = { kind: ResponseChangeKind; changes: ResponseFields; note?: string | null; undoes?: string };

type Moderation = {
  id: string;
  action: AuditAction;
  /** What to change; asked again once the row is held, so it must only look. */
  step: (db: Db, response: RepresentativeResponse) => Step | Promise<Step>;
  /** What else belongs to it, in the same transaction. */
  also?: (db: Db, changed: { response: RepresentativeResponse; changeId: string }) => Promise<void>;
};

/**
 * One change of a response by a person: row, history with what it was before, audit and the campaign's number in one
 * transaction. A picture whose boxes change is drawn anew before, and the old one goes after.
 */
export const moderate = async (deps: Deps, actor: Actor, { id, action, step, also }: Moderation): Promise<ModeratedResponse> => {
  const seen = await ownedResponse(deps.db, actor, id);
  const wanted = (await step(deps.db, seen.response)).changes.boxes?.picture;
  const { screenshotKey } = seen.response;
  const redraw = wanted !== undefined && screenshotKey !== null && !isSame(wanted, seen.response.boxes.picture);
  const drawn = redraw ? await drawPicture(deps, screenshotKey, wanted) : null;
  // From then on the new picture is the one that is shown, whatever else fails.
  const kept = { picture: false };
  try {
    const changeId = await transaction(deps.db, async (db) => {
      const { response, campaign } = await lockOwnedResponse(db, actor, id);
      const { kind, changes, note = null, undoes } = await step(db, response);
      // Somebody else drew boxes or removed the picture since we looked.
      const isStale = !isSame(response.boxes.picture, seen.response.boxes.picture) || response.screenshotKey !== screenshotKey;
      if (changes.boxes !== undefined && isStale) throw new AppError("CONFLICT", "response.changedMeanwhile");
      const at = deps.clock.now();
      const before = { ...beforeOf(response, changes), ...(undoes === undefined ? {} : { undoes }) };
      const pictures = drawn === null ? {} : { screenshotUrl: drawn.url, screenshotWidth: drawn.width, screenshotHeight: drawn.height };
      const changed = await updateResponse(db, id, {
        ...changes,
        ...shownOf({ ...response, ...changes }),
        ...pictures,
        updatedAt: at,
      });
      const byUserId = actor.kind === "user" ? actor.userId : null;
      const changeId = await recordResponseChange(db, { responseId: id, kind, at, byUserId, before, note });
      await recordAudit(db, { actor, action, entity: "RepresentativeResponse", entityId: id, facts: { fields: Object.keys(changes) } });
      await also?.(db, { response: changed, changeId });
      if (drawn !== null)
        await afterCommit(db, () => {
          kept.picture = true;
          return dropPictures(deps, [response.screenshotUrl]);
        });
      if (isShownResponse(response) || isShownResponse(changed))
        await afterCommit(db, () => deps.events.publish({ type: "campaign.changed", campaignId: campaign.id, slug: campaign.slug }));
      return changeId;
    });
    const response = await findResponseView(deps.db, id);
    if (response === null) throw new AppError("NOT_FOUND", "response.notFound");
    return { response, changeId };
  } catch (error) {
    if (!kept.picture) await dropPictures(deps, [drawn?.url ?? null]);
    throw error;
  }
};

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
