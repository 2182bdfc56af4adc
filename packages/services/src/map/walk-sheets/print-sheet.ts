import { randomBytes } from "node:crypto";
import type { Readable } from "node:stream";
import { transaction } from "@cml/db";
import { findTurfFilter, findWalkSheet, insertWalkSheet, listDoorsByIds, listFreeTurfUnits, listTurfDoors } from "@cml/db/map";
import { findMapSettings } from "@cml/db/settings";
import { type Actor, AppError } from "@cml/domain/kernel";
import {
  byFloor, mostDoorsOfSheet, planWalkRoute, type PrintedSheet, type PrintSheetInput, type PrintTurfSheetInput, requireCutInScope, sheetCode, type TurfAssignment, type TurfDoor, type WalkSheetRow,
} from "@cml/domain/map"; // prettier-ignore
import { renderWalkSheet } from "@cml/integrations/pdf";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";
import { getCut } from "../cuts/read-cuts";
import { mapScopeOf, userIdOf } from "../require-map-scope";
import { requireAssignmentInScope } from "../turf-assignments/hand-out-turf";
import { turfUnitsOf } from "../turf-assignments/turf-filter";
import { barriersAmong } from "../turf-assignments/walk-barriers";
import { inPrintedOrder } from "./printed-order";
import { sheetOf } from "./sheet-words";

/**
 * Lays out a turf of a shift on paper: its doors in walking order, kept under a code by which the sheet is typed in later. Who took names
 * of people out of the house is written down. Throws CONFLICT for a turf without doors.
 */
export const printSheet = async (deps: Deps, actor: Actor, { assignmentId, paper, locale }: PrintSheetInput): Promise<PrintedSheet> => {
  const { cutId, shiftId } = await requireAssignmentInScope(deps, actor, assignmentId);
  const doors = await listTurfDoors(deps.db, assignmentId);
  return keepSheet(deps, actor, { of: { turfAssignmentId: assignmentId, cutId, paper, locale }, doors, shiftId });
};

/**
 * The same for a turf no shift walks: the doors its filter leaves in now, without those others hold. Paper holds no doors back. Throws
 * CONFLICT when none is left, or more than anybody carries.
 */
export const printTurfSheet = async (deps: Deps, actor: Actor, { cutId, paper, locale }: PrintTurfSheetInput): Promise<PrintedSheet> => {
  requireCutInScope(mapScopeOf(actor, "shift.edit"), cutId);
  await getCut(deps, actor, cutId);
  const units = await turfUnitsOf(deps.db, cutId, await findTurfFilter(deps.db, cutId));
  const addressIds = await listFreeTurfUnits(deps.db, units, mostDoorsOfSheet + 1);
  if (addressIds.length > mostDoorsOfSheet) throw new AppError("CONFLICT", "map.walkSheet.tooMany", { most: mostDoorsOfSheet });
  const doors = await listDoorsByIds(deps.db, addressIds);
  return keepSheet(deps, actor, { of: { turfAssignmentId: null, cutId, paper, locale }, doors, shiftId: null });
};

type Given = {
  of: Pick<WalkSheetRow, "cutId" | "paper" | "locale"> & { turfAssignmentId: string | null };
  doors: TurfDoor[];
  shiftId: string | null;
};

const keepSheet = async (deps: Deps, actor: Actor, { of, doors: unordered, shiftId }: Given): Promise<PrintedSheet> => {
  const walk = planWalkRoute(unordered, null, await barriersAmong(deps.db, unordered)).stops;
  const addressIds = walk.flatMap(({ units }) => byFloor(units).map(({ id }) => id));
  if (addressIds.length === 0) throw new AppError("CONFLICT", "map.turf.empty");
  const row = { ...of, id: deps.newId(), code: sheetCode(randomBytes(5)), addressIds, createdAt: deps.clock.now() };
  return transaction(deps.db, async (db) => {
    const { id, code, doors } = await insertWalkSheet(db, { ...row, createdByUserId: userIdOf(actor) });
    const facts = { cutId: of.cutId, ...(shiftId !== null && { shiftId }), rows: doors };
    await recordAudit(db, { actor, action: "walkSheet.print", entity: "WalkSheet", entityId: id, facts });
    return { id, code, doors };
  });
};

/** The sheet as a PDF; printed again it has the same doors in the same order, with what is known of them now. Throws NOT_FOUND. */
export const renderSheet = async (deps: Deps, actor: Actor, id: string): Promise<Readable> => {
  const scope = mapScopeOf(actor, "shift.edit");
  const sheet = await findWalkSheet(deps.db, id);
  if (sheet === null) throw new AppError("NOT_FOUND", "map.walkSheet.notFound");
  requireCutInScope(scope, sheet.cutId);
  const { assignment, doors } = await doorsOfSheet(deps, actor, sheet);
  const buildings = inPrintedOrder(doors, sheet.addressIds);
  return renderWalkSheet(await sheetOf(deps, actor, { sheet, assignment, buildings, settings: await findMapSettings(deps.db) }));
};

type DoorsOfSheet = { assignment: TurfAssignment | null; doors: TurfDoor[] };

/** Printed again, the sheet of a shift leaves out what went to others since. */
const doorsOfSheet = async (deps: Deps, actor: Actor, { assignmentId, addressIds }: WalkSheetRow): Promise<DoorsOfSheet> => {
  if (assignmentId === null) return { assignment: null, doors: await listDoorsByIds(deps.db, addressIds) };
  const assignment = await requireAssignmentInScope(deps, actor, assignmentId);
  return { assignment, doors: await listTurfDoors(deps.db, assignmentId) };
};
