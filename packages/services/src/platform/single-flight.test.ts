import { memoryLocks } from "@cml/testing";
import { expect, it } from "vitest";
import { singleFlight } from "./single-flight";

const aFlight = () => {
  const state = { stored: null as string | null, made: 0 };
  const flight = {
    key: "M5V3L9",
    read: async () => state.stored,
    make: async () => {
      await new Promise(setImmediate);
      state.made += 1;
      state.stored = `answer ${state.made}`;
      return state.stored;
    },
  };
  return { state, flight };
};

it("makes one answer for everybody who asks at once", async () => {
  const { state, flight } = aFlight();
  const deps = { locks: memoryLocks() };
  expect(await Promise.all([1, 2, 3].map(() => singleFlight(deps, flight)))).toEqual(["answer 1", "answer 1", "answer 1"]);
  expect(state.made).toBe(1);
});

it("takes what another process made while it waited for the lock", async () => {
  const { state, flight } = aFlight();
  const locks = memoryLocks();
  let release = (): void => undefined;
  const elsewhere = locks.withLock("flight:M5V3L9", () => new Promise<void>((resolve) => (release = resolve)));
  const answer = singleFlight({ locks }, flight);
  state.stored = "made elsewhere";
  release();
  await elsewhere;
  expect([await answer, state.made]).toEqual(["made elsewhere", 0]);
});

it("tries again after a failure", async () => {
  const { flight } = aFlight();
  const deps = { locks: memoryLocks() };
  await expect(singleFlight(deps, { ...flight, make: () => Promise.reject(new Error("no luck")) })).rejects.toThrow("no luck");
  expect(await singleFlight(deps, flight)).toBe("answer 1");
});
