import { purgeGeocodes } from "@cml/db/map";
import type { Deps } from "../../deps";

/** Forgets what geocoders of others answered more than seven days ago; every night. */
export const forgetOldGeocodes = async (deps: Deps): Promise<void> => {
  const answers = await purgeGeocodes(deps.db, deps.clock.now());
  deps.logger.info({ answers }, "old answers of geocoders forgotten");
};
