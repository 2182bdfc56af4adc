import { ownerFilter } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";

/** What concerns every campaign is for those who see every campaign. */
export const requireWholeHouse = (actor: Actor): void => {
  if (ownerFilter(actor) !== null) throw new AppError("FORBIDDEN", "auth.notAllowed");
};
