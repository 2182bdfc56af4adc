import type { Db } from "@cml/db";
import { insertAuditEntry } from "@cml/db/platform";
import type { Actor } from "@cml/domain/kernel";
import type { AuditAction, AuditFacts } from "@cml/domain/platform";
import type { Deps } from "../deps";

type Doing = { db: Db; actor: Actor };
type Done = { action: AuditAction; entity: string; entityId?: string | null; facts?: AuditFacts };

/** Writes down who did what, in the caller's transaction; facts hold ids, counts, states and field names, nothing personal. */
export const recordAudit = (
  deps: Pick<Deps, "clock">,
  { db, actor }: Doing,
  { action, entity, entityId = null, facts = {} }: Done,
): Promise<void> =>
  insertAuditEntry(db, {
    at: deps.clock.now(),
    actorKind: actor.kind,
    actorUserId: actor.kind === "user" ? actor.userId : null,
    action,
    entity,
    entityId,
    facts,
    requestId: actor.requestId,
  });
