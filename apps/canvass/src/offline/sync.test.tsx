import "fake-indexeddb/auto";
import { afterEach, expect, it, vi } from "vitest";
import { keepEvent } from "./outbox";
import { openStore } from "./store";
import { startSync, type Sync } from "./sync";

const userId = "00000000-0000-7000-8000-000000000001";
let sync: Sync | null = null;
afterEach(() => sync?.stop());

const setUp = async (name: string, send: (ids: { id: string }[]) => Promise<{ id: string; saved: boolean; reason: null }[]>) => {
  const store = await openStore(name);
  const isSignedOut = (error: unknown) => error instanceof Error && error.message === "401";
  sync = startSync<{ id: string }>({ store, userId, send, isSignedOut, retryMs: 1_000_000 });
  return { store, sync };
};
const save = async (items: { id: string }[]) => items.map(({ id }) => ({ id, saved: true, reason: null }));

it("sends by itself when the network comes back", async () => {
  let online = false;
  const { store, sync } = await setUp("back-online", async (items) => {
    if (!online) throw new TypeError("Failed to fetch");
    return save(items);
  });
  await keepEvent(store, { id: "a", userId, payload: { id: "a" } });
  await sync.sendNow();
  await vi.waitFor(() => expect(sync.status()).toEqual({ waiting: 1, held: 0, sending: false, problem: "noSignal" }));
  online = true;
  window.dispatchEvent(new Event("online"));
  await vi.waitFor(() => expect(sync.status()).toEqual({ waiting: 0, held: 0, sending: false, problem: "none" }));
});

it("keeps everything and says so when the session has ended", async () => {
  const { store, sync } = await setUp("signed-out", async () => {
    throw new Error("401");
  });
  await keepEvent(store, { id: "a", userId, payload: { id: "a" } });
  await sync.sendNow();
  await vi.waitFor(() => expect(sync.status()).toEqual({ waiting: 1, held: 0, sending: false, problem: "signedOut" }));
});

it("runs one round at a time and takes in what was recorded meanwhile", async () => {
  let running = 0;
  let most = 0;
  const { store, sync } = await setUp("one-round", async (items) => {
    running += 1;
    most = Math.max(most, running);
    await Promise.resolve();
    running -= 1;
    return save(items);
  });
  await keepEvent(store, { id: "a", userId, payload: { id: "a" } });
  const first = sync.sendNow();
  await keepEvent(store, { id: "b", userId, payload: { id: "b" } });
  await Promise.all([first, sync.sendNow(), sync.sendNow()]);
  await vi.waitFor(() => expect(sync.status().waiting).toBe(0));
  expect(most).toBe(1);
});
