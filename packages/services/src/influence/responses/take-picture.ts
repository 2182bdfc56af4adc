import { pictureMaxBytes, responseLimits } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import { reencodeImage } from "@cml/integrations/images";
import type { Deps } from "../../deps";
import { requireRoom } from "../../platform/require-room";
import { originalPrefix } from "./response-picture";

// Enough to read a photographed letter of two columns.
const size = { maxWidth: 2_400, maxHeight: 3_200 };

/** Whether this address may bring another picture; asked before its bytes are read. */
export const requirePictureRoom = (deps: Deps, actor: Actor): Promise<void> =>
  requireRoom(deps, `response-picture:ip:${actor.ipHash}`, responseLimits.picture);

/**
 * Takes a picture for a form that is still being filled in: judged by its bytes, re-encoded, without metadata. Nobody can
 * fetch it by its key; what no form claims goes after a day.
 */
export const takePicture = async (
  deps: Deps,
  _actor: Actor,
  { bytes }: { bytes: Buffer },
): Promise<{ pictureKey: string; width: number; height: number }> => {
  if (bytes.byteLength === 0) throw new AppError("INVALID", "image.unreadable");
  if (bytes.byteLength > pictureMaxBytes) throw new AppError("INVALID", "input.tooLarge");
  const picture = await reencodeImage(bytes, size);
  const pictureKey = `${originalPrefix}${deps.newId()}.webp`;
  await deps.storage.put(pictureKey, picture.bytes, picture.contentType);
  return { pictureKey, width: picture.width, height: picture.height };
};
