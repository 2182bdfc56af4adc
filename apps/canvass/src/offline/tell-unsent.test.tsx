import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { PhoneState } from "./phone";
import { startTelling } from "./tell-unsent";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const event = (kind: "start" | "visit", id: string, state: "waiting" | "sent" | "refused") =>
  ({ id, state, payload: { kind } }) as unknown as PhoneState["ledger"][number];
const phoneWith = (first: PhoneState["ledger"]) => {
  let ledger = first;
  let listener: () => void = () => undefined;
  const state = () => ({ ledger, walk: {} }) as PhoneState;
  const subscribe = (one: () => void) => {
    listener = one;
    return () => undefined;
  };
  const set = (next: PhoneState["ledger"]) => {
    ledger = next;
    listener();
  };
  return { phone: { state, subscribe }, set };
};

it("tells at once what a walk holds, a change after ten seconds at most, and that it is alive every minute", async () => {
  const told: string[] = [];
  const { phone, set } = phoneWith([event("visit", "v", "waiting"), event("start", "walk", "sent")]);
  const stop = startTelling(phone, async (id, unsent) => void told.push(`${id} ${unsent}`));
  expect(told).toEqual(["walk 1"]);
  await vi.advanceTimersByTimeAsync(100);
  set([event("visit", "v", "sent"), event("start", "walk", "sent")]);
  expect(told).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(told).toEqual(["walk 1", "walk 0"]);
  await vi.advanceTimersByTimeAsync(70_000);
  expect(told).toEqual(["walk 1", "walk 0", "walk 0"]);
  stop();
});

it("counts what was refused too, says nothing of a walk the server does not know, and tries again after a failure", async () => {
  const told: number[] = [];
  let isThere = false;
  const { phone, set } = phoneWith([event("visit", "v", "waiting"), event("start", "walk", "waiting")]);
  const stop = startTelling(phone, async (_id, unsent) => {
    if (!isThere) throw new Error("no signal");
    told.push(unsent);
  });
  isThere = true;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(told).toEqual([]);
  isThere = false;
  set([event("visit", "w", "refused"), event("visit", "v", "waiting"), event("start", "walk", "sent")]);
  await vi.advanceTimersByTimeAsync(1000);
  isThere = true;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(told).toEqual([2]);
  stop();
});
