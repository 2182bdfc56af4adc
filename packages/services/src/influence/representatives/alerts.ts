import { listAlerts as listStored, markAlertsSeen as markStored } from "@cml/db/influence";
import { ownerFilter, type RepresentativeAlert } from "@cml/domain/influence";
import type { Actor, Page, PageInput } from "@cml/domain/kernel";
import type { Deps } from "../../deps";

/** Targets of live campaigns that changed, those nobody has seen first: of all campaigns, or of one's own. */
export const listRepresentativeAlerts = (deps: Deps, actor: Actor, input: PageInput): Promise<Page<RepresentativeAlert>> =>
  listStored(deps.db, ownerFilter(actor), input);

/** One alert, or with null all that the actor sees. */
export const markRepresentativeAlertsSeen = async (deps: Deps, actor: Actor, { id }: { id: string | null }): Promise<{ seen: number }> => ({
  seen: await markStored(deps.db, {
    id,
    ownerId: ownerFilter(actor),
    userId: actor.kind === "user" ? actor.userId : null,
    now: deps.clock.now(),
  }),
});
