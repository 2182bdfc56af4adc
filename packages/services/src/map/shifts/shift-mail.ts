import type { Db } from "@cml/db";
import { findUser } from "@cml/db/auth";
import type { Shift, ShiftSignup } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { shiftPageLink, type ShiftSite } from "./shift-site";
import { queueTemplateMail } from "../../platform/queue-template-mail";
import { shiftDayWords, shiftText, shiftTimeWords } from "./shift-words";
import { signupLink } from "./signup-links";

export type ShiftMailKey =
  | "shift-signup-confirmation"
  | "shift-offer"
  | "shift-offer-ended"
  | "shift-day-before"
  | "shift-same-day"
  | "shift-after-attended"
  | "shift-after-missed"
  | "shift-changed"
  | "shift-cancelled"
  | "shift-removed"
  | "shift-details";

export type ShiftMail = {
  key: ShiftMailKey;
  shift: Shift;
  signup: ShiftSignup;
  site: ShiftSite;
  /** What this mail is sent once for; null for one that may repeat. */
  once: string | null;
  extra?: Record<string, string>;
};

/** Mails one person of a shift, in the transaction of `db`; nothing for somebody without an address. */
export const queueShiftMail = async (deps: Deps, db: Db, { key, shift, signup, site, once, extra = {} }: ShiftMail): Promise<boolean> => {
  if (signup.userEmail === null) return false;
  const { locale } = signup;
  const onceKey = once === null ? {} : { onceKey: `${key}:${signup.id}:${once}` };
  return queueTemplateMail(deps, db, {
    templateKey: key,
    locale,
    to: { name: signup.userName, address: signup.userEmail },
    variables: {
      USER_NAME: signup.userName,
      SHIFT_TITLE: shiftText(shift, "title", locale),
      SHIFT_DATE: shiftDayWords(shift, locale),
      SHIFT_TIME: shiftTimeWords(shift, { locale, timeZone: site.timeZone }),
      SHIFT_URL: signupLink(deps, site, { signup }),
      ...filled({ SHIFT_LOCATION: shiftText(shift, "location", locale), ...(await contactOf(db, shift)) }),
      ...extra,
    },
    ...onceKey,
  });
};

/** The page with everything else there is to do. */
export const shiftsLink = (site: ShiftSite, { locale }: Pick<ShiftSignup, "locale">): string => shiftPageLink(site, locale, "/shifts");

/** Whom to turn to: the contact person, otherwise the captain. */
const contactOf = async (db: Db, shift: Shift): Promise<Record<string, string>> => {
  if (shift.contactName !== null) return { CAPTAIN_NAME: shift.contactName, CAPTAIN_PHONE: shift.contactPhone ?? shift.contactEmail ?? "" };
  const captain = shift.captainUserId === null ? null : await findUser(db, shift.captainUserId);
  return captain === null ? {} : { CAPTAIN_NAME: captain.name, CAPTAIN_PHONE: captain.phone ?? "" };
};

/** Templates ask whether a variable is there. */
const filled = (variables: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(variables).filter(([, text]) => text !== ""));
