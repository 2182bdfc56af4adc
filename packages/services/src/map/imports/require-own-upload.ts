import { text } from "node:stream/consumers";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";

const keyForm = /^uploads\/[0-9a-f-]{36}$/;

/** Throws NOT_FOUND unless the actor sent this upload, and sent it to be imported. */
export const requireOwnUpload = async (deps: Deps, actor: Actor, uploadKey: string): Promise<void> => {
  const facts = keyForm.test(uploadKey) ? await deps.storage.open(`${uploadKey}.json`) : null;
  const owner = facts === null ? null : readOwner(await text(facts.stream));
  if (actor.kind !== "user" || owner !== actor.userId) throw new AppError("NOT_FOUND", "map.import.uploadNotFound");
};

/** `owner` of the facts the upload door writes beside a file, when it was sent for an import. */
const readOwner = (json: string): string | null => {
  const facts = JSON.parse(json) as { owner?: unknown; purpose?: unknown };
  return facts.purpose === "import" && typeof facts.owner === "string" ? facts.owner : null;
};
