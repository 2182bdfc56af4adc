import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keepWatch, pause } from "./keep-watch";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a pause", () => {
  it("lasts as long as it was asked to", async () => {
    let isOver = false;
    void pause(1_000, new AbortController().signal).then(() => (isOver = true));
    await vi.advanceTimersByTimeAsync(999);
    expect(isOver).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(isOver).toBe(true);
  });

  it("ends at once when told to, and leaves no timer behind", async () => {
    const waiting = new AbortController();
    const paused = pause(60_000, waiting.signal);
    waiting.abort();
    await paused;
    await pause(60_000, waiting.signal);
    expect(vi.getTimerCount()).toBe(0);
  });
});

it("stops a watch in the middle of its pause, and waits until it has ended", async () => {
  const rounds: string[] = [];
  const watch = keepWatch(async (stopping) => {
    while (!stopping.aborted) {
      rounds.push("look");
      await pause(1_000, stopping);
    }
    rounds.push("ended");
  });
  await vi.advanceTimersByTimeAsync(2_500);
  await watch.stop();
  expect(rounds).toEqual(["look", "look", "look", "ended"]);
});
