import { AppError } from "@cml/domain/kernel";
import type { Deps } from "../deps";

/** Takes a place under a limit or throws RATE_LIMITED with the seconds to wait. */
export const requireRoom = async (
  deps: Pick<Deps, "limiter">,
  key: string,
  rule: { limit: number; windowSeconds: number },
): Promise<void> => {
  const { allowed, retryAfterSeconds } = await deps.limiter.take(key, rule);
  if (!allowed) throw new AppError("RATE_LIMITED", "rateLimited", { seconds: retryAfterSeconds });
};
