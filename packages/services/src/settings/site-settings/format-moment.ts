import type { Locale } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { readSettings } from "./settings-cache";

/** A moment in the reader's language and the organisation's time zone: "29 November 2026 at 14:05 MST". */
export const formatMoment = async (deps: Deps, moment: Date, locale: Locale): Promise<string> => {
  const { settings } = await readSettings(deps);
  return new Intl.DateTimeFormat(locale === "fr" ? "fr-CA" : "en-CA", {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: settings.timeZone,
  }).format(moment);
};
