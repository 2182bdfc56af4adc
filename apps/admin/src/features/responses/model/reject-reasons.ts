import type { Locale } from "@cml/domain/kernel";
import { en, fr } from "@cml/i18n/admin";

const catalogues = { en, fr };

/** Reasons in the language of the person who is told, whatever the moderator's own is. */
export const rejectReasons = (locale: Locale, isOffice: boolean): string[] => {
  const { reasons, officeReasons } = catalogues[locale].responses;
  return Object.values(isOffice ? officeReasons : reasons);
};

/** The same reason for somebody of another language; a person's own words stay as they are. */
export const reasonIn = (reason: string, from: Locale, to: Locale): string => {
  const at = rejectReasons(from, false).indexOf(reason);
  return rejectReasons(to, false)[at] ?? reason;
};
