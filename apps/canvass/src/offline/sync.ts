import { type SendBatch, forgetSent, sendWaiting, waitingEvents } from "./outbox";
import type { PhoneStore } from "./store";

/** What the pill shows. `signedOut` keeps everything and asks to sign in again. */
export type SyncStatus = { waiting: number; sending: boolean; problem: "none" | "noSignal" | "signedOut" };

export type Sync = {
  status: () => SyncStatus;
  subscribe: (listener: () => void) => () => void;
  /** Tries now; safe to call at any time and as often as one likes. */
  sendNow: () => Promise<void>;
  stop: () => void;
};

type Options<T> = {
  store: PhoneStore;
  userId: string;
  send: SendBatch<T>;
  /** True when the error means "sign in again" rather than "no signal". */
  isSignedOut: (error: unknown) => boolean;
  retryMs?: number;
};

const twoWeeksMs = 14 * 24 * 3600 * 1000;

/** Sends what waits after each recording, when the network comes back, when the app is looked at, and every half minute meanwhile. */
export const startSync = <T>({ store, userId, send, isSignedOut, retryMs = 30_000 }: Options<T>): Sync => {
  let status: SyncStatus = { waiting: 0, sending: false, problem: "none" };
  let running: Promise<void> | null = null;
  // Set by calls that come in while a round is under way.
  let wanted = false;
  const isWanted = () => wanted;
  const listeners = new Set<() => void>();
  const set = (change: Partial<SyncStatus>) => {
    status = { ...status, ...change };
    for (const listener of listeners) listener();
  };
  const count = async () => (await waitingEvents(store, userId)).length;

  const round = async () => {
    set({ sending: true, waiting: await count() });
    try {
      await sendWaiting(store, userId, send);
      await forgetSent(store, Date.now() - twoWeeksMs);
      set({ problem: "none" });
    } catch (error) {
      set({ problem: isSignedOut(error) ? "signedOut" : "noSignal" });
    } finally {
      set({ sending: false, waiting: await count() });
    }
  };

  const rounds = async (): Promise<void> => {
    wanted = false;
    await round();
    if (isWanted() && status.problem === "none") await rounds();
  };

  const sendNow = (): Promise<void> => {
    wanted = true;
    running ??= rounds().finally(() => {
      running = null;
    });
    return running;
  };

  const kick = () => void sendNow();
  const whenSeen = () => {
    if (document.visibilityState === "visible") kick();
  };
  window.addEventListener("online", kick);
  document.addEventListener("visibilitychange", whenSeen);
  const timer = window.setInterval(() => {
    if (status.waiting > 0) kick();
  }, retryMs);
  kick();

  return {
    status: () => status,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    sendNow,
    stop: () => {
      window.removeEventListener("online", kick);
      document.removeEventListener("visibilitychange", whenSeen);
      window.clearInterval(timer);
      listeners.clear();
    },
  };
};
