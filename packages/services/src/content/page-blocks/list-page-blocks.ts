import { listPageBlocks as listRows } from "@cml/db/content";
import type { PageBlock } from "@cml/domain/content";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";

export const listPageBlocks = (deps: Deps, _actor: Actor): Promise<PageBlock[]> => listRows(deps.db);
