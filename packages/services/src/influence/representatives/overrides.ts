import { afterCommit, type Db, transaction } from "@cml/db";
import { deleteOverride, insertOverride, listOverrides as listStored, updateOverride } from "@cml/db/influence";
import type { AddOverrideInput, EditOverrideInput, RepresentativeOverride } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";

const entity = "RepresentativeOverride";
const tell = (deps: Deps, db: Db) => afterCommit(db, () => deps.events.publish({ type: "representatives.changed" }));

export const listOverrides = (deps: Deps, _actor: Actor): Promise<RepresentativeOverride[]> => listStored(deps.db);

/** Staff's word for one code or one district; it wins over every source from now on. */
export const addOverride = (deps: Deps, actor: Actor, input: AddOverrideInput): Promise<RepresentativeOverride> =>
  transaction(deps.db, async (db) => {
    const createdByUserId = actor.kind === "user" ? actor.userId : null;
    const override = await insertOverride(db, { ...input, id: deps.newId(), createdByUserId, now: deps.clock.now() });
    await recordAudit(db, { actor, action: "representativeOverride.add", entity, entityId: override.id });
    await tell(deps, db);
    return override;
  });

/** Throws NOT_FOUND. */
export const editOverride = (deps: Deps, actor: Actor, input: EditOverrideInput): Promise<RepresentativeOverride> =>
  transaction(deps.db, async (db) => {
    const override = await updateOverride(db, { ...input, now: deps.clock.now() });
    if (override === null) throw new AppError("NOT_FOUND", "representative.overrideNotFound");
    await recordAudit(db, { actor, action: "representativeOverride.edit", entity, entityId: override.id });
    await tell(deps, db);
    return override;
  });

/** Throws NOT_FOUND. */
export const removeOverride = (deps: Deps, actor: Actor, id: string): Promise<{ removed: true }> =>
  transaction(deps.db, async (db) => {
    if (!(await deleteOverride(db, id))) throw new AppError("NOT_FOUND", "representative.overrideNotFound");
    await recordAudit(db, { actor, action: "representativeOverride.remove", entity, entityId: id });
    await tell(deps, db);
    return { removed: true };
  });
