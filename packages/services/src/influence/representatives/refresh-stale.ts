import { listStaleCodesInUse } from "@cml/db/influence";
import { type Actor, isAppError } from "@cml/domain/kernel";
import { lookUpFreshMs } from "@cml/domain/influence";
import type { Deps } from "../../deps";
import { refreshLookUp } from "./sources/refresh-look-up";

// Five minutes' worth beside the people who wait for an answer: Represent allows 55 calls a minute.
const codesPerRun = 60;

/** Asks again for the oldest codes that live campaigns use; stops when Represent does not answer. */
export const refreshRepresentatives = async (deps: Deps, _actor: Actor): Promise<{ refreshed: number }> => {
  const before = new Date(deps.clock.now().getTime() - lookUpFreshMs.known);
  let refreshed = 0;
  for (const postalCode of await listStaleCodesInUse(deps.db, { before, limit: codesPerRun })) {
    try {
      await refreshCode(deps, _actor, postalCode);
      refreshed += 1;
    } catch (error) {
      if (!isAppError(error) || error.code !== "UPSTREAM") throw error;
      deps.logger.warn({ messageKey: error.messageKey }, "stopped refreshing representatives");
      return { refreshed };
    }
  }
  return { refreshed };
};

/** Asks again for one code, whoever else is at it already. */
export const refreshCode = (deps: Deps, _actor: Actor, postalCode: string): Promise<void> =>
  deps.locks.withLock(`represent:${postalCode}`, () => refreshLookUp(deps, postalCode));
