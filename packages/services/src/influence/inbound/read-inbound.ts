import { countUnsorted, findInboundMessage, listInboundMessages, searchLettersForInbound, type StoredInbound } from "@cml/db/influence";
import {
  type InboundLetterChoice,
  type InboundMessageView,
  type InboundPage,
  type ListInboundInput,
  ownerFilter,
} from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import { parseMail } from "@cml/integrations/inbound";
import type { Deps } from "../../deps";
import type { StoredFile } from "../../platform/storage";

/** Mails that came in, newest first: all for administrators of campaigns, those to one's own letters for others. */
export const listInbound = async (deps: Deps, actor: Actor, input: ListInboundInput): Promise<InboundPage> => {
  const ownerId = ownerFilter(actor);
  const [page, unsorted] = await Promise.all([
    listInboundMessages(deps.db, ownerId, input),
    ownerId === null ? countUnsorted(deps.db) : Promise.resolve(0),
  ]);
  return { ...page, unsorted };
};

/** The mail, or NOT_FOUND: one to another person's letters looks the same as none. */
export const visibleInbound = async (deps: Deps, actor: Actor, id: string): Promise<StoredInbound> => {
  const found = await findInboundMessage(deps.db, id);
  const ownerId = ownerFilter(actor);
  if (found === null || (ownerId !== null && found.ownerId !== ownerId)) throw new AppError("NOT_FOUND", "inbound.notFound");
  return found;
};

/** One mail with its readable text and the names of what was attached. */
export const getInbound = async (deps: Deps, actor: Actor, { id }: { id: string }): Promise<InboundMessageView> => {
  const { item, text, rawKey } = await visibleInbound(deps, actor, id);
  const file = rawKey === null ? null : await deps.storage.open(rawKey);
  const attachments = file === null ? [] : (await parseMail(Buffer.concat(await file.stream.toArray()), null)).attachments;
  return { ...item, text, attachments: [...attachments] };
};

/** The mail as it came, for whoever may see it; NOT_FOUND once it is no longer kept. */
export const openInboundOriginal = async (deps: Deps, actor: Actor, { id }: { id: string }): Promise<StoredFile> => {
  const { rawKey } = await visibleInbound(deps, actor, id);
  const file = rawKey === null ? null : await deps.storage.open(rawKey);
  if (file === null) throw new AppError("NOT_FOUND", "inbound.originalGone");
  return file;
};

const choicesAtMost = 20;

/** Letters a mail may belong to, for choosing by hand; only of campaigns the actor may see. */
export const findInboundLetters = (deps: Deps, actor: Actor, { search }: { search: string }): Promise<InboundLetterChoice[]> =>
  searchLettersForInbound(deps.db, { ownerId: ownerFilter(actor), search, atMost: choicesAtMost });
