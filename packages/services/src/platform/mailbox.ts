import { type Actor, AppError } from "@cml/domain/kernel";
import { type MailboxEntry, type MailboxFolder, type MailboxMessage, openMailboxFolder } from "@cml/integrations/email";
import path from "node:path";
import type { Deps } from "../deps";

export type { MailboxEntry, MailboxMessage };

const folders = new WeakMap<Deps["config"], MailboxFolder>();

/** The embedded mailbox holds links that open accounts, so only a SUPER_ADMIN may look in. */
const folderFor = (deps: Deps, actor: Actor): MailboxFolder => {
  if (actor.kind !== "user") throw new AppError("UNAUTHENTICATED", "auth.signInFirst");
  if (actor.role !== "SUPER_ADMIN") throw new AppError("FORBIDDEN", "auth.notAllowed");
  const known = folders.get(deps.config);
  if (known !== undefined) return known;
  const folder = openMailboxFolder(path.join(deps.config.dataDir, "mailbox"));
  folders.set(deps.config, folder);
  return folder;
};

export type MailboxQuery = { search: string; page: number; pageSize: number };

export const listMailbox = async (deps: Deps, actor: Actor, query: MailboxQuery): Promise<{ items: MailboxEntry[]; total: number }> =>
  folderFor(deps, actor).list(query);

export const readMailboxMail = async (deps: Deps, actor: Actor, { id }: { id: string }): Promise<MailboxMessage> => {
  const mail = await folderFor(deps, actor).read(id);
  if (mail === null) throw new AppError("NOT_FOUND", "mail.notFound");
  return mail;
};

export const clearMailbox = async (deps: Deps, actor: Actor): Promise<void> => folderFor(deps, actor).clear();
