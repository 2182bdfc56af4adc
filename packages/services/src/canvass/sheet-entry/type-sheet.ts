import { type Db, transaction } from "@cml/db";
import {
  countVisitsFromSheet, findSheetsOfVisits, findVisitFromSheet, insertPaperVisit, listExistingAddresses, listExistingUsers, lockWalkSheet, withdrawVisit,
} from "@cml/db/canvass"; // prettier-ignore
import { findTimeZone, markVisited, refreshCutsOfAddresses } from "@cml/db/map";
import {
  mayCarrySupport, paperDayRefusal, paperTimeOf, type TypedItem, typedItemSchema, type TypedResult, type TypedVisit, type TypeSheetInput, type TypingRefusal,
} from "@cml/domain/canvass"; // prettier-ignore
import type { Actor, Locale } from "@cml/domain/kernel";
import { translate } from "@cml/i18n";
import type { Deps } from "../../deps";
import { requireSheet, type SheetInHand } from "./require-sheet";
import { peopleOfSheet } from "./sheet-people";

/**
 * Takes what was typed in from a sheet of paper. Each item is judged and answered apart, in order; an id that arrived before gets the
 * same answer without a second row. A door that was typed in already from this sheet is corrected: the earlier visit stays as history
 * and counts no more. Throws NOT_FOUND for sheets out of reach.
 */
export const typeSheet = async (deps: Deps, actor: Actor, { sheetId, items }: TypeSheetInput): Promise<{ results: TypedResult[] }> => {
  const inHand = await requireSheet(deps.db, actor, sheetId);
  const { results, touched } = await transaction(deps.db, (db) => writeItems(deps, db, { inHand, items, locale: actor.locale }), {
    timeoutMs: 60_000,
    retries: 3,
  });
  for (const addressId of touched) await deps.events.publish({ type: "visit.recorded", cutId: inHand.sheet.cutId, addressId });
  return { results };
};

type Batch = { inHand: SheetInHand; items: unknown[]; locale: Locale };
type Written = { results: TypedResult[]; touched: string[] };

const writeItems = async (deps: Deps, db: Db, { inHand, items, locale }: Batch): Promise<Written> => {
  await lockWalkSheet(db, inHand.sheet.id);
  const parsed = items.map(readItem);
  const visits = parsed.flatMap(({ item }) => (item?.kind === "visit" ? [item] : []));
  const sheet = await readGround(deps, db, { inHand, visits });
  const known = await findSheetsOfVisits(db, parsed.flatMap(({ item }) => item?.id ?? [])); // prettier-ignore
  const results: TypedResult[] = [];
  const touched = new Set<string>();
  // A visit that is taken back is no news of when the area was last walked.
  let newest = new Date(0);
  const now = deps.clock.now();
  for (const { id, item } of parsed) {
    const refuse = (reason: TypingRefusal) =>
      void results.push({ id, status: "refused", reason, message: translate(locale, `canvass:typing.${reason}`) });
    const before = known.get(id);
    if (item === null) refuse("malformed");
    else if (before !== undefined && before.walkSheetId !== inHand.sheet.id) refuse("idTaken");
    else if (item.kind === "withdrawal") {
      const door = before === undefined ? null : await withdrawVisit(db, id, now);
      if (door !== null) touched.add(door);
      results.push({ id, status: "withdrawn" });
    } else if (before !== undefined) results.push({ id, status: "known" });
    else {
      const refusal = refusalOf(item, sheet);
      if (refusal !== null) {
        refuse(refusal);
        continue;
      }
      const visitedAt = await writeVisit(db, item, sheet);
      if (visitedAt > newest) newest = visitedAt;
      known.set(id, { walkSheetId: inHand.sheet.id, isWithdrawn: false });
      touched.add(item.addressId);
      results.push({ id, status: "recorded" });
    }
  }
  if (touched.size > 0) await refreshCutsOfAddresses(db, [...touched], newest);
  return { results, touched: [...touched] };
};

const readItem = (given: unknown): { id: string; item: TypedItem | null } => {
  const id = typeof given === "object" && given !== null && "id" in given && typeof given.id === "string" ? given.id.slice(0, 64) : "";
  const read = typedItemSchema.safeParse(given);
  return { id, item: read.success ? read.data : null };
};

type Ground = SheetInHand & {
  doors: ReadonlySet<string>;
  people: ReadonlySet<string>;
  places: ReadonlyMap<string, number>;
  timeZone: string;
  now: Date;
};

const readGround = async (deps: Deps, db: Db, { inHand, visits }: { inHand: SheetInHand; visits: TypedVisit[] }): Promise<Ground> => {
  const named = visits.map(({ userId }) => userId);
  const ofShift = new Set((await peopleOfSheet(db, inHand)).map(({ userId }) => userId));
  return {
    ...inHand,
    doors: await listExistingAddresses(db, visits.map(({ addressId }) => addressId)),
    people: inHand.mayNameAnybody ? await listExistingUsers(db, named) : ofShift.add(inHand.userId),
    places: new Map(inHand.sheet.addressIds.map((id, index) => [id, index + 1])),
    timeZone: await findTimeZone(db),
    now: deps.clock.now(),
  }; // prettier-ignore
};

const dayOf = ({ day }: TypedVisit, { sheet, assignment, shift, timeZone, now }: Ground) => ({
  day,
  timeZone,
  startTime: shift?.startTime ?? null,
  printedAt: sheet.createdAt,
  handedOutAt: assignment?.handedOutAt ?? null,
  now,
});

const refusalOf = (visit: TypedVisit, ground: Ground): TypingRefusal | null => {
  if (!ground.places.has(visit.addressId)) return "notOnSheet";
  if (!ground.doors.has(visit.addressId)) return "noSuchDoor";
  if (!ground.people.has(visit.userId)) return "noSuchPerson";
  return paperDayRefusal(dayOf(visit, ground));
};

const writeVisit = async (db: Db, typed: TypedVisit, ground: Ground): Promise<Date> => {
  const { sheet, shift, userId: enteredByUserId, now } = ground;
  const { kind: _kind, day: _day, ...visit } = tidy(typed);
  const corrected = await findVisitFromSheet(db, sheet.id, visit.addressId);
  if (corrected !== null) await withdrawVisit(db, corrected, now);
  const corrections = await countVisitsFromSheet(db, sheet.id, visit.addressId);
  const visitedAt = paperTimeOf(dayOf(typed, ground), { place: ground.places.get(visit.addressId) ?? 0, corrections });
  const row = { ...visit, walkSheetId: sheet.id, shiftId: shift?.id ?? null, enteredByUserId, visitedAt, receivedAt: now };
  await insertPaperVisit(db, row);
  await markVisited(db, { ...visit, visitedAt, leanCode: null, signSize: null }, now);
  return visitedAt;
};

/** Support beside an outcome that cannot know it is a slip of the pen. */
const tidy = (visit: TypedVisit): TypedVisit =>
  mayCarrySupport(visit.outcome) ? visit : { ...visit, supportLevel: null, supportDeclined: false };
