import { text } from "node:stream/consumers";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../deps";

const keyForm = /^uploads\/[0-9a-f-]{36}$/;

/** Whether the actor sent this upload, and sent it for this purpose: the facts the upload door writes beside a file. */
export const isOwnUpload = async (
  deps: Pick<Deps, "storage">,
  actor: Actor,
  { uploadKey, purpose }: { uploadKey: string; purpose: string },
): Promise<boolean> => {
  const facts = keyForm.test(uploadKey) ? await deps.storage.open(`${uploadKey}.json`) : null;
  if (facts === null || actor.kind !== "user") return false;
  const told = JSON.parse(await text(facts.stream)) as { owner?: unknown; purpose?: unknown };
  return told.purpose === purpose && told.owner === actor.userId;
};
