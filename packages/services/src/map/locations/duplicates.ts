import { listDuplicatePairs, setDismissed } from "@cml/db/map";
import { type Actor, AppError, type Page, type PageInput, sliceOf } from "@cml/domain/kernel";
import type { DuplicatePair } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { requireWholeMapFor, userIdOf } from "../require-map-scope";

/** Pairs of buildings that may be one and that nobody has looked at. */
export const listDuplicates = async (deps: Deps, actor: Actor, input: PageInput): Promise<Page<DuplicatePair>> => {
  requireWholeMapFor(actor, "location.view");
  const { pairs, total } = await listDuplicatePairs(deps.db, sliceOf(input));
  return { items: pairs, total, page: input.page, pageSize: input.pageSize };
};

/** Remembers that these two are not the same, or takes that back. Throws NOT_FOUND. */
export const dismissDuplicate = async (
  deps: Deps,
  actor: Actor,
  { id, isDismissed }: { id: string; isDismissed: boolean },
): Promise<void> => {
  requireWholeMapFor(actor, "location.edit");
  const said = { dismissedAt: isDismissed ? deps.clock.now() : null, dismissedByUserId: isDismissed ? userIdOf(actor) : null };
  if (!(await setDismissed(deps.db, id, said))) throw new AppError("NOT_FOUND", "map.location.notFound");
};
