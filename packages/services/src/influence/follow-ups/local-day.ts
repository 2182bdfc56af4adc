import type { Deps } from "../../deps";
import { readSettings } from "../../settings/site-settings/settings-cache";

/** Days of the organisation, YYYY-MM-DD. */
export const localDays = async (deps: Deps): Promise<(moment: Date) => string> => {
  const { settings } = await readSettings(deps);
  const format = new Intl.DateTimeFormat("en-CA", { year: "numeric", month: "2-digit", day: "2-digit", timeZone: settings.timeZone });
  return (moment) => format.format(moment);
};
