import type { Db } from "@cml/db";
import { listResponseChanges, settleOfficeAnswer, type StoredChange } from "@cml/db/influence";
import { isUndoable, type ModeratedResponse, readBefore, type UndoneResponses, type UndoResponsesInput } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { skipIfUnfit } from "./decide-response";
import { moderate, type Step } from "./moderate";

/**
 * Takes changes back: the fields of each are as they were before it. Not where something later changed one of them, and not
 * what an office or a submitter did. Mails of a decision that have not left yet never do.
 */
export const undoResponses = async (deps: Deps, actor: Actor, { changes }: UndoResponsesInput): Promise<UndoneResponses> => {
  const undone: UndoneResponses = { responses: [], skipped: [] };
  for (const change of changes) {
    const one = undoOne(deps, actor, change);
    // Of one alone its person is told why not.
    const done = await (changes.length === 1 ? one : one.catch(skipIfUnfit));
    if (done === null) undone.skipped.push(change.id);
    else undone.responses.push(done.response);
  }
  return undone;
};

type ChangeRef = { id: string; changeId: string };

const undoOne = (deps: Deps, actor: Actor, { id, changeId }: ChangeRef): Promise<ModeratedResponse> =>
  moderate(deps, actor, {
    id,
    action: "response.undo",
    step: (db) => stepOf(db, { id, changeId }),
    // An office's answer that nobody let through any more is not mailed on.
    also: async (db, { response }) => {
      if (response.officeAnswerId !== null && response.status !== "APPROVED")
        await settleOfficeAnswer(db, response.officeAnswerId, response);
    },
  });

const stepOf = async (db: Db, { id, changeId }: ChangeRef): Promise<Step> => {
  const history = await listResponseChanges(db, id);
  const at = history.findIndex((one) => one.id === changeId);
  const change = history[at];
  if (change === undefined || !isUndoable(change.kind)) throw new AppError("NOT_FOUND", "response.changeUnknown");
  const undone = undoneIn(history);
  if (undone.has(changeId)) throw new AppError("CONFLICT", "response.undoneAlready");
  const changes = readBefore(change.before);
  const later = history.slice(at + 1).filter((one) => one.kind !== "UNDONE" && !undone.has(one.id));
  const touched = new Set(later.flatMap(({ before }) => Object.keys(before)));
  if (Object.keys(changes).some((field) => touched.has(field))) throw new AppError("CONFLICT", "response.changedMeanwhile");
  return { kind: "UNDONE", changes, undoes: changeId, note: null };
};

/** Ids of the changes of a history that were taken back. */
export const undoneIn = (history: readonly StoredChange[]): Set<string> =>
  new Set(history.flatMap(({ kind, before }) => (takesBack.has(kind) && typeof before["undoes"] === "string" ? [before["undoes"]] : [])));

const takesBack: ReadonlySet<StoredChange["kind"]> = new Set(["UNDONE", "UPVOTES_PUT_BACK"]);
