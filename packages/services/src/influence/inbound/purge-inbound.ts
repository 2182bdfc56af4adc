import { emptyInboundMessages, listExpiredInbound } from "@cml/db/influence";
import { inboundKeptDays } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";

const batch = 200;

/** Empties mails that came in more than 90 days ago: text and original go, that there was an answer stays. Every night. */
export const purgeInbound = async (deps: Deps, _actor: Actor): Promise<{ emptied: number }> => {
  const before = new Date(deps.clock.now().getTime() - inboundKeptDays * 86_400_000);
  let emptied = 0;
  for (;;) {
    const expired = await listExpiredInbound(deps.db, { before, atMost: batch });
    for (const { rawKey } of expired) if (rawKey !== null) await deps.storage.remove(rawKey);
    await emptyInboundMessages(
      deps.db,
      expired.map(({ id }) => id),
    );
    emptied += expired.length;
    if (expired.length < batch) return { emptied };
  }
};
