import { countReplyFacts } from "@cml/db/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { readSettings } from "../../settings/site-settings/settings-cache";

/** Works off what changed about letters and answers since the last time; gives how many changes went in. */
export const countFactsOfReplies = async (deps: Deps, _actor: Actor): Promise<number> => {
  const { settings } = await readSettings(deps);
  return countReplyFacts(deps.db, { timeZone: settings.timeZone, now: deps.clock.now() });
};
