import { transaction } from "@cml/db";
import {
  emptyTrash, insertHistory, listCutIdsAt, lockLocations, lockTrash, mergeLocationRows, partLocationRows, recountCutsIn, recountUnitsIn,
} from "@cml/db/map"; // prettier-ignore
import { type Actor, AppError } from "@cml/domain/kernel";
import type { LocationDetail, MergeLocationsInput } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";
import { mapScopeOf } from "../require-map-scope";
import { placeInCuts } from "./bulk-remove";
import { lockLocation, markOf } from "./edit-context";
import { readLocation } from "./get-location";

export type MergedLocation = { undoId: string; location: LocationDetail };

/**
 * Makes one building of two: doors of one name become one, and visits, people, turf and history of both are kept. For thirty days it
 * can be undone. Throws NOT_FOUND outside the account's areas, INVALID for one and the same.
 */
export const mergeLocations = async (deps: Deps, actor: Actor, { keepId, mergeId }: MergeLocationsInput): Promise<MergedLocation> => {
  if (keepId === mergeId) throw new AppError("INVALID", "map.merge.same");
  return transaction(
    deps.db,
    async (db) => {
      const held = await lockLocations(db, [keepId, mergeId], mapScopeOf(actor, "location.edit"));
      const [keep, other] = [held.find(({ id }) => id === keepId), held.find(({ id }) => id === mergeId)];
      if (keep === undefined || other === undefined) throw new AppError("NOT_FOUND", "map.location.notFound");
      const mark = markOf(deps, actor, keep);
      const cutIds = await listCutIdsAt(db, [keepId, mergeId]);
      const undoId = deps.newId();
      const trash = {
        id: deps.newId(),
        kind: "LocationMerge" as const,
        entityId: undoId,
        label: other.address,
        userId: mark.userId,
        now: mark.at,
      };
      await mergeLocationRows(db, { keepId, mergeId, mark, trash });
      await recountUnitsIn(db, [keepId]);
      const entry = { id: deps.newId(), locationId: keepId, action: "MERGED" as const, field: null, metadata: { undoId } };
      await insertHistory(db, [{ ...entry, oldValue: other.address, newValue: keep.address }], mark);
      await recountCutsIn(db, cutIds);
      await recordAudit(db, { actor, action: "location.merge", entity: "Location", entityId: keepId, facts: { mergeId } });
      return { undoId, location: await readLocation(db, actor, keepId) };
    },
    { timeoutMs: 60_000 },
  );
};

/** Parts two merged buildings again. Throws NOT_FOUND when the time is over, CONFLICT when the other one came back by another way. */
export const undoMerge = async (
  deps: Deps,
  actor: Actor,
  { keepId, undoId }: { keepId: string; undoId: string },
): Promise<LocationDetail> =>
  transaction(
    deps.db,
    async (db) => {
      const keep = await lockLocation(db, actor, { id: keepId });
      const mark = markOf(deps, actor, keep);
      const [trashId] = await lockTrash(db, { kind: "LocationMerge", entityId: undoId, now: mark.at });
      if (trashId === undefined) throw new AppError("NOT_FOUND", "map.merge.over");
      const backId = await partLocationRows(db, { trashId, keepId, mark });
      if (backId === null) throw new AppError("CONFLICT", "map.merge.cameBack");
      await emptyTrash(db, trashId, mark.at);
      await recountUnitsIn(db, [keepId, backId]);
      const line = (locationId: string) => ({
        id: deps.newId(),
        locationId,
        action: "UPDATED" as const,
        field: "merge.undone",
        oldValue: null,
        newValue: null,
      });
      await insertHistory(db, [line(keepId), line(backId)], mark);
      await placeInCuts(db, [keepId, backId]);
      await recordAudit(db, { actor, action: "location.merge-undo", entity: "Location", entityId: keepId, facts: { backId } });
      return readLocation(db, actor, keepId);
    },
    { timeoutMs: 60_000 },
  );
