import { purgeLetters as purgeRows } from "@cml/db/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";

const dayMs = 24 * 3_600_000;
/** How long things about supporters are kept, in days; said on the page "what is kept about me". */
const keptDays = { captured: 1, street: 90, address: 30, deadLink: 30 } as const;

/** Empties what was promised to be kept only for a while; every hour. */
export const purgeLetters = async (deps: Deps, _actor: Actor): Promise<void> => {
  const now = deps.clock.now();
  const before = (days: number) => new Date(now.getTime() - days * dayMs);
  const { captured, street, address, deadLink } = keptDays;
  const purged = await purgeRows(deps.db, {
    captured: before(captured),
    street: before(street),
    address: before(address),
    deadLink: before(deadLink),
    now,
  });
  deps.logger.info(purged, "letters: what had served its time is gone");
};
