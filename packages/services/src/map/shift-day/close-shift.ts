import { transaction } from "@cml/db";
import { closeDay, findClosing, lockShift, reopenDay } from "@cml/db/map";
import { type Actor, AppError } from "@cml/domain/kernel";
import { type CloseShiftInput, type ShiftDay, whatIsOut } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";
import { settlePlaces } from "../shifts/settle-places";
import { dayOf } from "./read-day";
import { requireDay } from "./shift-right";

/**
 * The day is over: whoever was here attended, the others did not come, and turfs are free again. Twice is once. Throws CONFLICT before
 * the shift began, and, unless a reason is given, while turfs are out or a phone may hold records; what phones bring later counts.
 */
export const closeShift = async (deps: Deps, actor: Actor, { shiftId, reason }: CloseShiftInput): Promise<ShiftDay> => {
  const right = await requireDay(deps, actor, shiftId);
  const now = deps.clock.now();
  await transaction(deps.db, async (tx) => {
    await lockShift(tx, shiftId);
    if ((await findClosing(tx, shiftId)).closedAt !== null) return;
    const day = await dayOf({ ...deps, db: tx }, actor, right);
    if (now < day.shift.startsAt) throw new AppError("CONFLICT", "map.shiftDay.notBegun");
    const out = whatIsOut(day, now);
    const isEarly = out.turfs.length > 0 || out.phones.length > 0;
    const unsent = out.phones.reduce((sum, phone) => sum + phone.unsent, 0);
    if (isEarly && reason === null)
      throw new AppError("CONFLICT", "map.shiftDay.stillOut", { turfs: out.turfs.length, phones: out.phones.length, records: unsent });
    await closeDay(tx, shiftId, { at: now, reason: isEarly ? reason : null });
    await settlePlaces(deps, tx, { shiftId, site: right.site });
    const facts = { turfsOut: out.turfs.length, phones: out.phones.length, unsent };
    await recordAudit(tx, { actor, action: "shift.close", entity: "Shift", entityId: shiftId, facts });
  });
  return dayOf(deps, actor, right);
};

/** Opens a closed shift again: those who did not come are expected again. Turfs stay free. Mails that left stay sent. */
export const reopenShift = async (deps: Deps, actor: Actor, { shiftId }: { shiftId: string }): Promise<ShiftDay> => {
  const right = await requireDay(deps, actor, shiftId);
  await transaction(deps.db, async (tx) => {
    await lockShift(tx, shiftId);
    if ((await findClosing(tx, shiftId)).closedAt === null) return;
    await reopenDay(tx, shiftId, deps.clock.now());
    await settlePlaces(deps, tx, { shiftId, site: right.site });
    await recordAudit(tx, { actor, action: "shift.reopen", entity: "Shift", entityId: shiftId });
  });
  return dayOf(deps, actor, right);
};
