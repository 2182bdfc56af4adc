import type { Db } from "@cml/db";
import {
  type EditMark, emptyTrash, holdCutShapesIn, insertHistory, listBulkHistory, listCutIdsAt, listCutShapes, listVisitedIds, lockLocations, lockTrash,
  type NewHistory, recountCutsIn, replaceMembership, restoreTrash, setArchived, type StoredBulk, trashLocations,
} from "@cml/db/map"; // prettier-ignore
import { cutFinder } from "@cml/domain/map";

type Chunk = { bulk: StoredBulk; ids: readonly string[]; mark: EditMark; newId: () => string };

/** Takes one chunk of buildings away with all they hold; those with visits are only taken out of use. */
export const removeChunk = async (db: Db, { bulk, ids, mark, newId }: Chunk): Promise<{ changed: number; archived: number }> => {
  const held = (await lockLocations(db, ids, "all")).map(({ id }) => id);
  const visited = new Set(await listVisitedIds(db, held));
  const cutIds = await listCutIdsAt(db, held);
  const archived = await setArchived(db, [...visited], { archivedAt: mark.at, mark });
  await insertHistory(db, linesOf(archived, { action: "ARCHIVED", newId, metadata: { bulkId: bulk.id } }), mark);
  const gone = held.filter((id) => !visited.has(id));
  if (gone.length > 0)
    await trashLocations(db, gone, {
      id: newId(),
      kind: "LocationBulk",
      entityId: bulk.id,
      label: String(gone.length),
      userId: mark.userId,
      now: mark.at,
    });
  await recountCutsIn(db, cutIds);
  return { changed: gone.length, archived: archived.length };
};

/** Brings one chunk back into use, and with its last all that was taken away. */
export const undoRemoveChunk = async (db: Db, { bulk, ids, mark, newId }: Chunk): Promise<void> => {
  const archived = (await listBulkHistory(db, bulk.id, ids)).map(({ locationId }) => locationId);
  const back = await setArchived(db, archived, { archivedAt: null, mark });
  await insertHistory(db, linesOf(back, { action: "UPDATED", field: "archived", newId, metadata: { undoes: bulk.id } }), mark);
  // Each snapshot holds one chunk; the undo walks as many chunks as there were.
  const [trashId] = await lockTrash(db, { kind: "LocationBulk", entityId: bulk.id, now: mark.at });
  const stands = trashId === undefined ? [] : await restoreTrash(db, trashId);
  if (trashId !== undefined) await emptyTrash(db, trashId, mark.at);
  await insertHistory(db, linesOf(stands, { action: "UPDATED", field: "restored", newId, metadata: { undoes: bulk.id } }), mark);
  await placeInCuts(db, [...back, ...stands]);
};

/** Areas may have changed while these buildings were away. */
export const placeInCuts = async (db: Db, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  await holdCutShapesIn(db);
  const cutsAt = cutFinder(await listCutShapes(db));
  const touched = new Set<string>();
  for (const location of await lockLocations(db, ids, "all"))
    for (const cutId of await replaceMembership(db, location.id, cutsAt(location))) touched.add(cutId);
  await recountCutsIn(db, [...touched]);
};

const linesOf = (
  ids: readonly string[],
  {
    newId,
    action,
    field = null,
    metadata,
  }: Pick<NewHistory, "action"> & { newId: () => string; field?: string | null; metadata: Record<string, string> },
): NewHistory[] => ids.map((locationId) => ({ id: newId(), locationId, action, field, oldValue: null, newValue: null, metadata }));
