import type { Db } from "@cml/db";
import { insertAuditEntry } from "@cml/db/platform";
import type { Actor } from "@cml/domain/kernel";
import type { AuditAction, AuditFacts } from "@cml/domain/platform";

export type AuditRecord = {
  actor: Actor;
  action: AuditAction;
  /** Model name. */
  entity: string;
  entityId?: string | null;
  facts?: AuditFacts;
};

/** Writes who did what, in the transaction of what was done, so that neither stands without the other. */
export const recordAudit = (db: Db, { actor, action, entity, entityId = null, facts = {} }: AuditRecord): Promise<void> =>
  insertAuditEntry(db, {
    actorKind: actor.kind,
    actorUserId: actor.kind === "user" ? actor.userId : null,
    action,
    entity,
    entityId,
    facts,
    requestId: actor.requestId,
  });
