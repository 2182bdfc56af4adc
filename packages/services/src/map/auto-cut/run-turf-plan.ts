import { setImmediate } from "node:timers/promises";
import {
  advanceTurfPlan,
  claimTurfPlan,
  endTurfPlan,
  findCut,
  findTurfPlan,
  listCutBuildings,
  listLinesIn,
  listUnitsOf,
} from "@cml/db/map";
import { barriersOf, boundsOf, type CutBarrier, type CutBuilding, planTurfsInSteps, type TurfPlanOptions } from "@cml/domain/map";
import type { Deps } from "../../deps";

const mostOfError = 500;
/** Buildings smaller than this fit any turf. */
const towerFromDoors = 6;
const noteEveryMs = 500;

/** Cuts the area of a plan; safe to call again after a crash, because it begins anew and nothing is kept before its end. */
export const runTurfPlan = async (deps: Deps, { planId, isLastTry }: { planId: string; isLastTry: boolean }): Promise<void> => {
  if (!(await claimTurfPlan(deps.db, planId, deps.clock.now()))) return;
  try {
    await cutArea(deps, planId);
  } catch (error) {
    const said = error instanceof Error ? error.message.slice(0, mostOfError) : "";
    if (isLastTry) await endTurfPlan(deps.db, planId, { status: "FAILED", error: said, now: deps.clock.now() });
    throw error;
  }
};

const cutArea = async (deps: Deps, planId: string): Promise<void> => {
  const plan = await findTurfPlan(deps.db, planId);
  const cut = plan && (await findCut(deps.db, plan.cutId));
  if (plan === null || cut === null) return;
  const { target, keepPolls, pace, ...stops } = plan.options;
  const buildings = await buildingsOf(deps, plan.cutId);
  const barriers = wished(barriersOf(await listLinesIn(deps.db, boundsOf(cut.geometry))), stops);
  const steps = planTurfsInSteps(buildings, { target, keepPolls, pace, barriers });
  let notedAt = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) {
      await endTurfPlan(deps.db, planId, { status: "COMPLETED", result: step.value, now: deps.clock.now() });
      return;
    }
    // Requests of this process come in between.
    await setImmediate();
    if (performance.now() - notedAt < noteEveryMs) continue;
    notedAt = performance.now();
    if (!(await advanceTurfPlan(deps.db, planId, Math.min(99, Math.round(step.value * 100))))) return;
  }
};

const buildingsOf = async (deps: Deps, cutId: string): Promise<CutBuilding[]> => {
  const buildings = await listCutBuildings(deps.db, cutId);
  const units = await listUnitsOf(deps.db, buildings.filter(({ doors }) => doors >= towerFromDoors).map(({ id }) => id)); // prettier-ignore
  return buildings.map((building) => ({ ...building, units: units.get(building.id) ?? [] }));
};

const wished = (barriers: readonly CutBarrier[], { water, rail, roads }: Pick<TurfPlanOptions, "water" | "rail" | "roads">): CutBarrier[] =>
  barriers.filter(({ kind }) => ({ water, rail, road: roads })[kind]);
