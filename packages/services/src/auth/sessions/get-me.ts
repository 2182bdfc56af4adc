import { findUser } from "@cml/db/auth";
import type { Me } from "@cml/domain/auth";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { toMe } from "./to-me";

/** The signed-in person with everything granted; null for a stranger, so that a page may ask without an error. */
export const getMe = async (deps: Deps, actor: Actor): Promise<Me | null> => {
  if (actor.kind !== "user") return null;
  const user = await findUser(deps.db, actor.userId);
  if (user === null) throw new AppError("UNAUTHENTICATED", "auth.sessionEnded");
  return toMe(user);
};
