import { listSignups, listSignupsAround } from "@cml/db/map";
import { type Actor, AppError } from "@cml/domain/kernel";
import {
  type CheckedIn,
  type CheckInByCodeInput,
  isCodeTime,
  movedDay,
  readSheetCode,
  type Shift,
  sheetCode,
  type ShiftSignup,
} from "@cml/domain/map";
import { timingSafeEqual } from "node:crypto";
import type { Deps } from "../../deps";
import { requireRoom } from "../../platform/require-room";
import { userIdOf } from "../require-map-scope";
import { checkInOne, momentOfDay } from "./check-in";
import { requireDayPerson } from "./read-day";
import { requireDay, type ShiftRight } from "./shift-right";

const room = { limit: 60, windowSeconds: 60 };

/** The code of one sign-up for one day: 40 bits nobody can work out without the installation's secret. It is nowhere stored. */
const codeOf = (deps: Pick<Deps, "secrets">, signupId: string, day: string): string =>
  sheetCode(Buffer.from(deps.secrets.keyedHash("shift-check-in", `${signupId} ${day}`), "hex").subarray(0, 5));

type Shown = { shift: Shift; signup: Pick<ShiftSignup, "id" | "status">; timeZone: string };

/** What somebody shows at the door on the day: for the page of their own sign-up. Null on other days, and for who has no place. */
export const checkInCodeFor = (deps: Deps, { shift, signup, timeZone }: Shown): string | null => {
  const hasPlace = shift.status !== "CANCELLED" && signup.status === "CONFIRMED";
  return hasPlace && isCodeTime(shift, { now: deps.clock.now(), timeZone }) ? codeOf(deps, signup.id, shift.date) : null;
};

/** What was typed, or read off a picture: the code itself, or an address that ends with it. */
const readCode = (text: string): string | null => readSheetCode(/[^/]*$/.exec(text.trim())?.[0] ?? "");

/**
 * Checks in whoever showed this code. `already`: they were here before. Throws INVALID for what is no code or a forged one, CONFLICT for
 * one of another shift or day or of a sign-up that was cancelled, RATE_LIMITED.
 */
export const checkInByCode = async (deps: Deps, actor: Actor, { shiftId, code: text }: CheckInByCodeInput): Promise<CheckedIn> => {
  await requireRoom(deps, `shift-check-in:${userIdOf(actor) ?? actor.requestId}`, room);
  const right = await requireDay(deps, actor, shiftId);
  const code = readCode(text);
  if (code === null) throw new AppError("INVALID", "map.shiftDay.noCode");
  const signupId = await signupOf(deps, right, code);
  const { timeZone } = right.site;
  if (!isCodeTime(right.shift, { now: deps.clock.now(), timeZone })) throw new AppError("CONFLICT", "map.shiftDay.otherDay");
  const before = await requireDayPerson(deps.db, shiftId, signupId);
  if (before.status === "CANCELLED") throw new AppError("CONFLICT", "map.shiftDay.codeCancelled", { name: before.name });
  if (before.checkedInAt !== null) return { person: before, already: true };
  return { person: await checkInOne(deps, actor, { right, signupId, at: momentOfDay(deps, right, null) }), already: false };
};

/** Whose code it is. The neighbours are looked through too, so that the refusal says what is wrong. */
const signupOf = async (deps: Deps, { shift }: ShiftRight, code: string): Promise<string> => {
  const wanted = Buffer.from(code);
  const isIt = (signupId: string, day: string): boolean => timingSafeEqual(Buffer.from(codeOf(deps, signupId, day)), wanted);
  const own = (await listSignups(deps.db, shift.id)).find(({ id }) => isIt(id, shift.date));
  if (own !== undefined) return own.id;
  const near = await listSignupsAround(deps.db, { from: movedDay(shift.date, -8), until: movedDay(shift.date, 8) });
  const found = near.find(({ id, day }) => isIt(id, day));
  if (found !== undefined && found.day === shift.date)
    throw new AppError("CONFLICT", "map.shiftDay.otherShift", { title: found.shiftTitle });
  if (found !== undefined) throw new AppError("CONFLICT", "map.shiftDay.otherDay");
  deps.logger.warn({ shiftId: shift.id }, "a check-in code was refused");
  throw new AppError("INVALID", "map.shiftDay.forged");
};
