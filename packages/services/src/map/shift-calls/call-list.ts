import { type CallRow, findTimeZone, listCallRows } from "@cml/db/map";
import { type Actor, AppError, localized } from "@cml/domain/kernel";
import {
  callClaimMinutes,
  type CallList,
  type CallListInput,
  type CallPerson,
  callStateOf,
  type CutScope,
  dayIn,
  movedDay,
  shiftEnd,
} from "@cml/domain/map";
import { translate } from "@cml/i18n";
import type { Deps } from "../../deps";
import { readSettings } from "../../settings/site-settings/settings-cache";
import { mapScopeOf } from "../require-map-scope";
import { shiftDayWords, shiftText, shiftTimeWords } from "../shifts/shift-words";

/**
 * Who has a place on a day (tomorrow, unless another is asked for) and has not said that they come, with who calls whom. Throws FORBIDDEN
 * for those who may not edit shifts: it is a list of telephone numbers.
 */
export const getCallList = async (deps: Deps, actor: Actor, input: CallListInput): Promise<CallList> => {
  const scope = mapScopeOf(actor, "shift.edit");
  const me = requireCaller(actor);
  const timeZone = await findTimeZone(deps.db);
  const now = deps.clock.now();
  const today = dayIn(now, timeZone);
  const day = input.day ?? movedDay(today, 1);
  const { settings } = await readSettings(deps);
  const rows = await listCallable(deps, { day, scope });
  const people = rows.map((row) =>
    personOf(row, { me, now, sms: smsOf(row, { organization: settings, timeZone, isTomorrow: day === movedDay(today, 1) }) }),
  );
  return {
    day,
    // Who said by themselves that they come is counted, and left in peace.
    people: people.filter(({ state, callCount }) => state !== "COMING" || callCount > 0),
    places: people.filter(({ state }) => state !== "CANNOT").length,
    coming: people.filter(({ state }) => state === "COMING").length,
    toCall: people.filter(({ state }) => state === "TO_CALL").length,
  };
};

/** Sign-ups of a day whose shifts are not over: nobody is called about what is past. */
export const listCallable = async (deps: Deps, wanted: { day: string; scope: CutScope }): Promise<CallRow[]> => {
  const timeZone = await findTimeZone(deps.db);
  const now = deps.clock.now();
  return (await listCallRows(deps.db, wanted)).filter(({ shift }) => shiftEnd(shift, timeZone) > now);
};

export const requireCaller = (actor: Actor): string => {
  if (actor.kind !== "user") throw new AppError("UNAUTHENTICATED", "auth.signInFirst");
  return actor.userId;
};

/** Claims made before this moment have run out. */
export const claimsExpireBefore = (now: Date): Date => new Date(now.getTime() - callClaimMinutes * 60_000);

const personOf = (row: CallRow, { me, now, sms }: { me: string; now: Date; sms: string }): CallPerson => {
  const { signup, shift, phone, callOutcome, callCount, calledAt, callNote } = row;
  return {
    signupId: signup.id,
    shiftId: shift.id,
    shiftTitle: shift.title,
    startTime: shift.startTime,
    endTime: shift.endTime,
    location: shift.location,
    name: signup.userName,
    phone,
    locale: signup.locale,
    state: callStateOf({ callOutcome, phone, isConfirmed: signup.confirmedAt !== null, isCancelled: signup.status === "CANCELLED" }),
    callCount,
    callOutcome,
    calledAt,
    note: callNote,
    claim: claimOf(row, me, now),
    sms,
  };
};

const claimOf = ({ claimedByUserId, claimedAt, callerName }: CallRow, me: string, now: Date): CallPerson["claim"] => {
  if (claimedByUserId === null || claimedAt === null || claimedAt < claimsExpireBefore(now)) return null;
  const until = new Date(claimedAt.getTime() + callClaimMinutes * 60_000);
  return { name: callerName ?? "", isMine: claimedByUserId === me, until };
};

type Site = { organization: Parameters<typeof localized>[0]; timeZone: string; isTomorrow: boolean };

/** In the language of the person who reads it, not of the caller. */
const smsOf = ({ signup, shift }: CallRow, { organization, timeZone, isTomorrow }: Site): string => {
  const { locale } = signup;
  const where = shiftText(shift, "location", locale);
  const facts = {
    name: signup.userName.split(" ")[0] ?? signup.userName,
    organization: localized(organization, "organizationName", locale),
    title: shiftText(shift, "title", locale),
    day: shiftDayWords(shift, locale),
    time: shiftTimeWords(shift, { locale, timeZone }),
    where,
  };
  const day = isTomorrow ? "tomorrow" : "day";
  return translate(locale, `map:shiftCalls.${day}${where === "" ? "" : "Where"}`, facts);
};
