import { findCoversInUse } from "@cml/db/influence";
import type { Deps } from "../../deps";

const dayMs = 24 * 3_600_000;
const batchSize = 500;
const keyOf = (cover: string): string => cover.slice("/files/".length);

/** Removes a picture that a campaign just gave up, unless a copy of the campaign shows it too. Failing is left to the sweep. */
export const dropCover = async (deps: Deps, cover: string): Promise<void> => {
  if ((await findCoversInUse(deps.db, [cover])).has(cover)) return;
  await deps.storage.remove(keyOf(cover)).catch((error: unknown) => {
    deps.logger.warn({ cover, error: String(error) }, "a replaced cover stays until the nightly sweep");
  });
};

/**
 * Removes covers that no campaign shows: taken for a form that was never saved, or left behind when a process died. A picture
 * younger than a day may stand in an open form. Gives how many went.
 */
export const sweepCovers = async (deps: Deps): Promise<number> => {
  const before = deps.clock.now().getTime() - dayMs;
  let removed = 0;
  let batch: string[] = [];
  const sweep = async () => {
    const used = batch.length === 0 ? new Set<string>() : await findCoversInUse(deps.db, batch);
    for (const cover of batch.filter((one) => !used.has(one))) {
      await deps.storage.remove(keyOf(cover));
      removed += 1;
    }
    batch = [];
  };
  for await (const { key } of deps.storage.list("covers/")) {
    const takenAt = momentOf(key);
    if (takenAt === null || takenAt > before) continue;
    batch.push(`/files/${key}`);
    if (batch.length === batchSize) await sweep();
  }
  await sweep();
  if (removed > 0) deps.logger.info({ removed }, "covers nobody shows are gone");
  return removed;
};

// A UUIDv7 begins with its moment; names that are none were not given by us.
const momentOf = (key: string): number | null => {
  const found = /^covers\/([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\.webp$/.exec(key);
  return found === null ? null : Number.parseInt(`${found[1]}${found[2]}`, 16);
};
