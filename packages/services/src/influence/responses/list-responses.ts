import {
  findInboundOfResponse,
  findLetter,
  findResponseView,
  listNames,
  listResponseChanges,
  listResponses as listRows,
} from "@cml/db/influence";
import { type ListResponsesInput, ownerFilter, type ResponseFile, type ResponsePage } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import type { StoredFile } from "../../platform/storage";
import { ownedResponse } from "./owned-response";
import { undoneIn } from "./undo-responses";

/** The moderators' desk: all campaigns for their administrators, one's own for others. */
export const listResponses = (deps: Deps, actor: Actor, input: ListResponsesInput): Promise<ResponsePage> =>
  listRows(deps.db, ownerFilter(actor), input);

/** One response with its history, the letter it answers and the mail it came in. */
export const getResponseFile = async (deps: Deps, actor: Actor, { id }: { id: string }): Promise<ResponseFile> => {
  const { response: row } = await ownedResponse(deps.db, actor, id);
  const [response, changes, letter, mail] = await Promise.all([
    findResponseView(deps.db, id),
    listResponseChanges(deps.db, id),
    row.letterId === null ? null : findLetter(deps.db, row.letterId),
    row.inboundMessageId === null ? null : findInboundOfResponse(deps.db, row.inboundMessageId),
  ]);
  if (response === null) throw new AppError("NOT_FOUND", "response.notFound");
  const names = await listNames(
    deps.db,
    changes.flatMap(({ byUserId }) => byUserId ?? []),
  );
  const undone = undoneIn(changes);
  return {
    response,
    history: changes.map(({ byUserId, ...change }) => ({
      ...change,
      byName: byUserId === null ? null : (names.get(byUserId) ?? null),
      isUndone: undone.has(change.id),
    })),
    letter: letter === null ? null : { subject: letter.subject, message: letter.message, sentAt: letter.sentAt },
    mail,
  };
};

/** The picture without its boxes, for whoever may moderate the response. */
export const openResponseOriginal = async (deps: Deps, actor: Actor, { id }: { id: string }): Promise<StoredFile> => {
  const { response } = await ownedResponse(deps.db, actor, id);
  const file = response.screenshotKey === null ? null : await deps.storage.open(response.screenshotKey);
  if (file === null) throw new AppError("NOT_FOUND", "response.pictureGone");
  return file;
};
