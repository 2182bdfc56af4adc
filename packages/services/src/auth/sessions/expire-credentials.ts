import { deleteExpiredOneTimeTokens, deleteExpiredRefreshTokens, deleteExpiredSessions, expireUsers } from "@cml/db/auth";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";

/** Hourly: writes EXPIRED where an account's date has passed and forgets sessions and tokens that ran out. */
export const expireCredentials = async (deps: Deps, _actor: Actor): Promise<void> => {
  const now = deps.clock.now();
  const expired = await expireUsers(deps.db, now);
  for (const userId of expired) await deps.events.publish({ type: "user.changed", userId });
  const sessions = await deleteExpiredSessions(deps.db, now);
  const refreshTokens = await deleteExpiredRefreshTokens(deps.db, now);
  const oneTimeTokens = await deleteExpiredOneTimeTokens(deps.db, now);
  deps.logger.info({ users: expired.length, sessions, refreshTokens, oneTimeTokens }, "expired what had run out");
};
