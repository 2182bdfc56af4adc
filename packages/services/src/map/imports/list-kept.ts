import { listKept as listStoredKept } from "@cml/db/map";
import type { Actor, Page, PageInput } from "@cml/domain/kernel";
import type { ImportKept } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { getImport } from "./get-import";

/** What the undo of an import left in place, and why. Throws NOT_FOUND. */
export const listKept = async (
  deps: Deps,
  actor: Actor,
  { importId, ...page }: PageInput & { importId: string },
): Promise<Page<ImportKept>> => {
  await getImport(deps, actor, importId);
  return listStoredKept(deps.db, importId, page);
};
