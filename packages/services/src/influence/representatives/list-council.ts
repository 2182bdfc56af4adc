import { listOfficeHoldersOfSet } from "@cml/db/influence";
import type { Representative } from "@cml/domain/influence";
import type { Deps } from "../../deps";

/** Everybody on one council or in one legislature, by its slug at Represent or the name it was imported under. */
export const listCouncil = (deps: Deps, setSlug: string): Promise<Representative[]> => listOfficeHoldersOfSet(deps.db, setSlug);
