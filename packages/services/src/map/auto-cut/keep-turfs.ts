import { isUniqueViolation, type RawClient, rawTransaction } from "@cml/db";
import {
  deleteTurfs, findTurfCutting, forgetKeptTurfs, holdDoors, insertCut, listBusyTurfs, nameParts, noteKeptTurfs, rebuildMembership, recountCuts,
} from "@cml/db/map"; // prettier-ignore
import { type Actor, AppError } from "@cml/domain/kernel";
import { type CutGeometry, type KeepTurfsInput, type TurfCutting, turfColours, type TurfPlan, turfShapes } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";
import { getCut } from "../cuts";
import { requireWholeMapFor, userIdOf } from "../require-map-scope";
import { getTurfPlan, requireTurfPlan } from "./turf-plans";

/**
 * Makes turfs of a plan, as somebody adjusted it, in one transaction: each with its shape under the area, or with its units where it is
 * some floors of a building. Throws CONFLICT when the plan was kept before or a name exists, INVALID when the turfs do not fit the plan.
 */
export const keepTurfs = async (deps: Deps, actor: Actor, { id, names, turfOf }: KeepTurfsInput): Promise<TurfPlan> => {
  requireWholeMapFor(actor, "cut.edit");
  const plan = await requireTurfPlan(deps, actor, id);
  const { geometry: area } = await getCut(deps, actor, plan.cutId);
  const cutting = await findTurfCutting(deps.db, id);
  if (cutting === null) throw new AppError("CONFLICT", "map.turfPlan.notReady");
  if (turfOf.length !== cutting.sites.length || new Set(names).size !== names.length) throw new AppError("INVALID", "map.turfPlan.misfit");
  const turfs = turfsOf({ ...cutting, turfOf }, { names, area, newId: deps.newId });
  const at = deps.clock.now();
  await namedOnce(() =>
    rawTransaction(deps.db, async (client) => {
      await holdDoors(client);
      const cutIds = turfs.map((turf) => turf.id);
      if (!(await noteKeptTurfs(client, id, { cutIds, at }))) throw new AppError("CONFLICT", "map.turfPlan.keptBefore");
      await writeTurfs(client, turfs, { parentCutId: plan.cutId, createdByUserId: userIdOf(actor), at });
    }),
  );
  await recordAudit(deps.db, { actor, action: "turf.keep", entity: "TurfPlan", entityId: id, facts: { turfs: turfs.length } });
  return getTurfPlan(deps, actor, { id });
};

/** Removes the turfs a plan became. Throws CONFLICT when there are none, or when one of them is planned for a shift or handed out. */
export const undoKeptTurfs = async (deps: Deps, actor: Actor, { id }: { id: string }): Promise<TurfPlan> => {
  requireWholeMapFor(actor, "cut.edit");
  await requireTurfPlan(deps, actor, id);
  await rawTransaction(deps.db, async (client) => {
    await holdDoors(client);
    const cutIds = await forgetKeptTurfs(client, id);
    if (cutIds === null) throw new AppError("CONFLICT", "map.turfPlan.notKept");
    const [busy] = await listBusyTurfs(client, cutIds);
    if (busy !== undefined) throw new AppError("CONFLICT", "map.turfPlan.inUse", { name: busy });
    await deleteTurfs(client, cutIds);
  });
  await recordAudit(deps.db, { actor, action: "turf.keep-undo", entity: "TurfPlan", entityId: id, facts: {} });
  return getTurfPlan(deps, actor, { id });
};

type NewTurf = { id: string; name: string; color: string; geometry: CutGeometry; addressIds: string[]; isList: boolean };

const turfsOf = (
  cutting: TurfCutting,
  { names, area, newId }: { names: readonly string[]; area: CutGeometry; newId: () => string },
): NewTurf[] => {
  const shapes = turfShapes(cutting, area);
  const colours = turfColours(cutting, names.length);
  return names.map((name, turf) => {
    const geometry = shapes.get(turf);
    const sites = cutting.sites.filter((_, index) => cutting.turfOf[index] === turf);
    const lists = sites.filter(({ addressIds }) => addressIds !== null);
    // A turf is a boundary or a list of units, never half of each.
    if (geometry === undefined || sites.length === 0 || (lists.length > 0 && lists.length < sites.length))
      throw new AppError("INVALID", "map.turfPlan.misfit");
    const addressIds = lists.flatMap((site) => site.addressIds ?? []);
    return { id: newId(), name, color: colours[turf] ?? "#3388ff", geometry, addressIds, isList: lists.length > 0 };
  });
};

type Mark = { parentCutId: string; createdByUserId: string | null; at: Date };

const writeTurfs = async (client: RawClient, turfs: readonly NewTurf[], { parentCutId, createdByUserId, at }: Mark): Promise<void> => {
  const fixed = { description: null, opacity: 0.3, category: "CUSTOM" as const, isPublic: false, isOfficial: false };
  const origin = { source: "drawn", externalId: null, importRunId: null, createdByUserId, at };
  for (const { id, name, color, geometry, isList } of turfs) {
    await insertCut(client, { id, name, color, geometry, ...fixed, ...origin });
    if (!isList) await rebuildMembership(client, { id, geometry });
  }
  const cutIds = turfs.map(({ id }) => id);
  const units = turfs.flatMap(({ id, addressIds }) => addressIds.map((addressId) => ({ cutId: id, addressId })));
  await nameParts(client, { parentCutId, cutIds, units });
  await recountCuts(client, cutIds);
};

const namedOnce = async (write: () => Promise<void>): Promise<void> => {
  try {
    await write();
  } catch (error) {
    if (isUniqueViolation(error, "Cut_name_source_key")) throw new AppError("CONFLICT", "map.turfPlan.nameTaken", {}, { cause: error });
    throw error;
  }
};
