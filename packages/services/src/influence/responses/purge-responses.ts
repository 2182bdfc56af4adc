import { deleteOldPendingUpvotes, findResponsePicturesInUse, purgeResponses as purgeRows } from "@cml/db/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { dropPictures } from "./response-picture";

const dayMs = 86_400_000;
/** How long the hash of an IP address is kept. */
const addressDays = 30;

/** Empties what was promised to be kept only for a while, and deletes responses nobody confirmed; every hour. */
export const purgeResponses = async (deps: Deps, _actor: Actor): Promise<void> => {
  const now = deps.clock.now();
  const { pictures, ...purged } = await purgeRows(deps.db, { address: new Date(now.getTime() - addressDays * dayMs), now });
  await dropPictures(deps, pictures);
  const upvotes = await deleteOldPendingUpvotes(deps.db, now);
  deps.logger.info({ ...purged, upvotes }, "responses: what had served its time is gone");
};

const batchSize = 500;

/**
 * Removes pictures that no response has: taken for a form that was never sent, or left behind when a process died or a removed
 * response was let go for good. One younger than a day may belong to an open form. Gives how many went.
 */
export const sweepResponsePictures = async (deps: Deps, _actor: Actor): Promise<number> => {
  const before = deps.clock.now().getTime() - dayMs;
  let removed = 0;
  let batch: string[] = [];
  const sweep = async () => {
    const used = batch.length === 0 ? new Set<string>() : await findResponsePicturesInUse(deps.db, batch);
    for (const key of batch.filter((one) => !used.has(one))) {
      await deps.storage.remove(key);
      removed += 1;
    }
    batch = [];
  };
  for await (const { key } of deps.storage.list("responses/")) {
    const takenAt = momentOf(key);
    if (takenAt === null || takenAt > before) continue;
    batch.push(key);
    if (batch.length === batchSize) await sweep();
  }
  await sweep();
  if (removed > 0) deps.logger.info({ removed }, "pictures of responses nobody needs are gone");
  return removed;
};

// A UUIDv7 begins with its moment; names that are none were not given by us.
const momentOf = (key: string): number | null => {
  const found = /^responses\/(?:original\/)?([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\.webp$/.exec(key);
  return found === null ? null : Number.parseInt(`${found[1]}${found[2]}`, 16);
};
