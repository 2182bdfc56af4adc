import { afterCommit, type Db, transaction } from "@cml/db";
import { putBackUpvotes as putBackRows, recordResponseChange, takeOffUpvotes as takeOffRows } from "@cml/db/influence";
import type { MovedUpvotes, PutBackUpvotesInput, ResponseChangeKind, TakeOffUpvotesInput } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";
import { ownedResponse } from "./owned-response";

/**
 * Takes upvotes of one response off its number: all that came from the address of one of them. They stay where they are, so
 * that who gave them adds none by pressing again or by taking hers back first, and can be put back.
 */
export const takeOffUpvotes = (deps: Deps, actor: Actor, { responseId, upvoteId }: TakeOffUpvotesInput): Promise<MovedUpvotes> =>
  move(deps, actor, {
    responseId,
    kind: "UPVOTES_TAKEN_OFF",
    work: (db, changeId) => takeOffRows(db, { responseId, upvoteId, changeId }),
    beforeOf: (moved) => ({ upvotes: moved }),
  });

/** Lets them count again. */
export const putBackUpvotes = (deps: Deps, actor: Actor, { responseId, changeId }: PutBackUpvotesInput): Promise<MovedUpvotes> =>
  move(deps, actor, {
    responseId,
    kind: "UPVOTES_PUT_BACK",
    work: (db) => putBackRows(db, { responseId, changeId }),
    beforeOf: (moved) => ({ upvotes: moved, undoes: changeId }),
  });

type Move = {
  responseId: string;
  kind: Extract<ResponseChangeKind, "UPVOTES_TAKEN_OFF" | "UPVOTES_PUT_BACK">;
  work: (db: Db, changeId: string) => Promise<{ moved: number; upvotes: number }>;
  beforeOf: (moved: number) => { upvotes: number; undoes?: string };
};

const move = async (deps: Deps, actor: Actor, { responseId, kind, work, beforeOf }: Move): Promise<MovedUpvotes> => {
  const { campaign } = await ownedResponse(deps.db, actor, responseId);
  const id = deps.newId();
  return transaction(deps.db, async (db) => {
    // Votes before their response, as who takes her own back locks them.
    const { moved, upvotes } = await work(db, id);
    if (moved === 0) throw new AppError("CONFLICT", "response.changedMeanwhile");
    const byUserId = actor.kind === "user" ? actor.userId : null;
    await recordResponseChange(db, { id, responseId, kind, at: deps.clock.now(), byUserId, before: beforeOf(moved) });
    const action = kind === "UPVOTES_TAKEN_OFF" ? "response.take-off-upvotes" : "response.put-back-upvotes";
    await recordAudit(db, { actor, action, entity: "RepresentativeResponse", entityId: responseId, facts: { upvotes: moved } });
    await afterCommit(db, () => deps.events.publish({ type: "campaign.changed", campaignId: campaign.id, slug: campaign.slug }));
    return { changeId: id, moved, upvotes };
  });
};
