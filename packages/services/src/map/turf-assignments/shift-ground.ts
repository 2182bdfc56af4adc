import { findShiftGround } from "@cml/db/map";
import type { Actor } from "@cml/domain/kernel";
import type { ShiftGround } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { getShift } from "../shifts/read-shifts";

/** Where the turfs of a shift lie and how far each building is. Throws NOT_FOUND. */
export const getShiftGround = async (deps: Deps, actor: Actor, { shiftId }: { shiftId: string }): Promise<ShiftGround> => {
  await getShift(deps, actor, shiftId);
  return findShiftGround(deps.db, shiftId);
};
