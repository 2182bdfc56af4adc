import { randomBytes } from "node:crypto";
import type { Readable } from "node:stream";
import { transaction } from "@cml/db";
import { findWalkSheet, insertWalkSheet, listTurfDoors } from "@cml/db/map";
import { findMapSettings } from "@cml/db/settings";
import { type Actor, AppError } from "@cml/domain/kernel";
import { byFloor, planWalkRoute, type PrintedSheet, type PrintSheetInput, sheetCode } from "@cml/domain/map";
import { renderWalkSheet } from "@cml/integrations/pdf";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";
import { mapScopeOf, userIdOf } from "../require-map-scope";
import { requireAssignmentInScope } from "../turf-assignments/hand-out-turf";
import { inPrintedOrder } from "./printed-order";
import { sheetOf } from "./sheet-words";

/**
 * Lays out a turf on paper: its doors in walking order, kept under a code by which the sheet is typed in later. Who took names of people
 * out of the house is written down. Throws CONFLICT for a turf without doors.
 */
export const printSheet = async (deps: Deps, actor: Actor, { assignmentId, paper, locale }: PrintSheetInput): Promise<PrintedSheet> => {
  const assignment = await requireAssignmentInScope(deps, actor, assignmentId);
  const walk = planWalkRoute(await listTurfDoors(deps.db, assignmentId)).stops;
  const addressIds = walk.flatMap(({ units }) => byFloor(units).map(({ id }) => id));
  if (addressIds.length === 0) throw new AppError("CONFLICT", "map.turf.empty");
  const code = sheetCode(randomBytes(5));
  const row = { id: deps.newId(), code, turfAssignmentId: assignmentId, locale, paper, addressIds, createdAt: deps.clock.now() };
  return transaction(deps.db, async (db) => {
    const { id, doors } = await insertWalkSheet(db, { ...row, createdByUserId: userIdOf(actor) });
    const facts = { cutId: assignment.cutId, shiftId: assignment.shiftId, rows: doors };
    await recordAudit(db, { actor, action: "walkSheet.print", entity: "WalkSheet", entityId: id, facts });
    return { id, code, doors };
  });
};

/** The sheet as a PDF; printed again it has the same doors in the same order, with what is known of them now. Throws NOT_FOUND. */
export const renderSheet = async (deps: Deps, actor: Actor, id: string): Promise<Readable> => {
  mapScopeOf(actor, "shift.edit");
  const sheet = await findWalkSheet(deps.db, id);
  if (sheet === null) throw new AppError("NOT_FOUND", "map.walkSheet.notFound");
  const assignment = await requireAssignmentInScope(deps, actor, sheet.assignmentId);
  const buildings = inPrintedOrder(await listTurfDoors(deps.db, sheet.assignmentId), sheet.addressIds);
  return renderWalkSheet(await sheetOf(deps, actor, { sheet, assignment, buildings, settings: await findMapSettings(deps.db) }));
};
