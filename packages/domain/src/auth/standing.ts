import { isExpired, type User } from "./user";

/** Why an account may not act right now; null when it may. */
export const lapses = ["UNVERIFIED", "INACTIVE", "SUSPENDED", "EXPIRED"] as const;
export type Lapse = (typeof lapses)[number];

type Standing = Pick<User, "status" | "expiresAt" | "createdVia" | "emailVerified">;

/** SUSPENDED outweighs the rest: it says somebody decided. A self-made account must first show that its e-mail is its own. */
export const lapseOf = (user: Standing, now: Date): Lapse | null => {
  if (user.status === "SUSPENDED" || user.status === "INACTIVE") return user.status;
  if (isExpired(user, now)) return "EXPIRED";
  return user.createdVia === "STANDARD" && !user.emailVerified ? "UNVERIFIED" : null;
};
