import { dayIn } from "@cml/domain/influence";
import type { Deps } from "../../deps";
import { readSettings } from "../../settings/site-settings/settings-cache";

/** Days of the organisation, YYYY-MM-DD. */
export const localDays = async (deps: Deps): Promise<(moment: Date) => string> => {
  const { settings } = await readSettings(deps);
  return (moment) => dayIn(moment, settings.timeZone);
};
