import type { Db } from "@cml/db";
import type { Actor } from "@cml/domain/kernel";
import type { AuditAction, AuditFacts } from "@cml/domain/platform";
import type { Deps } from "../deps";
import { recordAudit } from "../platform/record-audit";

/** Writes down what concerns the safety of an account; `userId` is the account, null when there is none. */
export const recordSecurityEvent = (
  deps: Pick<Deps, "clock">,
  doing: { db: Db; actor: Actor },
  { action, userId, facts }: { action: AuditAction; userId: string | null; facts?: AuditFacts },
): Promise<void> => recordAudit(deps, doing, { action, entity: "User", entityId: userId, facts });
