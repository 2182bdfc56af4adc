import { takeBefore } from "@cml/db/map";
import { putBasemapBack } from "@cml/db/settings";
import type { UndoStep } from "../imports/undo-step";

const nothing: { basemapFileKey: string | null; basemapAttribution: string | null } = { basemapFileKey: null, basemapAttribution: null };

/** The basemap before lies under maps again, where its file is still there; one that was replaced since is left as it is. */
export const undoBasemap: UndoStep = async (deps, client, { run, undo }) => {
  // Written by us when it came in; forgotten after 30 days, which leaves the plain ground.
  const taken = (await takeBefore(client, run.id, deps.clock.now())) as typeof nothing | null;
  const before = taken ?? nothing;
  const file = before.basemapFileKey === null ? null : await deps.storage.open(before.basemapFileKey, { start: 0, end: 0 });
  file?.stream.destroy();
  const wasInUse = await putBasemapBack(client, run.storageKey, file === null ? { ...before, basemapFileKey: null } : before);
  return { ...undo, after: null, ...(wasInUse ? { removed: 1 } : { kept: 1 }) };
};
