import { type Db, transaction } from "@cml/db";
import { findWaitingCancellation, lockShift, recountShift, updateShift as updateStoredShift, withdrawShiftNotice } from "@cml/db/map";
import { type Actor, AppError, otherLocale, type Translations } from "@cml/domain/kernel";
import { type CancelShiftInput, cancelShiftInput, type NoticeBodies, type Shift, type ShiftDetail } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { readShiftSite, type ShiftSite } from "./shift-site";
import { readSettings } from "../../settings/site-settings/settings-cache";
import { mapScopeOf } from "../require-map-scope";
import { getShift } from "./read-shifts";
import { partOfSeries } from "./series-part";
import { settlePlaces } from "./settle-places";
import { announce } from "./shift-notices";

/**
 * Cancels a shift, or the part of its series that is meant: at once it takes nobody and shows nowhere; the mails with the reason leave
 * after a moment in which it can be restored.
 */
export const cancelShift = async (deps: Deps, actor: Actor, input: CancelShiftInput): Promise<ShiftDetail> => {
  const { id, part, reasons, notify } = cancelShiftInput.parse(input);
  mapScopeOf(actor, "shift.edit");
  const shift = await getShift(deps, actor, id);
  const { defaultLocale } = (await readSettings(deps)).settings;
  await transaction(deps.db, async (tx) => {
    for (const one of await partOfSeries({ ...deps, db: tx }, actor, { shift, part })) {
      const locked = await lockShift(tx, one.id);
      if (locked === null || locked.status === "CANCELLED") continue;
      const words = reasonColumns(locked, reasons, defaultLocale);
      await updateStoredShift(tx, one.id, {
        changes: { status: "CANCELLED", cancelledAt: deps.clock.now(), ...words },
        at: deps.clock.now(),
      });
      if (notify) await announce(deps, tx, { actor, shiftId: one.id, kind: "CANCELLED", bodies: reasons });
    }
  });
  return getShift(deps, actor, id);
};

const reasonColumns = (shift: Shift, reasons: NoticeBodies, defaultLocale: "en" | "fr") => {
  const other = otherLocale(defaultLocale);
  const translated = reasons[other];
  const translations: Translations | null =
    translated === null
      ? shift.translations
      : { ...shift.translations, [other]: { ...shift.translations?.[other], cancelReason: translated } };
  return { cancelReason: reasons[defaultLocale] ?? translated, translations };
};

/** Takes a cancellation back, with those that were cancelled in the same stroke. Throws CONFLICT once its mails have left. */
export const restoreShift = async (deps: Deps, actor: Actor, id: string): Promise<ShiftDetail> => {
  mapScopeOf(actor, "shift.edit");
  const shift = await getShift(deps, actor, id);
  if (shift.status !== "CANCELLED" || shift.cancelledAt === null) throw new AppError("CONFLICT", "map.shift.notCancelled");
  const site = await readShiftSite(deps);
  const together = await partOfSeries(deps, actor, { shift, part: "ALL", cancelledAt: shift.cancelledAt });
  await transaction(deps.db, async (tx) => {
    for (const one of together) await restore(deps, tx, { id: one.id, site });
  });
  return getShift(deps, actor, id);
};

const restore = async (deps: Deps, tx: Db, { id, site }: { id: string; site: ShiftSite }): Promise<void> => {
  await lockShift(tx, id);
  const notice = await findWaitingCancellation(tx, id);
  if (notice !== null && !(await withdrawShiftNotice(tx, notice.id, deps.clock.now())))
    throw new AppError("CONFLICT", "map.shift.noticeLeft");
  await updateStoredShift(tx, id, { changes: { status: "OPEN", cancelledAt: null, cancelReason: null }, at: deps.clock.now() });
  await recountShift(tx, id);
  await settlePlaces(deps, tx, { shiftId: id, site });
};
