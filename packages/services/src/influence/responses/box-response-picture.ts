import { buffer } from "node:stream/consumers";
import { afterCommit, type Db, transaction } from "@cml/db";
import {
  findResponse,
  findResponseForUpdate,
  listResponseChanges,
  recordResponseChange,
  setPictureUnread,
  updateResponse,
} from "@cml/db/influence";
import { findPersonalInWords, type RepresentativeResponse } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import { readWords } from "@cml/integrations/ocr";
import type { Deps } from "../../deps";
import { drawPicture, dropPictures } from "./response-picture";

/** As many as a response may have. */
const mostBoxes = 500;

/**
 * Boxes phone numbers, e-mail and street addresses in the picture of a new response, before a moderator looks at it. Where
 * somebody drew boxes or decided meanwhile, hers stand. That it could not be read is noted, so that she looks for herself.
 */
export const boxResponsePicture = async (deps: Deps, _actor: Actor, { responseId }: { responseId: string }): Promise<void> => {
  const response = await findResponse(deps.db, responseId);
  if (response === null || !(await isUntouched(deps.db, response))) return;
  const { screenshotKey } = response;
  const file = screenshotKey === null ? null : await deps.storage.open(screenshotKey);
  if (screenshotKey === null || file === null) return;
  const bytes = await buffer(file.stream);
  const words = await readWords(bytes).catch(async (error: unknown) => {
    deps.logger.warn({ responseId, error: String(error) }, "no machine could read the picture of a response: its moderator is told");
    await setPictureUnread(deps.db, { responseId, screenshotKey, isUnread: true });
    // Tried again, it may be read: what stood in its way may have been the moment.
    throw error;
  });
  await setPictureUnread(deps.db, { responseId, screenshotKey, isUnread: false });
  const picture = findPersonalInWords(words).slice(0, mostBoxes);
  if (picture.length === 0) return;
  const drawn = await drawPicture(deps, screenshotKey, picture);
  const used = await transaction(deps.db, async (db) => {
    const current = await findResponseForUpdate(db, responseId);
    if (current === null || !(await isUntouched(db, current)) || current.screenshotKey !== screenshotKey) return false;
    const at = deps.clock.now();
    await updateResponse(db, responseId, { boxes: { ...current.boxes, picture }, screenshotUrl: drawn.url, updatedAt: at });
    await recordResponseChange(db, { responseId, kind: "BOXED", at, before: { boxes: current.boxes } });
    await afterCommit(db, () => dropPictures(deps, [current.screenshotUrl]));
    return true;
  });
  if (!used) await dropPictures(deps, [drawn.url]);
};

// Boxes that somebody took away are wanted away.
const isUntouched = async (db: Db, { id, status, boxes }: RepresentativeResponse): Promise<boolean> =>
  status === "PENDING" && boxes.picture.length === 0 && !(await listResponseChanges(db, id)).some(({ kind }) => kind === "BOXED");
