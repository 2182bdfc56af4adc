import { type Db, transaction } from "@cml/db";
import { findSession, findVisitWriters, insertVisit, listExistingAddresses, touchSession } from "@cml/db/canvass";
import { listAddressesInTurf } from "@cml/db/map";
import {
  type CanvassSession, mayCarrySupport, type RecordVisitInput, recordVisitInput, visitRefusal, type VisitRefusal, type VisitResult,
} from "@cml/domain/canvass"; // prettier-ignore
import type { Actor, Locale } from "@cml/domain/kernel";
import { translate } from "@cml/i18n";
import type { Deps } from "../../deps";
import { applyVisits } from "../../map";
import { type Walker, walkerOf } from "../walker";

type Parsed = { id: string; visit: RecordVisitInput | null };

/**
 * Takes what a phone gathered. Each item is judged apart and answered apart; an id that arrived before gets the same answer without a
 * second row. What is taken is written with its door, building and areas in one transaction. Throws UNAUTHENTICATED for strangers only.
 */
export const recordVisits = async (deps: Deps, actor: Actor, { visits }: { visits: unknown[] }): Promise<{ results: VisitResult[] }> => {
  const walker = walkerOf(actor);
  const parsed = visits.map(parseItem);
  const outcome = await transaction(deps.db, (db) => writeBatch(deps, db, { walker, parsed, locale: actor.locale }), {
    timeoutMs: 60_000,
    retries: 3,
  });
  for (const { cutId, addressId } of outcome.marked) await deps.events.publish({ type: "visit.recorded", cutId, addressId });
  return { results: outcome.results };
};

const parseItem = (item: unknown): Parsed => {
  const id = typeof item === "object" && item !== null && "id" in item && typeof item.id === "string" ? item.id.slice(0, 64) : "";
  const read = recordVisitInput.safeParse(item);
  return { id, visit: read.success ? read.data : null };
};

type Batch = { walker: Walker; parsed: Parsed[]; locale: Locale };
type Written = { results: VisitResult[]; marked: { cutId: string; addressId: string }[] };

const writeBatch = async (deps: Deps, db: Db, { walker, parsed, locale }: Batch): Promise<Written> => {
  const now = deps.clock.now();
  const wellFormed = parsed.flatMap(({ visit }) => visit ?? []);
  const writers = await findVisitWriters(
    db,
    wellFormed.map(({ id }) => id),
  );
  const doors = await listExistingAddresses(
    db,
    wellFormed.map(({ addressId }) => addressId),
  );
  const sessions = await loadSessions(db, wellFormed);
  const results: VisitResult[] = [];
  const taken: { visit: RecordVisitInput; session: CanvassSession }[] = [];
  for (const { id, visit } of parsed) {
    const refuse = (reason: VisitRefusal) =>
      results.push({ id, status: "refused", reason, message: translate(locale, `canvass:refusal.${reason}`) });
    if (visit === null) {
      refuse("malformed");
      continue;
    }
    const writer = writers.get(visit.id);
    if (writer !== undefined) {
      if (writer.userId === walker.userId) results.push({ id, status: writer.heldForReview ? "held" : "known" });
      else refuse("idTaken");
      continue;
    }
    const found = sessions.get(visit.sessionId);
    const facts = { ...walker, now, session: found?.session ?? null, isInTurf: found?.inTurf.has(visit.addressId) ?? false };
    const refusal = doors.has(visit.addressId) ? visitRefusal(visit, facts) : "noSuchDoor";
    if (refusal !== null || found === undefined) {
      refuse(refusal ?? "noSession");
      continue;
    }
    const isNew = await insertVisit(db, {
      ...tidy(visit),
      userId: walker.userId,
      shiftId: found.session.shiftId,
      heldForReview: walker.isHeld,
      receivedAt: now,
    });
    writers.set(visit.id, { userId: walker.userId, heldForReview: walker.isHeld });
    if (isNew) taken.push({ visit: tidy(visit), session: found.session });
    results.push({ id, status: walker.isHeld ? "held" : isNew ? "recorded" : "known" });
  }
  const counting = walker.isHeld ? [] : taken;
  await applyVisits(
    db,
    counting.map(({ visit }) => ({ ...visit, visitedAt: visit.recordedAt, userId: walker.userId })),
    now,
  );
  for (const sessionId of new Set(taken.map(({ session }) => session.id))) await touchSession(db, sessionId, now);
  const marked = counting.flatMap(({ visit, session }) =>
    session.cutId === null ? [] : [{ cutId: session.cutId, addressId: visit.addressId }],
  );
  return { results, marked };
};

type Found = { session: CanvassSession; inTurf: Set<string> };

const loadSessions = async (db: Db, visits: readonly RecordVisitInput[]): Promise<Map<string, Found>> => {
  const found = new Map<string, Found>();
  for (const id of new Set(visits.map(({ sessionId }) => sessionId))) {
    const session = await findSession(db, id);
    if (session === null) continue;
    const mine = visits.filter(({ sessionId }) => sessionId === id).map(({ addressId }) => addressId);
    found.set(id, { session, inTurf: await listAddressesInTurf(db, session, mine) });
  }
  return found;
};

/** Support beside an outcome that cannot know it is a slip of the thumb. */
const tidy = (visit: RecordVisitInput): RecordVisitInput =>
  mayCarrySupport(visit.outcome) ? visit : { ...visit, supportLevel: null, supportDeclined: false, leanCode: null };
