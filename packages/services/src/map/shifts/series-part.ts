import { listSeries } from "@cml/db/map";
import type { Actor } from "@cml/domain/kernel";
import { isInScope, type SeriesPart, type Shift } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { mapScopeOf } from "../require-map-scope";

type Wanted = { shift: Shift; part: SeriesPart; cancelledAt?: Date };

/** The shifts a change of `shift` is for, itself first; those of areas the actor may not touch are left out. */
export const partOfSeries = async (deps: Deps, actor: Actor, { shift, part, cancelledAt }: Wanted): Promise<Shift[]> => {
  if (part === "ONE" || shift.seriesId === null) return [shift];
  const scope = mapScopeOf(actor, "shift.edit");
  const from = part === "FOLLOWING" ? shift.date : null;
  const others = await listSeries(deps.db, shift.seriesId, { from, cancelledAt: cancelledAt ?? null });
  return [shift, ...others.filter(({ id, cutId }) => id !== shift.id && isInScope(scope, cutId))];
};
