import { foldCounters } from "@cml/db/platform";
import type { Deps } from "../deps";

/** Brings the stored counters up to date; gives how many changes went in. */
export const foldStoredCounters = (deps: Deps): Promise<number> => foldCounters(deps.db);
