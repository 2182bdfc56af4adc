import { isUniqueViolation, rawTransaction } from "@cml/db";
import {
  countTurfsOut,
  holdDoors,
  insertCut,
  rebuildMembership,
  recountCuts,
  restoreCut as restoreStoredCut,
  trashCut,
  updateCut as updateStoredCut,
} from "@cml/db/map";
import { type Actor, AppError } from "@cml/domain/kernel";
import { type CreateCutInput, type CutDetail, type CutGeometry, requireCutInScope, type UpdateCutInput } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";
import { mapScopeOf, requireWholeMapFor, userIdOf } from "../require-map-scope";
import { getCut, requireGeometry } from "./read-cuts";

/** Draws an area and works out its doors. Throws INVALID for a shape we do not take, CONFLICT for a name that exists. */
export const createCut = async (deps: Deps, actor: Actor, input: CreateCutInput): Promise<CutDetail> => {
  requireWholeMapFor(actor, "cut.edit");
  const geometry = requireGeometry(input.geometry);
  const id = deps.newId();
  const fixed = { id, isOfficial: false, source: "drawn", externalId: null, importRunId: null };
  await namedOnce(() =>
    rawTransaction(deps.db, async (client) => {
      await holdDoors(client);
      await insertCut(client, { ...input, ...fixed, geometry, createdByUserId: userIdOf(actor), at: deps.clock.now() });
      await rebuildMembership(client, { id, geometry });
      await recountCuts(client, [id]);
    }),
  );
  return getCut(deps, actor, id);
};

/** Changes what is given; a new shape finds its doors anew. An imported boundary keeps its shape (CONFLICT). */
export const updateCut = async (deps: Deps, actor: Actor, { id, geometry: given, ...changes }: UpdateCutInput): Promise<CutDetail> => {
  requireCutInScope(mapScopeOf(actor, "cut.edit"), id);
  const cut = await getCut(deps, actor, id);
  if (given !== undefined && cut.isOfficial) throw new AppError("CONFLICT", "map.cut.official");
  const geometry = given === undefined ? undefined : requireGeometry(given);
  await namedOnce(() =>
    rawTransaction(deps.db, async (client) => {
      if (geometry !== undefined) await holdDoors(client);
      await updateStoredCut(client, id, { changes: { ...changes, ...(geometry === undefined ? {} : { geometry }) }, at: deps.clock.now() });
      if (geometry === undefined) return;
      await rebuildMembership(client, { id, geometry });
      await recountCuts(client, [id]);
    }),
  );
  return getCut(deps, actor, id);
};

/**
 * Deletes an area; its doors and their visits stay, and for thirty days it can be brought back. Throws NOT_FOUND, or CONFLICT while it is
 * handed out.
 */
export const deleteCut = async (deps: Deps, actor: Actor, id: string): Promise<void> => {
  requireCutInScope(mapScopeOf(actor, "cut.edit"), id);
  const cut = await getCut(deps, actor, id);
  if ((await countTurfsOut(deps.db, id)) > 0) throw new AppError("CONFLICT", "map.cut.handedOut", { name: cut.name });
  const trash = { trashId: deps.newId(), label: cut.name, userId: userIdOf(actor), at: deps.clock.now() };
  await rawTransaction(deps.db, async (client) => {
    await holdDoors(client);
    await trashCut(client, id, trash);
  });
  await recordAudit(deps.db, { actor, action: "turf.delete", entity: "Cut", entityId: id, facts: { name: cut.name } });
};

/** Brings a deleted area back with all that named it, and finds its doors anew. Throws NOT_FOUND, or CONFLICT when its name was given away. */
export const restoreCut = async (deps: Deps, actor: Actor, id: string): Promise<CutDetail> => {
  requireCutInScope(mapScopeOf(actor, "cut.edit"), id);
  await namedOnce(() =>
    rawTransaction(deps.db, async (client) => {
      await holdDoors(client);
      const back = await restoreStoredCut(client, id, deps.clock.now());
      if (back === null) throw new AppError("NOT_FOUND", "map.cut.notFound");
      await rebuildMembership(client, { id, geometry: JSON.parse(back.geojson) as CutGeometry });
      await recountCuts(client, [id]);
    }),
  );
  const cut = await getCut(deps, actor, id);
  await recordAudit(deps.db, { actor, action: "turf.restore", entity: "Cut", entityId: id, facts: { name: cut.name } });
  return cut;
};

const namedOnce = async (write: () => Promise<void>): Promise<void> => {
  try {
    await write();
  } catch (error) {
    if (isUniqueViolation(error, "Cut_name_source_key")) throw new AppError("CONFLICT", "map.cut.nameTaken", {}, { cause: error });
    throw error;
  }
};
