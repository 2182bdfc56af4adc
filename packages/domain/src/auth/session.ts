import { z } from "zod";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** A browser that is remembered stays signed in while it comes back within this time; the others end after a working day. */
export const rememberedSessionMs = 30 * dayMs;
export const shortSessionMs = 12 * hourMs;

export const accessTokenMs = 15 * minuteMs;
export const refreshTokenMs = 7 * dayMs;

/** What a program gets: send `accessToken` as a bearer, exchange `refreshToken` for a new pair before `expiresAt`. */
export const tokenPairSchema = z.object({ accessToken: z.string(), refreshToken: z.string(), expiresAt: z.date() });
export type TokenPair = z.infer<typeof tokenPairSchema>;

type Link = { usedAt: Date | null };
/** What is known of one refresh token and its neighbours in the family. */
export type RefreshTokenFacts = Link & {
  expiresAt: Date;
  revokedAt: Date | null;
  /** Other tokens issued in exchange for the same predecessor. */
  siblings: Link[];
  successors: Link[];
};

export type RefreshVerdict = "rotate" | "expired" | "revoked" | "reused";

const used = ({ usedAt }: Link) => usedAt !== null;

/**
 * A rotated token stays good until one of its successors is first used, because a phone may never have received the
 * answer. From then on it, and any other successor, can only come from somebody else: re-use revokes the family.
 */
export const judgeRefreshToken = (token: RefreshTokenFacts, now: Date): RefreshVerdict => {
  if (token.revokedAt !== null) return "revoked";
  if (token.successors.some(used) || (!used(token) && token.siblings.some(used))) return "reused";
  return token.expiresAt.getTime() <= now.getTime() ? "expired" : "rotate";
};
