import { listSessions as listStoredSessions } from "@cml/db/canvass";
import type { ListSessionsInput, WatchedSession } from "@cml/domain/canvass";
import type { Actor, Page } from "@cml/domain/kernel";
import { cutScopeOf } from "@cml/domain/map";
import type { Deps } from "../../deps";

/** Who walks where, newest first; accounts limited to named areas see those. */
export const listSessions = (deps: Deps, actor: Actor, input: ListSessionsInput): Promise<Page<WatchedSession>> =>
  listStoredSessions(deps.db, input, cutScopeOf(actor, "visit.view"));
