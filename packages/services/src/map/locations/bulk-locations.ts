import { transaction } from "@cml/db";
import {
  advanceBulk, beginAgainBulk, beginUndoOfBulk, type BulkWay, endBulk, failBulk, findBulk, insertBulk, listLocationIds, locationConditions, lockBulkChunk, type StoredBulk,
} from "@cml/db/map"; // prettier-ignore
import { type Actor, AppError } from "@cml/domain/kernel";
import { bulkWhileWaiting, type ChosenLocations, type LocationBulk, mostAtOnce, noFilter, type StartBulkInput } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";
import { mapScopeOf, userIdOf } from "../require-map-scope";
import { editChunk, undoEditChunk } from "./bulk-edit";
import { removeChunk, undoRemoveChunk } from "./bulk-remove";

const entity = "LocationBulk";
const chunkSize = 500;
const mostOfError = 500;

/**
 * Changes or removes the chosen buildings, or all of a filter; a few at once, many as a job whose progress is asked for. Throws INVALID
 * for more than fifty thousand, for none, and for a change that changes nothing.
 */
export const startBulk = async (deps: Deps, actor: Actor, { kind, chosen, changes }: StartBulkInput): Promise<LocationBulk> => {
  if (kind === "edit" && Object.keys(changes).length === 0) throw new AppError("INVALID", "map.bulk.noChange");
  const locationIds = await chosenIds(deps, actor, chosen);
  if (locationIds.length === 0) throw new AppError("INVALID", "map.bulk.none");
  if (locationIds.length > mostAtOnce) throw new AppError("INVALID", "map.bulk.tooMany", { most: mostAtOnce });
  const id = deps.newId();
  await transaction(deps.db, async (db) => {
    await insertBulk(db, { id, kind, changes, locationIds, startedByUserId: userIdOf(actor), at: deps.clock.now() });
    await recordAudit(db, {
      actor,
      action: `location.bulk-${kind}`,
      entity,
      entityId: id,
      facts: { rows: locationIds.length, ...factsOf(changes) },
    });
  });
  return proceed(deps, { id, way: "forth", rows: locationIds.length });
};

/** Takes a bulk change back: what somebody changed since stays as it is. Throws CONFLICT while it runs or when it was taken back. */
export const undoBulk = async (deps: Deps, actor: Actor, { id }: { id: string }): Promise<LocationBulk> => {
  const bulk = await ownBulk(deps, actor, id);
  if (!(await beginUndoOfBulk(deps.db, id, deps.clock.now()))) throw new AppError("CONFLICT", "map.bulk.notEnded");
  await recordAudit(deps.db, { actor, action: "location.bulk-undo", entity, entityId: id, facts: { rows: bulk.total } });
  return proceed(deps, { id, way: "back", rows: bulk.total });
};

/** Goes on with a change, or with its undo, that broke off. Throws CONFLICT when it did not. */
export const resumeBulk = async (deps: Deps, actor: Actor, { id }: { id: string }): Promise<LocationBulk> => {
  const bulk = await ownBulk(deps, actor, id);
  if (!(await beginAgainBulk(deps.db, id))) throw new AppError("CONFLICT", "map.bulk.notBroken");
  return proceed(deps, { id, way: bulk.isUndoing ? "back" : "forth", rows: bulk.total });
};

export const getBulk = async (deps: Deps, actor: Actor, { id }: { id: string }): Promise<LocationBulk> =>
  viewOf(await ownBulk(deps, actor, id));

/**
 * Does a bulk change from where it stands to its end; safe to call again after a crash. When its last try breaks off, whoever began it
 * reads so and goes on or takes it back.
 */
export const runBulk = async (deps: Deps, { id, way, isLastTry }: { id: string; way: BulkWay; isLastTry: boolean }): Promise<void> => {
  const bulk = await findBulk(deps.db, id);
  if (bulk === null) return;
  try {
    for (let isOn = true; isOn;) isOn = await transaction(deps.db, (db) => runChunk({ ...deps, db }, bulk, way), { timeoutMs: 120_000 });
  } catch (error) {
    if (isLastTry) await failBulk(deps.db, id, error instanceof Error ? error.message.slice(0, mostOfError) : "");
    throw error;
  }
};

const runChunk = async (deps: Deps, bulk: StoredBulk, way: BulkWay): Promise<boolean> => {
  const { db, newId } = deps;
  const ids = await lockBulkChunk(db, bulk.id, { way, size: chunkSize });
  const now = deps.clock.now();
  if (ids === null) return false;
  if (ids.length === 0) {
    await endBulk(db, bulk.id, { way, now });
    return false;
  }
  const chunk = { bulk, ids, newId, mark: { userId: bulk.startedByUserId, at: now } };
  const came = { changed: 0, archived: 0 };
  if (way === "back") await (bulk.kind === "edit" ? undoEditChunk(db, chunk) : undoRemoveChunk(db, chunk));
  else if (bulk.kind === "edit") came.changed = await editChunk(db, chunk);
  else Object.assign(came, await removeChunk(db, chunk));
  await advanceBulk(db, bulk.id, { way, took: ids.length, ...came, now });
  return true;
};

const proceed = async (deps: Deps, { id, way, rows }: { id: string; way: BulkWay; rows: number }): Promise<LocationBulk> => {
  if (rows <= bulkWhileWaiting) await runWhileWaiting(deps, { id, way });
  else await deps.jobs.add("map.run-bulk", { bulkId: id, way }, { jobId: `bulk-${way}-${id}` });
  const bulk = await findBulk(deps.db, id);
  if (bulk === null) throw new AppError("NOT_FOUND", "map.bulk.notFound");
  return viewOf(bulk);
};

/** Whoever waits sees how far it came, as with a job. */
const runWhileWaiting = async (deps: Deps, { id, way }: { id: string; way: BulkWay }): Promise<void> => {
  try {
    await runBulk(deps, { id, way, isLastTry: true });
  } catch (error) {
    deps.logger.error({ err: error, bulkId: id }, "a change of many buildings broke off");
  }
};

const chosenIds = async (deps: Deps, actor: Actor, chosen: ChosenLocations): Promise<string[]> => {
  const scope = mapScopeOf(actor, "location.edit");
  const filter = "filter" in chosen ? chosen.filter : noFilter;
  const where = await locationConditions(deps.db, { filter, scope, now: deps.clock.now() });
  return listLocationIds(deps.db, { where: where.gathered, ids: "ids" in chosen ? chosen.ids : null, limit: mostAtOnce + 1 });
};

/** Only who began it sees it and takes it back, and whoever may edit the whole map. */
const ownBulk = async (deps: Deps, actor: Actor, id: string): Promise<StoredBulk> => {
  const scope = mapScopeOf(actor, "location.edit");
  const bulk = await findBulk(deps.db, id);
  if (bulk === null || (scope !== "all" && bulk.startedByUserId !== userIdOf(actor))) throw new AppError("NOT_FOUND", "map.bulk.notFound");
  return bulk;
};

const viewOf = ({ changes: _changes, startedByUserId: _by, ...bulk }: StoredBulk): LocationBulk => bulk;

const factsOf = (changes: StartBulkInput["changes"]): Record<string, string> =>
  Object.fromEntries(Object.entries(changes).map(([field, value]) => [field, String(value)]));
