import { updateUser } from "@cml/db/auth";
import type { Me, UpdateProfileInput } from "@cml/domain/auth";
import type { UserActor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { toMe } from "../sessions/to-me";

/** Changes what people may change about themselves: name, phone, language. */
export const updateProfile = async (deps: Deps, actor: UserActor, input: UpdateProfileInput): Promise<Me> => {
  const user = await updateUser(deps.db, actor.userId, input);
  await deps.events.publish({ type: "user.changed", userId: actor.userId });
  return toMe(user);
};
