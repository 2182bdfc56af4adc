import { findUser } from "@cml/db/auth";
import type { User } from "@cml/domain/auth";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";

export const getUser = async (deps: Deps, _actor: Actor, { id }: { id: string }): Promise<User> => {
  const user = await findUser(deps.db, id);
  if (user === null) throw new AppError("NOT_FOUND", "auth.userNotFound");
  return user;
};
