import type { Deps } from "../deps";

const freshMs = 1_000;
const hotFrom = 5;
const mostKeys = 1_000;

type Entry = { windowStart: number; asks: number; madeAt: number; answer: Promise<unknown> | null };

// One for each process (and each test), as the settings' cache.
const entriesOf = new WeakMap<Deps["events"], Map<string, Entry>>();

/**
 * An answer that many ask for at once, kept for at most a second and only while it is asked for often: a crowd does not
 * read the same rows a hundred times, and an ordinary request always reads what is true now. A change of a campaign, of the
 * settings or of what staff know of representatives drops everything at once.
 */
export const hotAnswer = async <T>(deps: Pick<Deps, "events" | "clock">, key: string, make: () => Promise<T>): Promise<T> => {
  const entries = mapOf(deps.events);
  const now = deps.clock.now().getTime();
  const entry = entryIn(entries, key, now);
  entry.asks += 1;
  if (entry.asks <= hotFrom) return make();
  if (entry.answer !== null && now - entry.madeAt < freshMs) return entry.answer as Promise<T>;
  const answer = make();
  Object.assign(entry, { answer, madeAt: now });
  answer.catch(() => {
    if (entry.answer === answer) entry.answer = null;
  });
  return answer;
};

const entryIn = (entries: Map<string, Entry>, key: string, now: number): Entry => {
  const known = entries.get(key);
  if (known !== undefined && now - known.windowStart < freshMs * 2) return known;
  if (known === undefined && entries.size >= mostKeys) entries.clear();
  // A key that stays hot keeps its answer over the edge of its window.
  const asks = known !== undefined && known.asks > hotFrom && now - known.windowStart < freshMs * 4 ? hotFrom : 0;
  const entry = { windowStart: now, asks, madeAt: known?.madeAt ?? 0, answer: known?.answer ?? null };
  entries.set(key, entry);
  return entry;
};

const mapOf = (events: Deps["events"]): Map<string, Entry> => {
  const known = entriesOf.get(events);
  if (known !== undefined) return known;
  const entries = new Map<string, Entry>();
  events.subscribe(({ type }) => {
    if (type === "campaign.changed" || type === "settings.changed" || type === "representatives.changed") entries.clear();
  });
  entriesOf.set(events, entries);
  return entries;
};
