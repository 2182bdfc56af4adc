import { type DBSchema, type IDBPDatabase, openDB } from "idb";

/** How far one recorded event has come: kept on this phone, answered by the server, or refused with a reason. */
export type EventState = "waiting" | "sent" | "refused";

/** A recorded event as it lies on the phone. `id` was made here, so sending it twice is harmless. */
export type StoredEvent<T = unknown> = {
  id: string;
  /** Whose event it is: another person signing in on this phone must not send it under their name. */
  userId: string;
  recordedAt: number;
  /** How long it is kept back after recording, so that it can still be taken back. */
  holdMs: number;
  state: EventState;
  attempts: number;
  /** The server's sentence when it refused. */
  reason: string | null;
  payload: T;
};

type Schema = DBSchema & {
  events: { key: string; value: StoredEvent; indexes: { byUserState: [string, EventState] } };
  /** The last good answer of a question, for when there is no signal. */
  answers: { key: string; value: { key: string; storedAt: number; value: unknown } };
};

export type PhoneStore = IDBPDatabase<Schema>;

export const openStore = (name = "changemaker-canvass"): Promise<PhoneStore> =>
  openDB<Schema>(name, 1, {
    upgrade: (db) => {
      db.createObjectStore("events", { keyPath: "id" }).createIndex("byUserState", ["userId", "state"]);
      db.createObjectStore("answers", { keyPath: "key" });
    },
  });

export const rememberAnswer = async (store: PhoneStore, key: string, value: unknown): Promise<void> => {
  await store.put("answers", { key, value, storedAt: Date.now() });
};

export const recallAnswer = async <T>(store: PhoneStore, key: string): Promise<{ value: T; storedAt: number } | null> => {
  const found = await store.get("answers", key);
  return found === undefined ? null : { value: found.value as T, storedAt: found.storedAt };
};

/** Removes every answer whose key begins with `prefix`. */
export const forgetAnswers = async (store: PhoneStore, prefix: string): Promise<void> => {
  await store.delete("answers", IDBKeyRange.bound(prefix, `${prefix}\uffff`));
};

/** Visits of anybody that still wait on this phone; 0 where the phone keeps no data. */
export const countUnsent = async (): Promise<number> => {
  try {
    const store = await openStore();
    const events = await store.getAll("events");
    store.close();
    return events.filter(({ state }) => state === "waiting").length;
  } catch {
    return 0;
  }
};
