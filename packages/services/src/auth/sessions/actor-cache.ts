import type { User } from "@cml/domain/auth";
import type { Deps } from "../../deps";

/** Who a credential belongs to, as read at `readAt`. */
export type Identity = { user: User; sessionId: string | null; familyId?: string; tokensValidFrom?: Date | null };
type Entry = { identity: Identity; readAt: number };

const freshMs = 1000;
const maxEntries = 10_000;

/**
 * Spares the database a question per request: an answer is good for a second at most, and is dropped at once when the
 * account changes anywhere (event user.changed). What is allowed is still reckoned from it at every request.
 */
type ActorCache = { read: (key: string, now: Date, load: () => Promise<Identity | null>) => Promise<Identity | null> };

const createActorCache = (events: Deps["events"]): ActorCache => {
  const entries = new Map<string, Entry>();
  // Counts changes, so that an answer read before one and arriving after it is not kept.
  let changes = 0;
  events.subscribe((event) => {
    if (event.type !== "user.changed") return;
    changes += 1;
    for (const [key, { identity }] of entries) if (identity.user.id === event.userId) entries.delete(key);
  });
  const read: ActorCache["read"] = async (key, now, load) => {
    const held = entries.get(key);
    const ageMs = held === undefined ? Infinity : now.getTime() - held.readAt;
    if (held !== undefined && ageMs >= 0 && ageMs <= freshMs) return held.identity;
    entries.delete(key);
    const before = changes;
    const identity = await load();
    if (identity === null) return null;
    if (entries.size >= maxEntries) entries.clear();
    if (before === changes) entries.set(key, { identity, readAt: now.getTime() });
    return identity;
  };
  return { read };
};

// One cache for each set of events, which is one for each process (and each test).
const caches = new WeakMap<Deps["events"], ActorCache>();

export const actorCacheOf = ({ events }: Deps): ActorCache => {
  const known = caches.get(events);
  if (known !== undefined) return known;
  const cache = createActorCache(events);
  caches.set(events, cache);
  return cache;
};
