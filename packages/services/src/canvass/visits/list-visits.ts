import { listCutActivity, listVisits as listStoredVisits } from "@cml/db/canvass";
import { findTimeZone } from "@cml/db/map";
import type { CutActivity, ListVisitsInput, Visit } from "@cml/domain/canvass";
import type { Actor, Page } from "@cml/domain/kernel";
import { cutScopeOf, dayIn, momentOf } from "@cml/domain/map";
import type { Deps } from "../../deps";

/** Visits, newest first; accounts limited to named areas see those walked there. */
export const listVisits = (deps: Deps, actor: Actor, input: ListVisitsInput): Promise<Page<Visit>> =>
  listStoredVisits(deps.db, input, cutScopeOf(actor, "visit.view"));

/** The areas people walk, with today's knocks; today is a day of the organisation's zone. */
export const watchCuts = async (deps: Deps, actor: Actor): Promise<CutActivity[]> => {
  const timeZone = await findTimeZone(deps.db);
  const todayFrom = momentOf({ day: dayIn(deps.clock.now(), timeZone), time: "00:00" }, timeZone);
  return listCutActivity(deps.db, { scope: cutScopeOf(actor, "visit.view"), todayFrom });
};
