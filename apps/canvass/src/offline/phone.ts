import { failureOf } from "@cml/api-client";
import type { Locale } from "@cml/domain/kernel";
import { eventIdOf, type FieldApi, type FieldEvent, sendEvents } from "./field-events";
import { keepEvent, ledgerOf, releaseHeld, sendAgain, takeBack } from "./outbox";
import { forgetAnswers, openStore, type PhoneStore, recallAnswer, rememberAnswer, type StoredEvent } from "./store";
import { startSync, type Sync, type SyncStatus } from "./sync";

/** A walk under way on this phone. */
export type Walk = { sessionId: string; assignmentId: string; startedAt: Date };

export type PhoneState = { ledger: StoredEvent<FieldEvent>[]; sync: SyncStatus; walk: Walk | null };

/** One person's phone: what was recorded, what is still to send, which walk is under way. */
export type Phone = {
  state: () => PhoneState;
  subscribe: (listener: () => void) => () => void;
  /** Safe on this phone once it resolves; sending goes on by itself. */
  record: (event: FieldEvent) => Promise<void>;
  /** Removes a visit that has not gone out; false when it has. Possible for `undoMs` after recording, and for the last visit only. */
  takeBack: (id: string) => Promise<boolean>;
  setWalk: (walk: Walk | null) => Promise<void>;
  remember: (key: string, value: unknown) => Promise<void>;
  recall: <T>(key: string) => Promise<{ value: T; storedAt: number } | null>;
  /** Removes what the server told: doors, names, results. Recorded events stay. */
  forgetAnswers: () => Promise<void>;
  /** Tries to send everything at once. */
  sendAll: () => Promise<void>;
  sendAgain: (id: string) => Promise<void>;
  close: () => void;
};

/** How long a visit can be taken back. */
export const undoMs = 8000;

type Options = { userId: string; api: FieldApi; locale: () => Locale; store?: PhoneStore };

export const openPhone = async ({ userId, api, locale, store: given }: Options): Promise<Phone> => {
  const store = given ?? (await openStore());
  const ownKey = (key: string) => `${userId}/${key}`;
  const listeners = new Set<() => void>();
  const sync: Sync = startSync<FieldEvent>({
    store,
    userId,
    send: sendEvents(api, locale),
    isSignedOut: (error) => failureOf(error).status === 401,
  });
  const readLedger = async () => (await ledgerOf(store, userId)) as StoredEvent<FieldEvent>[];
  let state: PhoneState = {
    ledger: await readLedger(),
    sync: sync.status(),
    walk: (await recallAnswer<Walk | null>(store, ownKey("walk")))?.value ?? null,
  };
  const set = (change: Partial<PhoneState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  let reading = 0;
  const refresh = async () => {
    reading += 1;
    const turn = reading;
    const ledger = await readLedger();
    // A slower, older reading must not cover a newer one.
    if (turn === reading) set({ ledger, sync: statusOf(ledger, sync.status()) });
  };
  const stopListening = sync.subscribe(() => void refresh());
  await refresh();

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    record: async (event) => {
      await releaseHeld(store, userId);
      await keepEvent(store, { id: eventIdOf(event), userId, payload: event, holdMs: event.kind === "visit" ? undoMs : 0 });
      await refresh();
      void sync.sendNow();
    },
    takeBack: async (id) => {
      const done = await takeBack(store, id);
      await refresh();
      void sync.sendNow();
      return done;
    },
    setWalk: async (walk) => {
      await rememberAnswer(store, ownKey("walk"), walk);
      set({ walk });
    },
    remember: (key, value) => rememberAnswer(store, ownKey(key), value),
    recall: (key) => recallAnswer(store, ownKey(key)),
    forgetAnswers: () => forgetAnswers(store, `${userId}/`),
    sendAll: sync.sendAll,
    sendAgain: async (id) => {
      await sendAgain(store, id);
      await refresh();
      void sync.sendNow();
    },
    close: () => {
      stopListening();
      listeners.clear();
      void sync.stop().finally(() => store.close());
    },
  };
};

/** What waits is read off the ledger itself, so that "all sent" is never said of an event the sending loop has not counted yet. */
const statusOf = (ledger: StoredEvent<FieldEvent>[], status: SyncStatus): SyncStatus => ({
  ...status,
  waiting: ledger.filter((event) => event.state === "waiting").length,
});
