import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../deps";
import { requireRoom } from "../platform/require-room";

// Guessing is limited by where it comes from and by what is guessed at; each alone could be walked around.
const rule = { limit: 10, windowSeconds: 60 };

type Attempt = {
  action: "sign-in" | "sign-up" | "password-reset" | "change-password" | "token";
  /** E-mail or account id that is tried, known to us or not. */
  account?: string;
};

const accountKey = (deps: Deps, { action, account = "" }: Attempt) =>
  `attempt:${action}:account:${deps.secrets.keyedHash("attempt", account)}`;

/** Takes one of ten attempts a minute of the address and of the account. Throws AppError("RATE_LIMITED"). */
export const limitAttempts = async (deps: Deps, actor: Actor, attempt: Attempt): Promise<void> => {
  if (actor.kind === "system") return;
  await requireRoom(deps, `attempt:${attempt.action}:ip:${actor.ipHash}`, rule);
  // Only now: attempts refused by address must not lock the account for its owner.
  if (attempt.account !== undefined) await requireRoom(deps, accountKey(deps, attempt), rule);
};

/** A right password gives the account its attempts back; the address keeps its count. */
export const forgiveAttempts = (deps: Deps, attempt: Attempt): Promise<void> => deps.limiter.reset(accountKey(deps, attempt));
