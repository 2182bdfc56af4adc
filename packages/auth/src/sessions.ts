import type { Db } from "@cml/db";
import {
  deleteExpiredSessions,
  deleteSession,
  deleteSessionsOf,
  findSessionWithUser,
  insertSession,
  listSessions,
  updateSession,
} from "@cml/db/auth";
import { rememberedSessionMs, shortSessionMs, type User } from "@cml/domain/auth";
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from "lucia";
import { hashToken, newToken } from "./token";

/** Where and when a session is looked at. */
export type At = { db: Db; now: Date };

export type LiveSession = { sessionId: string; user: User };

// The kind of a session stands in its token's first letter (the hash covers it, so nobody can change it): r is
// remembered and slides, s ends after a working day whatever happens.
const kinds = {
  r: { lifetimeMs: rememberedSessionMs, slides: true },
  s: { lifetimeMs: shortSessionMs, slides: false },
} as const;
type Kind = keyof typeof kinds;

// The cookie of a remembered session outlives it; the row decides. Browsers cap a cookie's life at 400 days.
const rememberedCookieMs = 400 * 86_400_000;
const seenEveryMs = 5 * 60_000;
const tokenForm = /^[rs][\w-]{43}$/;

/** Opens a browser session; the token goes into the cookie and is stored nowhere, `expiresAt` is the cookie's. */
export const startSession = async (
  at: At,
  { userId, remember, deviceLabel }: { userId: string; remember: boolean; deviceLabel: string | null },
): Promise<{ token: string; expiresAt: Date; sessionId: string }> => {
  const kind: Kind = remember ? "r" : "s";
  const token = `${kind}${newToken()}`;
  const session = await luciaFor(at, { kind, deviceLabel }).lucia.createSession(userId, {}, { sessionId: hashToken(token) });
  const cookieMs = remember ? rememberedCookieMs : kinds[kind].lifetimeMs;
  return { token, expiresAt: new Date(at.now.getTime() + cookieMs), sessionId: session.id };
};

/** The session a cookie opens and whose it is; null when there is none (any more). A remembered one slides forward. */
export const readSession = async (at: At, token: string): Promise<LiveSession | null> => {
  if (!tokenForm.test(token)) return null;
  const { lucia, found } = luciaFor(at, { kind: token.startsWith("r") ? "r" : "s", deviceLabel: null });
  const { session } = await lucia.validateSession(hashToken(token));
  const read = found();
  if (session === null || read === null) return null;
  if (at.now.getTime() - read.session.lastSeenAt.getTime() > seenEveryMs) await updateSession(at.db, session.id, { lastSeenAt: at.now });
  return { sessionId: session.id, user: read.user };
};

type Found = NonNullable<Awaited<ReturnType<typeof findSessionWithUser>>>;

/**
 * Lucia over our table. It reads the machine's clock itself, so times are shifted on the way in and out by the difference
 * to ours (none in production; tests move their clock).
 */
const luciaFor = ({ db, now }: At, { kind, deviceLabel }: { kind: Kind; deviceLabel: string | null }) => {
  const shiftMs = now.getTime() - Date.now();
  const toLucia = (time: Date) => new Date(time.getTime() - shiftMs);
  const fromLucia = (time: Date) => new Date(time.getTime() + shiftMs);
  let found: Found | null = null;
  const toDatabaseSession = ({ id, userId, expiresAt }: Found["session"]): DatabaseSession => ({
    id,
    userId,
    expiresAt: toLucia(expiresAt),
    attributes: {},
  });
  const adapter: Adapter = {
    getSessionAndUser: async (id) => {
      found = await findSessionWithUser(db, id);
      return found === null ? [null, null] : [toDatabaseSession(found.session), { id: found.user.id, attributes: {} }];
    },
    getUserSessions: async (userId) => (await listSessions(db, userId)).map(toDatabaseSession),
    setSession: ({ id, userId, expiresAt }) =>
      insertSession(db, { id, userId, expiresAt: fromLucia(expiresAt), createdAt: now, lastSeenAt: now, deviceLabel }),
    updateSessionExpiration: async (id, expiresAt) => {
      if (kinds[kind].slides) await updateSession(db, id, { expiresAt: fromLucia(expiresAt) });
    },
    deleteSession: (id) => deleteSession(db, id),
    deleteUserSessions: async (userId) => {
      await deleteSessionsOf(db, userId);
    },
    deleteExpiredSessions: async () => {
      await deleteExpiredSessions(db, now);
    },
  };
  const lucia = new Lucia(adapter, { sessionExpiresIn: new TimeSpan(kinds[kind].lifetimeMs, "ms") });
  return { lucia, found: () => found };
};
