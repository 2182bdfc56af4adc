import { listAuditEntries } from "@cml/db/platform";
import { hasPermission } from "@cml/domain/auth";
import { type Actor, AppError, type Page } from "@cml/domain/kernel";
import { auditDeeds, type AuditLine, type ListAuditInput } from "@cml/domain/platform";
import type { Deps } from "../deps";

/** Who exported, decided or changed what, newest first; what somebody looked for at the doors stands in it, so it is for those who run the house. */
export const listAudit = async (deps: Deps, actor: Actor, { search, kind, action, ...page }: ListAuditInput): Promise<Page<AuditLine>> => {
  if (actor.kind !== "user" || !hasPermission(actor, "settings.edit")) throw new AppError("FORBIDDEN", "auth.notAllowed");
  const actions = action === null ? kind && auditDeeds[kind] : [action];
  return listAuditEntries(deps.db, { search: search.trim(), actions }, page);
};
