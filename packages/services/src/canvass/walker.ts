import { type Actor, AppError } from "@cml/domain/kernel";

/** Who reports from the street, and how far the report is believed. */
export type Walker = {
  userId: string;
  /** When the account's time ran out; null while it may act, or when somebody ended it on purpose. */
  accountEndedAt: Date | null;
  /** Suspended or switched off: what arrives is kept for review. */
  isHeld: boolean;
};

/**
 * A phone without signal brings its knocks late, perhaps after its account ended. Expired: what happened before counts. Suspended or
 * inactive: everything is kept, nothing counts before somebody looked. Throws UNAUTHENTICATED for strangers.
 */
export const walkerOf = (actor: Actor): Walker => {
  if (actor.kind === "user") return { userId: actor.userId, accountEndedAt: null, isHeld: false };
  if (actor.kind !== "anonymous" || actor.lapsed === undefined) throw new AppError("UNAUTHENTICATED", "auth.signInFirst");
  const { userId, lapse, expiresAt } = actor.lapsed;
  if (lapse !== "EXPIRED") return { userId, accountEndedAt: null, isHeld: true };
  // Expired by hand, without a date: nobody can say what was before it.
  return expiresAt === null ? { userId, accountEndedAt: null, isHeld: true } : { userId, accountEndedAt: expiresAt, isHeld: false };
};
