import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { sendShiftReminders } from "./send-reminders";
import { sweepPlaces } from "./settle-places";
import { sendShiftNotices } from "./shift-notices";

/** What time alone brings about: offers that run out, places to offer, notices and reminders that are due. */
export const sweepShifts = async (deps: Deps, actor: Actor): Promise<void> => {
  await sweepPlaces(deps, actor);
  await sendShiftNotices(deps, actor);
  await sendShiftReminders(deps, actor);
};
