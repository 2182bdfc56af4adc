import { listEmailTemplateNames } from "@cml/db/content";
import { cleanSending as cleanRows, listEmailLog as listRows } from "@cml/db/influence";
import type { CleanedSending, EmailLog, ListEmailLogInput } from "@cml/domain/influence";
import { type Actor, localized, type Page } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";
import { requireWholeHouse } from "./require-whole-house";

const dayMs = 24 * 3600 * 1000;

/** All mail of the house: letters, confirmations, tests and samples. */
export const listEmailLog = async (deps: Deps, actor: Actor, input: ListEmailLogInput): Promise<Page<EmailLog>> => {
  requireWholeHouse(actor);
  const page = await listRows(deps.db, input);
  const keys = new Set(page.items.flatMap(({ templateKey }) => templateKey ?? []));
  const named = new Map((await listEmailTemplateNames(deps.db, [...keys])).map((one) => [one.key, localized(one, "name", input.locale)]));
  return { ...page, items: page.items.map((item) => ({ ...item, templateName: named.get(item.templateKey ?? "") ?? null })) };
};

/** Removes old entries of the log and letters cancelled long ago. */
export const cleanSending = async (deps: Deps, actor: Actor, { olderThanDays }: { olderThanDays: number }): Promise<CleanedSending> => {
  requireWholeHouse(actor);
  const cleaned = await cleanRows(deps.db, new Date(deps.clock.now().getTime() - olderThanDays * dayMs));
  await recordAudit(deps.db, { actor, action: "sending.clean", entity: "EmailLog", facts: { ...cleaned, olderThanDays } });
  return cleaned;
};
