import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { isOwnUpload } from "../../platform/own-upload";

/** Throws NOT_FOUND unless the actor sent this upload, and sent it to be imported. */
export const requireOwnUpload = async (deps: Deps, actor: Actor, uploadKey: string): Promise<void> => {
  if (!(await isOwnUpload(deps, actor, { uploadKey, purpose: "import" }))) throw new AppError("NOT_FOUND", "map.import.uploadNotFound");
};
