import { transaction } from "@cml/db";
import { lockShift, recordCallResult, updateSignup } from "@cml/db/map";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { RecordCallInput } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { offTheLine } from "../shifts/give-place";
import { settlePlaces } from "../shifts/settle-places";
import { readShiftSite } from "../shifts/shift-site";
import { requireCaller } from "./call-list";
import { requireCallee } from "./claim-calls";

/**
 * What a call brought: they come, they cannot (the place goes to the first who waits), nobody answered (they come up again, later), or the
 * number is somebody else's. Throws CONFLICT when the caller's claim has gone to somebody else, or the place is given up already.
 */
export const recordCall = async (deps: Deps, actor: Actor, { id, outcome, note }: RecordCallInput): Promise<void> => {
  const userId = requireCaller(actor);
  const { shiftId } = await requireCallee(deps, actor, id);
  const site = await readShiftSite(deps);
  const at = deps.clock.now();
  await transaction(deps.db, async (tx) => {
    await lockShift(tx, shiftId);
    if (!(await recordCallResult(tx, id, { outcome, note, userId, at }))) throw new AppError("CONFLICT", "map.shift.callTaken");
    if (outcome !== "CANNOT") return;
    await updateSignup(tx, id, { ...offTheLine, status: "CANCELLED", endedBy: "VOLUNTEER", cancelledAt: at });
    await settlePlaces(deps, tx, { shiftId, site });
  });
};
