import { findTimeZone } from "@cml/db/map";
import type { Locale } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { getPublicUrl } from "../../settings/site-settings/get-public-url";

/** What a shift's mails and hours go by. */
export type ShiftSite = { timeZone: string; publicUrl: string };

/**
 * Read before a shift is locked: whoever waits for the lock holds a connection, and the one who has it must not wait for another.
 */
export const readShiftSite = async (deps: Deps): Promise<ShiftSite> => ({
  timeZone: await findTimeZone(deps.db),
  publicUrl: await getPublicUrl(deps),
});

/** Absolute address of a page; English pages have no prefix. */
export const shiftPageLink = ({ publicUrl }: ShiftSite, locale: Locale, path: string): string =>
  `${publicUrl}${locale === "fr" ? "/fr" : ""}${path}`;
