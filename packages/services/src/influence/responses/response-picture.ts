import { buffer } from "node:stream/consumers";
import type { Boxes } from "@cml/domain/influence";
import { AppError } from "@cml/domain/kernel";
import { boxImage } from "@cml/integrations/images";
import type { Deps } from "../../deps";

/** Under here lie the pictures without boxes; /files never serves it. */
export const originalPrefix = "responses/original/";

export type DrawnPicture = { url: string; width: number; height: number };

/** Draws the boxes into a copy of the picture, under a new name: what was shown before may be in somebody's cache. */
export const drawPicture = async (deps: Deps, originalKey: string, boxes: Boxes["picture"]): Promise<DrawnPicture> => {
  const file = await deps.storage.open(originalKey);
  if (file === null) throw new AppError("NOT_FOUND", "response.pictureGone");
  const { bytes, contentType, width, height } = await boxImage(await buffer(file.stream), boxes);
  const key = `responses/${deps.newId()}.webp`;
  await deps.storage.put(key, bytes, contentType);
  return { url: `/files/${key}`, width, height };
};

/** Removes files nobody points to any more; one that stays behind is found by the nightly sweep. */
export const dropPictures = async (deps: Deps, places: readonly (string | null)[]): Promise<void> => {
  for (const place of places) {
    if (place === null) continue;
    await deps.storage.remove(place.replace(/^\/files\//, "")).catch((error: unknown) => {
      deps.logger.warn({ place, error: String(error) }, "a picture of a response stays until the nightly sweep");
    });
  }
};
