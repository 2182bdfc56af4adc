import { type Actor, AppError } from "@cml/domain/kernel";

/** What lies under every map comes in by the shell of the machine only. Throws FORBIDDEN. */
export const requireShell = (actor: Actor): void => {
  if (actor.kind !== "system") throw new AppError("FORBIDDEN", "auth.notAllowed");
};
