import type { PublicApi } from "@cml/api-client/public";
import type { ShiftCalendarInput } from "@cml/domain/map";
import type { Locale } from "@cml/domain/kernel";
import type { MyShiftView, OwnVerb, SignUpForm } from "../features/shifts/model";
import { orNull } from "../shell/failures";
import { shiftOf } from "./shift-view";
import { refusalWords } from "./submit-plain";
import { drawQr } from "../texts/qr-drawing";

type Refusal = { status: number; words: string };

/** Signing up for shifts, and the page of one's own sign-up. */
export type ShiftSource = {
  /** Metres by shift; null where nobody knows the place. */
  shiftsNear: (text: string, locale: Locale) => Promise<ReadonlyMap<string, number> | null | Refusal>;
  signUp: (shiftId: string, form: SignUpForm, locale: Locale) => Promise<"PLACE" | "WAITING" | Refusal>;
  /** Null for a link of nobody, or one whose shift is long over. */
  mySignup: (token: string) => Promise<MyShiftView | null>;
  /** Null: done. */
  actOnSignup: (asked: { token: string; verb: OwnVerb; locale: Locale }) => Promise<Refusal | null>;
  changeSignup: (asked: { token: string; name: string; phone: string; locale: Locale }) => Promise<Refusal | null>;
  /** A calendar file; null where there is none. */
  calendar: (asked: ShiftCalendarInput) => Promise<string | null>;
};

export const shiftSourceOf = ({ map: { shifts } }: PublicApi): ShiftSource => ({
  shiftsNear: async (text, locale) => {
    const found = await orRefused(
      shifts.near({ text }).then((near) => ({ near })),
      locale,
    );
    if (!("near" in found)) return found;
    return found.near === null ? null : new Map(found.near.map(({ id, distanceM }) => [id, distanceM]));
  },
  signUp: async (shiftId, { name, email, phone }, locale) => {
    const answer = shifts.signUp({ shiftId, name, email, phone: phone === "" ? null : phone, locale });
    return orRefused(
      answer.then(({ outcome }) => outcome),
      locale,
    );
  },
  mySignup: async (token) => {
    const found = await orNull(shifts.mine({ token }));
    if (found === null) return null;
    const { offerExpiresAt, shift, phone, cancelReason, checkInCode, ...mine } = found;
    return {
      ...mine,
      shift: shiftOf(shift),
      phone: phone ?? "",
      cancelReason: cancelReason ?? "",
      isConfirmed: mine.confirmedAt !== null,
      checkIn: checkInCode === null ? null : { code: checkInCode, drawing: drawQr(checkInCode) },
      offerExpiresAt: offerExpiresAt?.toISOString() ?? null,
    };
  },
  actOnSignup: async ({ token, verb, locale }) => doneOr(await orRefused(shifts.act({ token, verb }), locale)),
  changeSignup: async ({ token, name, phone, locale }) =>
    doneOr(await orRefused(shifts.change({ token, name, phone: phone === "" ? null : phone, locale }), locale)),
  calendar: (asked) => orNull(shifts.calendar(asked)),
});

const orRefused = async <T>(answer: Promise<T>, locale: Locale): Promise<T | Refusal> => {
  try {
    return await answer;
  } catch (error) {
    const words = refusalWords(error, locale);
    if (words === null) throw error;
    return words;
  }
};

const doneOr = (answer: object): Refusal | null => ("words" in answer && "status" in answer ? (answer as Refusal) : null);
