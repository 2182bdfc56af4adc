import { type Actor, AppError } from "@cml/domain/kernel";

/** Bulk data come in by the shell of the machine only; there is no screen for them. Throws FORBIDDEN. */
export const requireShell = (actor: Actor): void => {
  if (actor.kind !== "system") throw new AppError("FORBIDDEN", "auth.notAllowed");
};
