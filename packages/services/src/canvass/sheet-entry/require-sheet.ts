import type { Db } from "@cml/db";
import { findShift, findTurfAssignment, findWalkSheet, findWalkSheetByCode } from "@cml/db/map";
import { type Actor, AppError } from "@cml/domain/kernel";
import { cutScopeOf, isInScope, readSheetCode, type Shift, type TurfAssignment, type WalkSheetRow } from "@cml/domain/map";

export type SheetInHand = {
  sheet: WalkSheetRow;
  assignment: TurfAssignment | null;
  shift: Shift | null;
  /** The account, and whether it may name anybody as having walked, or those of the shift alone. */
  userId: string;
  mayNameAnybody: boolean;
};

/** Throws UNAUTHENTICATED for strangers. */
export const typistOf = (actor: Actor): string => {
  if (actor.kind !== "user") throw new AppError("UNAUTHENTICATED", "auth.signInFirst");
  return actor.userId;
};

/** Throws INVALID for what is no code at all, NOT_FOUND for a code no sheet has and for sheets out of reach: they look like none. */
export const requireSheetOfCode = async (db: Db, actor: Actor, typed: string): Promise<SheetInHand> => {
  typistOf(actor);
  const code = readSheetCode(typed);
  if (code === null) throw new AppError("INVALID", "canvass.sheet.noCode");
  return requireInHand(db, actor, await findWalkSheetByCode(db, code));
};

/** Throws NOT_FOUND likewise. */
export const requireSheet = async (db: Db, actor: Actor, id: string): Promise<SheetInHand> =>
  requireInHand(db, actor, await findWalkSheet(db, id));

/** Those who hand out turfs of the area type its sheets, and the captain of a shift those of the shift. */
const requireInHand = async (db: Db, actor: Actor, sheet: WalkSheetRow | null): Promise<SheetInHand> => {
  const userId = typistOf(actor);
  if (sheet === null) throw new AppError("NOT_FOUND", "canvass.sheet.unknownCode");
  const assignment = sheet.assignmentId === null ? null : await findTurfAssignment(db, sheet.assignmentId);
  const shift = assignment === null ? null : await findShift(db, assignment.shiftId);
  const mayNameAnybody = isInScope(cutScopeOf(actor, "shift.edit"), sheet.cutId);
  if (!mayNameAnybody && shift?.captainUserId !== userId) throw new AppError("NOT_FOUND", "canvass.sheet.unknownCode");
  return { sheet, assignment, shift, userId, mayNameAnybody };
};
