import { listAlerts as listStored, markAlertsSeen as markStored } from "@cml/db/influence";
import type { RepresentativeAlert } from "@cml/domain/influence";
import type { Actor, Page, PageInput } from "@cml/domain/kernel";
import type { Deps } from "../../deps";

/** Targets of live campaigns that changed, those nobody has seen first. */
export const listRepresentativeAlerts = (deps: Deps, _actor: Actor, input: PageInput): Promise<Page<RepresentativeAlert>> =>
  listStored(deps.db, input);

/** One alert, or with null all of them. */
export const markRepresentativeAlertsSeen = async (deps: Deps, actor: Actor, { id }: { id: string | null }): Promise<{ seen: number }> => ({
  seen: await markStored(deps.db, { id, userId: actor.kind === "user" ? actor.userId : null, now: deps.clock.now() }),
});
