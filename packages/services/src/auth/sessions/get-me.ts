import { findUser } from "@cml/db/auth";
import type { Me } from "@cml/domain/auth";
import { AppError, type UserActor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { toMe } from "./to-me";

/** The signed-in person with everything granted. */
export const getMe = async (deps: Deps, actor: UserActor): Promise<Me> => {
  const user = await findUser(deps.db, actor.userId);
  if (user === null) throw new AppError("UNAUTHENTICATED", "auth.sessionEnded");
  return toMe(user);
};
