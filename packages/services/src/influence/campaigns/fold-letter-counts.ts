import { foldLetterTallies } from "@cml/db/influence";
import type { Deps } from "../../deps";

/** Keeps the tallies that statistics are read from short; gives how many changes went in. */
export const foldLetterCounts = (deps: Deps): Promise<number> => foldLetterTallies(deps.db);
