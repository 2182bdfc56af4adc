import { buffer } from "node:stream/consumers";
import { reencodeImage } from "@cml/integrations/images";
import type { TakeCoverInput } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { isOwnUpload } from "../../platform/own-upload";
import { requireRoom } from "../../platform/require-room";

const maxBytes = 20_000_000;
const accept = ["image/jpeg", "image/png", "image/webp", "image/gif", "image/heif", "image/heic", "image/tiff"];
// What a page shows at most, and what shares ask for.
const size = { maxWidth: 1_600, maxHeight: 1_600 };
const room = { limit: 30, windowSeconds: 600 };

/**
 * Makes a cover of our own from an upload or a picture on the web: judged by its bytes, re-encoded, without metadata, at most
 * 1600 pixels wide. Gives its address under /files; the campaign keeps it when it is saved with it.
 */
export const takeCover = async (deps: Deps, actor: Actor, input: TakeCoverInput): Promise<{ coverPhoto: string }> => {
  if (actor.kind !== "user") throw new AppError("UNAUTHENTICATED", "auth.signInFirst");
  await requireRoom(deps, `covers:${actor.userId}`, room);
  const bytes =
    input.kind === "UPLOAD"
      ? await readUpload(deps, actor, input.uploadKey)
      : (await deps.fetchRemote(input.url, { maxBytes, timeoutMs: 15_000, accept })).bytes;
  const picture = await reencodeImage(bytes, size);
  const name = `${deps.newId()}.webp`;
  await deps.storage.put(`covers/${name}`, picture.bytes, picture.contentType);
  return { coverPhoto: `/files/covers/${name}` };
};

/** The bytes of an upload that was sent to become a cover; it is not kept. */
const readUpload = async (deps: Deps, actor: Actor, uploadKey: string): Promise<Buffer> => {
  const isOwn = await isOwnUpload(deps, actor, { uploadKey, purpose: "cover" });
  const file = isOwn ? await deps.storage.open(uploadKey) : null;
  if (file === null) throw new AppError("NOT_FOUND", "campaign.coverNotFound");
  if (file.sizeBytes > maxBytes) {
    file.stream.destroy();
    throw new AppError("INVALID", "input.tooLarge");
  }
  const bytes = await buffer(file.stream);
  await deps.storage.remove(uploadKey);
  await deps.storage.remove(`${uploadKey}.json`);
  return bytes;
};
