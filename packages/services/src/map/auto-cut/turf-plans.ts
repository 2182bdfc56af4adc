import {
  countCutGround, endTurfPlan, findLatestTurfPlan, findTurfCutting, findTurfPlan, insertTurfPlan, listLinesIn, purgeTurfPlans, type StoredTurfPlan,
} from "@cml/db/map"; // prettier-ignore
import { type Actor, AppError } from "@cml/domain/kernel";
import {
  type BarrierCounts, barriersOf, boundsOf, mostDoorsToCut, planLivesDays, requireCutInScope, type StartTurfPlanInput, type TurfCutting, type TurfPlan, type TurfPlanArea,
} from "@cml/domain/map"; // prettier-ignore
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";
import { getCut } from "../cuts";
import { mapScopeOf, userIdOf } from "../require-map-scope";

const dayMs = 86_400_000;

/** What there is to cut: doors, polling divisions and barriers of an area, and the plan that was made last. Throws NOT_FOUND. */
export const getTurfPlanArea = async (deps: Deps, actor: Actor, { cutId }: { cutId: string }): Promise<TurfPlanArea> => {
  requireCutInScope(mapScopeOf(actor, "cut.edit"), cutId);
  const { name, geometry } = await getCut(deps, actor, cutId);
  const bounds = boundsOf(geometry);
  const [ground, lines, latest] = await Promise.all([
    countCutGround(deps.db, cutId),
    listLinesIn(deps.db, bounds),
    findLatestTurfPlan(deps.db, cutId, deps.clock.now()),
  ]);
  const barriers: BarrierCounts = { water: 0, rail: 0, road: 0 };
  for (const { kind } of barriersOf(lines)) barriers[kind] += 1;
  return { cutId, name, bounds, geometry, ...ground, barriers, latest: latest && planView(latest) };
};

/** Begins to cut an area in the background. Throws INVALID for an area without doors or with too many for one look. */
export const startTurfPlan = async (deps: Deps, actor: Actor, { cutId, options }: StartTurfPlanInput): Promise<TurfPlan> => {
  requireCutInScope(mapScopeOf(actor, "cut.edit"), cutId);
  const cut = await getCut(deps, actor, cutId);
  const { doors } = await countCutGround(deps.db, cutId);
  if (doors === 0) throw new AppError("INVALID", "map.turfPlan.noDoors");
  if (doors > mostDoorsToCut) throw new AppError("INVALID", "map.turfPlan.tooMany", { most: mostDoorsToCut });
  const [id, now] = [deps.newId(), deps.clock.now()];
  const expiresAt = new Date(now.getTime() + planLivesDays * dayMs);
  const plan = await insertTurfPlan(deps.db, { id, cutId, options, startedByUserId: userIdOf(actor), createdAt: now, expiresAt });
  await recordAudit(deps.db, { actor, action: "turf.plan", entity: "TurfPlan", entityId: id, facts: { name: cut.name, doors } });
  await deps.jobs.add("map.auto-cut", { planId: id }, { jobId: `auto-cut-${id}` });
  return planView(plan);
};

export const getTurfPlan = async (deps: Deps, actor: Actor, { id }: { id: string }): Promise<TurfPlan> =>
  planView(await requireTurfPlan(deps, actor, id));

/** What a plan came to. Throws CONFLICT while there is nothing to see. */
export const getTurfCutting = async (deps: Deps, actor: Actor, { id }: { id: string }): Promise<TurfCutting> => {
  await requireTurfPlan(deps, actor, id);
  const cutting = await findTurfCutting(deps.db, id);
  if (cutting === null) throw new AppError("CONFLICT", "map.turfPlan.notReady");
  return cutting;
};

/** Throws CONFLICT when it has ended. */
export const cancelTurfPlan = async (deps: Deps, actor: Actor, { id }: { id: string }): Promise<TurfPlan> => {
  const plan = await requireTurfPlan(deps, actor, id);
  if (!(await endTurfPlan(deps.db, id, { status: "CANCELLED", now: deps.clock.now() })))
    throw new AppError("CONFLICT", "map.turfPlan.ended");
  return { ...planView(plan), status: "CANCELLED" };
};

/** Throws NOT_FOUND, for plans of areas out of the account's reach too. */
export const requireTurfPlan = async (deps: Deps, actor: Actor, id: string): Promise<StoredTurfPlan> => {
  const scope = mapScopeOf(actor, "cut.edit");
  const plan = await findTurfPlan(deps.db, id);
  if (plan === null || (scope !== "all" && !scope.includes(plan.cutId))) throw new AppError("NOT_FOUND", "map.turfPlan.notFound");
  return plan;
};

const planView = ({ keptCutIds: _kept, startedByUserId: _by, ...plan }: StoredTurfPlan): TurfPlan => plan;

/** Forgets plans nobody came back to; every night. */
export const forgetOldTurfPlans = async (deps: Deps): Promise<void> => {
  const plans = await purgeTurfPlans(deps.db, deps.clock.now());
  deps.logger.info({ plans }, "old turf plans forgotten");
};
