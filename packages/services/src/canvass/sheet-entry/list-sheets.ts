import { listPrintedSheets } from "@cml/db/canvass";
import type { ListSheetsInput, PrintedSheetRow } from "@cml/domain/canvass";
import type { Actor } from "@cml/domain/kernel";
import { cutScopeOf } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { typistOf } from "./require-sheet";

/** Older paper is looked for by its code. */
const sinceDays = 60;
const dayMs = 86_400_000;

/** Sheets that may still be typed in, the newest first: those of areas within reach, and of shifts this person leads. */
export const listSheets = (deps: Deps, actor: Actor, { shiftId }: ListSheetsInput): Promise<PrintedSheetRow[]> => {
  const captainUserId = typistOf(actor);
  const from = new Date(deps.clock.now().getTime() - sinceDays * dayMs);
  return listPrintedSheets(deps.db, { scope: cutScopeOf(actor, "shift.edit"), captainUserId, shiftId, from });
};
