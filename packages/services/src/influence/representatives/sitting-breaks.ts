import { afterCommit, type Db, transaction } from "@cml/db";
import { endSittingBreak as endStored, insertSittingBreak, listSittingBreaks as listStored } from "@cml/db/influence";
import type { AddSittingBreakInput, SittingBreak } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";

const entity = "SittingBreak";
const tell = (deps: Deps, db: Db) => afterCommit(db, () => deps.events.publish({ type: "representatives.changed" }));

/** Breaks in force and to come. */
export const listSittingBreaks = (deps: Deps, _actor: Actor): Promise<SittingBreak[]> => listStored(deps.db, deps.clock.now());

/** From then on letters to this level wait, and pages say that nobody sits. */
export const addSittingBreak = (deps: Deps, actor: Actor, input: AddSittingBreakInput): Promise<SittingBreak> =>
  transaction(deps.db, async (db) => {
    const createdByUserId = actor.kind === "user" ? actor.userId : null;
    const added = await insertSittingBreak(db, { ...input, id: deps.newId(), createdByUserId, now: deps.clock.now() });
    await recordAudit(db, { actor, action: "sittingBreak.add", entity, entityId: added.id });
    await tell(deps, db);
    return added;
  });

/** Members sit again: letters that waited go on their way. Throws NOT_FOUND. */
export const endSittingBreak = (deps: Deps, actor: Actor, id: string): Promise<{ ended: true }> =>
  transaction(deps.db, async (db) => {
    if (!(await endStored(db, id, deps.clock.now()))) throw new AppError("NOT_FOUND", "representative.breakNotFound");
    await recordAudit(db, { actor, action: "sittingBreak.end", entity, entityId: id });
    await tell(deps, db);
    return { ended: true };
  });
