import type { StoredSettings } from "@cml/db/settings";
import { findSiteSettings } from "@cml/db/settings";
import type { Deps } from "../../deps";

// The event drops the cache at once; the age bounds what a lost event may cost.
const freshMs = 30_000;

type Entry = { stored: Promise<StoredSettings>; readAt: number };
type Cache = { entry: Entry | null };

// One cache for each set of events, which is one for each process (and each test).
const caches = new WeakMap<Deps["events"], Cache>();

/** The settings as this process last read them; what another process writes is seen as soon as it says so. */
export const readSettings = async (deps: Pick<Deps, "db" | "events" | "clock">): Promise<StoredSettings> => {
  const cache = cacheOf(deps.events);
  const now = deps.clock.now().getTime();
  const held = cache.entry;
  if (held !== null && now >= held.readAt && now - held.readAt <= freshMs) return held.stored;
  const entry: Entry = { stored: findSiteSettings(deps.db), readAt: now };
  cache.entry = entry;
  try {
    return await entry.stored;
  } catch (error) {
    if (cache.entry === entry) cache.entry = null;
    throw error;
  }
};

const cacheOf = (events: Deps["events"]): Cache => {
  const known = caches.get(events);
  if (known !== undefined) return known;
  const cache: Cache = { entry: null };
  events.subscribe((event) => {
    if (event.type === "settings.changed") cache.entry = null;
  });
  caches.set(events, cache);
  return cache;
};
