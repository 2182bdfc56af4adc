import type { Actor } from "@cml/domain/kernel";
import { type NarDistrict, narDistricts } from "@cml/domain/map";
import type { Deps } from "../../../deps";
import { requireWholeMapFor } from "../../require-map-scope";

/** The federal ridings a register may be narrowed to; known without looking into it. */
export const listNarDistricts = (_deps: Deps, actor: Actor): Promise<NarDistrict[]> => {
  requireWholeMapFor(actor, "location.import");
  return Promise.resolve([...narDistricts]);
};
