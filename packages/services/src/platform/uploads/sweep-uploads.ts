import type { Deps } from "../../deps";
import { dropUpload } from "./hand-over-upload";
import { factsName, partsPrefix, readUpload } from "./upload-facts";

const dayMs = 86_400_000;

/** Forgets what was begun and got no byte for a day, and the traces of what was handed over; every night. */
export const sweepUploads = async (deps: Deps): Promise<void> => {
  const ids: string[] = [];
  for await (const { key } of deps.storage.list(partsPrefix))
    if (key.endsWith(`/${factsName}`)) ids.push(key.slice(partsPrefix.length, -factsName.length - 1));
  const before = deps.clock.now().getTime() - dayMs;
  for (const id of ids) {
    const facts = await readUpload(deps, id);
    if (facts !== null && facts.at < before) await dropUpload(deps, id);
  }
};
