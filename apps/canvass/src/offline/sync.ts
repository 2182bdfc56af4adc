import { type SendBatch, forgetSent, isHeld, releaseHeld, sendWaiting, waitingEvents } from "./outbox";
import type { PhoneStore } from "./store";

/** What the pill shows. `held` of those waiting can still be taken back; `signedOut` keeps everything and asks to sign in again. */
export type SyncStatus = { waiting: number; held: number; sending: boolean; problem: "none" | "noSignal" | "signedOut" };

export type Sync = {
  status: () => SyncStatus;
  subscribe: (listener: () => void) => () => void;
  /** Tries now; safe to call at any time and as often as one likes. What is held stays until its time. */
  sendNow: () => Promise<void>;
  /** Tries now with everything; nothing can be taken back after that. */
  sendAll: () => Promise<void>;
  /** Resolves when a round under way has ended; the store may be closed then. */
  stop: () => Promise<void>;
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
  let status: SyncStatus = { waiting: 0, held: 0, sending: false, problem: "none" };
  let running: Promise<void> | null = null;
  // Set by calls that come in while a round is under way.
  let wanted = false;
  const isWanted = () => wanted;
  const listeners = new Set<() => void>();
  const set = (change: Partial<SyncStatus>) => {
    status = { ...status, ...change };
    for (const listener of listeners) listener();
  };
  let stopped = false;
  let release: number | undefined;
  const count = async () => {
    const waiting = await waitingEvents(store, userId);
    const now = Date.now();
    const held = waiting.filter((event) => isHeld(event, now));
    window.clearTimeout(release);
    if (held.length > 0 && !stopped)
      release = window.setTimeout(kick, Math.min(...held.map((event) => event.recordedAt + event.holdMs)) - now);
    return { waiting: waiting.length, held: held.length };
  };

  const round = async () => {
    set({ sending: true, ...(await count()) });
    try {
      const asked = await sendWaiting(store, userId, send);
      await forgetSent(store, Date.now() - twoWeeksMs);
      if (asked > 0) set({ problem: "none" });
    } catch (error) {
      set({ problem: isSignedOut(error) ? "signedOut" : "noSignal" });
    } finally {
      set({ sending: false, ...(await count()) });
    }
  };

  const rounds = async (): Promise<void> => {
    wanted = false;
    await round();
    if (isWanted() && !stopped && status.problem === "none") await rounds();
  };

  const sendNow = async (): Promise<void> => {
    if (stopped) return;
    wanted = true;
    running ??= rounds().finally(() => {
      running = null;
    });
    await running;
  };

  const sendAll = async () => {
    await releaseHeld(store, userId);
    await sendNow();
  };

  const kick = () => void sendNow();
  const whenSeen = () => {
    if (document.visibilityState === "visible") kick();
    // In the pocket the clock of a page stands still; what waits goes out before.
    else void sendAll();
  };
  // Only hints, which the next call corrects: the browser is wrong about being online often enough.
  const whenOffline = () => set({ problem: "noSignal" });
  const whenOnline = () => {
    if (status.problem === "noSignal") set({ problem: "none" });
    // A round begun without signal may still be failing; the next one starts after it.
    void (running ?? Promise.resolve()).then(kick);
  };
  window.addEventListener("online", whenOnline);
  window.addEventListener("offline", whenOffline);
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
    sendAll,
    stop: async () => {
      stopped = true;
      window.clearTimeout(release);
      window.removeEventListener("online", whenOnline);
      window.removeEventListener("offline", whenOffline);
      document.removeEventListener("visibilitychange", whenSeen);
      window.clearInterval(timer);
      listeners.clear();
      await running;
    },
  };
};
