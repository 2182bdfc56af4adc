import { transaction } from "@cml/db";
import { bringBackUnplaced, countTray, countUnplacedMatches, listUnplaced as listStored, setAsideUnplaced } from "@cml/db/map";
import type { Actor } from "@cml/domain/kernel";
import type { ListUnplacedInput, SettleUnplacedInput, UnplacedPage } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { requireWholeMapFor } from "../require-map-scope";

/** Addresses of files that have no point on the map, as a page of a list. */
export const listUnplaced = async (deps: Deps, actor: Actor, input: ListUnplacedInput): Promise<UnplacedPage> => {
  requireWholeMapFor(actor, "location.edit");
  const rows = await listStored(deps.db, input);
  const shares = await countTray(deps.db, input.state);
  const total = await totalOf(deps, { input, found: rows.length, all: shares.reduce((sum, { count }) => sum + count, 0) });
  const reasons = [...new Set(shares.map(({ reason }) => reason))];
  const files = new Map(shares.flatMap(({ importId, fileName }) => (importId === null ? [] : [[importId, fileName ?? ""] as const])));
  const sumOf = (isOf: (share: (typeof shares)[number]) => boolean) => shares.filter(isOf).reduce((sum, { count }) => sum + count, 0);
  return {
    items: rows.slice(0, input.limit),
    hasNext: rows.length > input.limit,
    total,
    byReason: reasons.map((reason) => ({ reason, count: sumOf((share) => share.reason === reason) })),
    imports: [...files].map(([id, fileName]) => ({ id, fileName, count: sumOf(({ importId }) => importId === id) })),
  };
};

/** Only what reaches beyond the first page has to be counted: whoever found little has read all there is. */
const totalOf = async ({ db }: Deps, { input, found, all }: { input: ListUnplacedInput; found: number; all: number }): Promise<number> => {
  if (input.importId === null && input.reason === null && input.q === "") return all;
  return input.afterId === null && found <= input.limit ? found : countUnplacedMatches(db, input);
};

/** Takes rows out of the line without placing them; gives how many waited. */
export const setUnplacedAside = (deps: Deps, actor: Actor, { ids }: SettleUnplacedInput): Promise<{ changed: string[] }> => {
  requireWholeMapFor(actor, "location.edit");
  return transaction(deps.db, async (db) => ({ changed: await setAsideUnplaced(db, ids, deps.clock.now()) }));
};

/** What was set aside waits again; gives which. */
export const bringUnplacedBack = (deps: Deps, actor: Actor, { ids }: SettleUnplacedInput): Promise<{ changed: string[] }> => {
  requireWholeMapFor(actor, "location.edit");
  return transaction(deps.db, async (db) => ({ changed: await bringBackUnplaced(db, ids) }));
};
