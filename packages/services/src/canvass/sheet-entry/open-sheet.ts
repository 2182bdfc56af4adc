import { listEnteredVisits } from "@cml/db/canvass";
import { findTimeZone, listDoorsByIds } from "@cml/db/map";
import { type SheetDoor, type SheetToType, visitOutcomes } from "@cml/domain/canvass";
import type { Actor, Locale } from "@cml/domain/kernel";
import { dayIn, type TurfDoor } from "@cml/domain/map";
import { translate } from "@cml/i18n";
import type { Deps } from "../../deps";
import { requireSheetOfCode } from "./require-sheet";
import { peopleOfSheet } from "./sheet-people";

/**
 * The sheet under a code, as it was printed: its doors in their places with what is known of them now, and what was typed in already.
 * Throws INVALID, NOT_FOUND.
 */
export const openSheet = async (deps: Deps, actor: Actor, { code: typed }: { code: string }): Promise<SheetToType> => {
  const inHand = await requireSheetOfCode(deps.db, actor, typed);
  const { sheet, assignment, shift, mayNameAnybody } = inHand;
  const { id, code, locale, cutId, cutName, assignmentId, addressIds, createdAt } = sheet;
  const timeZone = await findTimeZone(deps.db);
  const doors = doorsById(await listDoorsByIds(deps.db, addressIds));
  const lines = addressIds.flatMap((addressId, index) => {
    const door = doors.get(addressId);
    return door === undefined ? [] : [{ ...door, place: index + 1 }];
  });
  const listed = new Set(lines.map(({ place }) => place));
  return {
    id, code, locale, keys: keysOf(locale), cutId, cutName, assignmentId, mayNameAnybody, lines,
    doors: addressIds.length,
    shift: shift === null ? null : { id: shift.id, title: shift.title, date: shift.date, startTime: shift.startTime, isCancelled: shift.status === "CANCELLED" },
    returnedAt: assignment?.returnedAt ?? null,
    printedAt: createdAt,
    firstDay: dayIn(createdAt, timeZone),
    today: dayIn(deps.clock.now(), timeZone),
    people: await peopleOfSheet(deps.db, inHand),
    gone: addressIds.map((_, index) => index + 1).filter((place) => !listed.has(place)),
    entered: await listEnteredVisits(deps.db, id),
  }; // prettier-ignore
};

const keysOf = (locale: Locale): SheetToType["keys"] =>
  Object.fromEntries(visitOutcomes.map((outcome) => [outcome, translate(locale, `map:walkSheet.keys.${outcome}`)])) as SheetToType["keys"];

const doorsById = (buildings: readonly TurfDoor[]): Map<string, Omit<SheetDoor, "place">> =>
  new Map(
    buildings.flatMap(({ address, buildingNotes, units }) =>
      units.map(({ id, unitNumber, firstName, lastName, notes, lastOutcome, lastVisitedAt, supportLevel, sign, doNotContact }) => {
        const people = [firstName, lastName].filter(Boolean).join(" ");
        const known = { notes, lastOutcome, lastVisitedAt, supportLevel, sign, doNotContact };
        return [id, { addressId: id, address, unitNumber, buildingNotes, people, ...known }] as const;
      }),
    ),
  );
