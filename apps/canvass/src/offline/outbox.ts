import type { PhoneStore, StoredEvent } from "./store";

/** What the server says of one event. */
export type EventAnswer = { id: string; saved: boolean; reason: string | null };

/** Sends a batch; throws when the server could not be reached or would not listen (signed out). */
export type SendBatch<T> = (payloads: T[]) => Promise<EventAnswer[]>;

const batchSize = 50;

/** Writes the event to the phone before anything else happens; it is safe once this resolves. */
export const keepEvent = async <T>(
  store: PhoneStore,
  { holdMs = 0, ...event }: { id: string; userId: string; payload: T; holdMs?: number },
): Promise<StoredEvent<T>> => {
  const stored: StoredEvent<T> = { ...event, holdMs, recordedAt: Date.now(), state: "waiting", attempts: 0, reason: null };
  // "strict" asks the browser to flush to disk before it says done: a door must survive a dying battery.
  const tx = store.transaction("events", "readwrite", { durability: "strict" });
  await tx.store.put(stored);
  await tx.done;
  return stored;
};

/** Kept back at `nowMs`: it may be taken back, and is not sent. A clock set back since does not hold it for longer. */
export const isHeld = ({ recordedAt, holdMs }: Pick<StoredEvent, "recordedAt" | "holdMs">, nowMs: number): boolean =>
  nowMs >= recordedAt && nowMs < recordedAt + holdMs;

/** Removes an event that was never sent; false when it has gone out, or may have. */
export const takeBack = async (store: PhoneStore, id: string): Promise<boolean> => {
  const tx = store.transaction("events", "readwrite", { durability: "strict" });
  const event = await tx.store.get(id);
  const possible = event?.state === "waiting" && isHeld(event, Date.now());
  if (possible) await tx.store.delete(id);
  await tx.done;
  return possible;
};

/** From here on nothing of this person is kept back. */
export const releaseHeld = async (store: PhoneStore, userId: string): Promise<void> => {
  const tx = store.transaction("events", "readwrite");
  for (const event of await tx.store.index("byUserState").getAll([userId, "waiting"]))
    if (event.holdMs > 0) await tx.store.put({ ...event, holdMs: 0 });
  await tx.done;
};

export const waitingEvents = (store: PhoneStore, userId: string): Promise<StoredEvent[]> =>
  store.getAllFromIndex("events", "byUserState", [userId, "waiting"]);

/** Every event of this person on this phone, newest first: the ledger. */
export const ledgerOf = async (store: PhoneStore, userId: string): Promise<StoredEvent[]> => {
  const all = await store.getAll("events");
  return all.filter((event) => event.userId === userId).sort((a, b) => b.recordedAt - a.recordedAt);
};

/**
 * Sends what waits, oldest first, and notes each answer. An event leaves "waiting" only by the server's word about it;
 * a failed batch stays as it is and the error is thrown on, so that the caller can tell "no signal" from "signed out".
 * Gives the number of events the server was asked about.
 */
export const sendWaiting = async <T>(store: PhoneStore, userId: string, send: SendBatch<T>): Promise<number> => {
  const inOrder = (await waitingEvents(store, userId)).sort((a, b) => a.recordedAt - b.recordedAt);
  const now = Date.now();
  // Order is part of the record: what comes after a held event waits with it.
  const held = inOrder.findIndex((event) => isHeld(event, now));
  const waiting = held < 0 ? inOrder : inOrder.slice(0, held);
  for (let start = 0; start < waiting.length; start += batchSize) {
    const batch = waiting.slice(start, start + batchSize);
    const answers = new Map((await send(batch.map((event) => event.payload as T))).map((answer) => [answer.id, answer]));
    const tx = store.transaction("events", "readwrite");
    for (const event of batch) {
      const answer = answers.get(event.id);
      // No word about an event means it is still ours to send.
      if (answer === undefined) await tx.store.put({ ...event, attempts: event.attempts + 1 });
      else await tx.store.put({ ...event, attempts: event.attempts + 1, state: answer.saved ? "sent" : "refused", reason: answer.reason });
    }
    await tx.done;
  }
  return waiting.length;
};

/** Asks for a refused event to be sent again, for example after the turf was handed out. */
export const sendAgain = async (store: PhoneStore, id: string): Promise<void> => {
  const event = await store.get("events", id);
  if (event?.state === "refused") await store.put("events", { ...event, state: "waiting", reason: null });
};

/** Sent events older than `beforeMs` leave the ledger; waiting and refused ones never do. */
export const forgetSent = async (store: PhoneStore, beforeMs: number): Promise<void> => {
  const tx = store.transaction("events", "readwrite");
  for (const event of await tx.store.getAll()) if (event.state === "sent" && event.recordedAt < beforeMs) await tx.store.delete(event.id);
  await tx.done;
};
