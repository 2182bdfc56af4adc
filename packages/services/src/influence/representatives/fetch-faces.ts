import { findPhotoKey, listPhotosToFetch, setPhotoKey } from "@cml/db/influence";
import { type Actor, isAppError } from "@cml/domain/kernel";
import { reencodeImage } from "@cml/integrations/images";
import type { Deps } from "../../deps";

const facesPerRun = 20;
const rules = { maxBytes: 8_000_000, timeoutMs: 10_000, accept: ["image/jpeg", "image/png", "image/webp", "image/gif"] };
const size = { maxWidth: 240, maxHeight: 320 };

/** Fetches photos of representatives once, makes small pictures of our own of them, and remembers those that could not be had. */
export const fetchFaces = async (deps: Deps, _actor: Actor): Promise<{ fetched: number; failed: number }> => {
  let fetched = 0;
  let failed = 0;
  for (const photoUrl of await listPhotosToFetch(deps.db, facesPerRun)) {
    const key = (await findPhotoKey(deps.db, photoUrl)) ?? (await fetchFace(deps, photoUrl));
    await setPhotoKey(deps.db, photoUrl, key ?? "");
    if (key === null) failed += 1;
    else fetched += 1;
  }
  return { fetched, failed };
};

const fetchFace = async (deps: Deps, photoUrl: string): Promise<string | null> => {
  try {
    const { bytes } = await deps.fetchRemote(photoUrl, rules);
    const face = await reencodeImage(bytes, size);
    const key = `faces/${deps.newId()}.webp`;
    await deps.storage.put(key, face.bytes, face.contentType);
    return key;
  } catch (error) {
    if (!isAppError(error)) throw error;
    deps.logger.info({ reason: error.messageKey }, "a representative's photo could not be had");
    return null;
  }
};
