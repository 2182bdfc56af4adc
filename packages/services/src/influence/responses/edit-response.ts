import { findLetter } from "@cml/db/influence";
import {
  type BoxResponseInput,
  dayIn,
  daysBetween,
  type EditResponseInput,
  type ModeratedResponse,
  moveBoxes,
  type RepresentativeResponse,
  type ResponseFields,
  type SetProofSeenInput,
} from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Db } from "@cml/db";
import type { Deps } from "../../deps";
import { readSettings } from "../../settings/site-settings/settings-cache";
import { moderate, type Step } from "./moderate";

/** Changes words, type, name or day of a response; what was there stays in its history, and its boxes move with the words. */
export const editResponse = (deps: Deps, actor: Actor, { id, note, ...wanted }: EditResponseInput): Promise<ModeratedResponse> =>
  moderate(deps, actor, {
    id,
    action: "response.edit",
    step: async (db, response): Promise<Step> => {
      const changes = await changesOf(deps, db, { response, wanted });
      if (Object.keys(changes).length === 0) throw new AppError("CONFLICT", "response.nothingChanged");
      return { kind: "EDITED", changes, note: note === "" ? null : note };
    },
  });

type Wanted = Omit<EditResponseInput, "id" | "note">;

const changesOf = async (
  deps: Deps,
  db: Db,
  { response, wanted }: { response: RepresentativeResponse; wanted: Wanted },
): Promise<ResponseFields> => {
  const { responseText, userComment, boxes } = response;
  const next: ResponseFields = {
    representativeName: wanted.representativeName,
    representativeTitle: wanted.representativeTitle === "" ? null : wanted.representativeTitle,
    representativeLevel: wanted.level,
    responseType: wanted.type,
    responseText: wanted.text,
    userComment: wanted.comment?.trim() === "" ? null : wanted.comment,
    repliedOn: wanted.repliedOn,
  };
  const changes = Object.fromEntries(
    Object.entries<unknown>(next).filter(([name, value]) => value !== undefined && value !== response[name as keyof ResponseFields]),
  ) as ResponseFields;
  const text = changes.responseText ?? responseText;
  const comment = changes.userComment === undefined ? userComment : changes.userComment;
  if (text.trim() === "" && response.screenshotKey === null) throw new AppError("INVALID", "response.textNeeded");
  if (changes.responseText !== undefined || changes.userComment !== undefined)
    changes.boxes = {
      ...boxes,
      text: moveBoxes(responseText, text, boxes.text),
      comment: moveBoxes(userComment ?? "", comment ?? "", boxes.comment),
    };
  if (changes.repliedOn !== undefined) changes.daysToReply = await daysOf(deps, db, { response, repliedOn: changes.repliedOn });
  return changes;
};

type Reply = { response: RepresentativeResponse; repliedOn: string | null };

const daysOf = async (deps: Deps, db: Db, { response, repliedOn }: Reply): Promise<number | null> => {
  const { settings } = await readSettings(deps);
  if (repliedOn !== null && (repliedOn > dayIn(deps.clock.now(), settings.timeZone) || repliedOn < "1990-01-01"))
    throw new AppError("INVALID", "response.dayUnlikely");
  const letter = response.letterId === null ? null : await findLetter(db, response.letterId);
  const sentAt = letter?.sentAt ?? null;
  return daysBetween(sentAt === null ? null : dayIn(sentAt, settings.timeZone), repliedOn);
};

/** Lays black boxes over text, comment and picture, all of them anew; what was sent stays readable for moderators alone. */
export const boxResponse = (deps: Deps, actor: Actor, { id, boxes }: BoxResponseInput): Promise<ModeratedResponse> =>
  moderate(deps, actor, {
    id,
    action: "response.box",
    step: (_db, response) => {
      const isOutside = [...boxes.text.map(([, to]) => to > response.responseText.length)].concat(
        boxes.comment.map(([, to]) => to > (response.userComment ?? "").length),
      );
      if (isOutside.some(Boolean) || (boxes.picture.length > 0 && response.screenshotKey === null))
        throw new AppError("CONFLICT", "response.changedMeanwhile");
      return { kind: "BOXED", changes: { boxes } };
    },
  });

/** Our own mark, "Proof seen by us", given or taken back; it has nothing to do with the office's. */
export const setProofSeen = (deps: Deps, actor: Actor, { id, seen }: SetProofSeenInput): Promise<ModeratedResponse> =>
  moderate(deps, actor, {
    id,
    action: "response.proof",
    step: (_db, response) => {
      if ((response.proofSeenAt !== null) === seen) throw new AppError("CONFLICT", "response.changedMeanwhile");
      const byUserId = seen && actor.kind === "user" ? actor.userId : null;
      return { kind: "PROOF_SEEN", changes: { proofSeenAt: seen ? deps.clock.now() : null, proofSeenByUserId: byUserId } };
    },
  });
