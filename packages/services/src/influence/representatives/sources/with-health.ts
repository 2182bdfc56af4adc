import { recordSourceAnswer, recordSourceFailure } from "@cml/db/influence";
import type { RepresentativeSourceId } from "@cml/domain/influence";
import { isAppError } from "@cml/domain/kernel";
import type { Deps } from "../../../deps";

/** Does a call to a source and writes down how it went, for the page that shows each source's health. */
export const withHealth = async <T>(deps: Pick<Deps, "db" | "clock">, id: RepresentativeSourceId, call: () => Promise<T>): Promise<T> => {
  const began = performance.now();
  try {
    const answer = await call();
    await recordSourceAnswer(deps.db, { id, ms: performance.now() - began, now: deps.clock.now() });
    return answer;
  } catch (error) {
    const words = isAppError(error) ? error.messageKey : "internal";
    await recordSourceFailure(deps.db, { id, words, now: deps.clock.now() });
    throw error;
  }
};
