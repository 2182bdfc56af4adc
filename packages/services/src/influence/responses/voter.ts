import { findUser } from "@cml/db/auth";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";

export type Account = { userId: string; userEmail: string | null };

/** Who is signed in, with an address that is hers for sure; so that her account and her browser are one person. */
export const accountOf = async (deps: Deps, actor: Actor): Promise<Account | null> => {
  if (actor.kind !== "user") return null;
  const user = await findUser(deps.db, actor.userId);
  return { userId: actor.userId, userEmail: user?.emailVerified === true ? user.email : null };
};

type Keyed = Pick<Deps, "secrets">;

/** At rest a browser's token is only this hash, on its upvotes and among the confirmed browsers. */
export const deviceHashOf = (deps: Keyed, device: string | null): string | null =>
  device === null ? null : deps.secrets.keyedHash("voter-device", device);

/** The mailed link's token can be worked out again from the question's id; at rest there is only its hash. */
export const upvoteTokenOf = (deps: Keyed, pendingId: string): string => deps.secrets.keyedHash("upvote-link", pendingId);
export const upvoteTokenHashOf = (deps: Keyed, token: string): string => deps.secrets.keyedHash("upvote-confirmation", token);
