import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import { type EventAnswer, forgetSent, keepEvent, ledgerOf, sendAgain, sendWaiting, waitingEvents } from "./outbox";
import { openStore, type PhoneStore, recallAnswer, rememberAnswer } from "./store";

type Knock = { id: string; door: number };
const me = "00000000-0000-7000-8000-000000000001";
const other = "00000000-0000-7000-8000-000000000002";
let store: PhoneStore;
let run = 0;

beforeEach(async () => {
  store = await openStore(`test-${run++}`);
});

const knock = (id: string, userId = me) => keepEvent<Knock>(store, { id, userId, payload: { id, door: 7 } });
const saveAll = async (payloads: Knock[]): Promise<EventAnswer[]> => payloads.map(({ id }) => ({ id, saved: true, reason: null }));

describe("the outbox on the phone", () => {
  it("keeps an event until the server has answered for it", async () => {
    await knock("a");
    await knock("b");
    await sendWaiting<Knock>(store, me, async (payloads) => (await saveAll(payloads)).filter(({ id }) => id === "a"));
    expect((await waitingEvents(store, me)).map(({ id }) => id)).toEqual(["b"]);
    await sendWaiting(store, me, saveAll);
    expect(await waitingEvents(store, me)).toEqual([]);
    expect((await ledgerOf(store, me)).every(({ state }) => state === "sent")).toBe(true);
  });

  it("loses nothing when the network fails in the middle of 120 events", async () => {
    for (let index = 0; index < 120; index += 1) await knock(`event-${index}`);
    let calls = 0;
    const failing = async (payloads: Knock[]) => {
      calls += 1;
      if (calls === 2) throw new TypeError("Failed to fetch");
      return saveAll(payloads);
    };
    await expect(sendWaiting(store, me, failing)).rejects.toThrow("Failed to fetch");
    expect((await waitingEvents(store, me)).length).toBe(70);
    await sendWaiting(store, me, saveAll);
    expect(await waitingEvents(store, me)).toEqual([]);
    expect((await ledgerOf(store, me)).length).toBe(120);
  });

  it("never sends one person's events under another's name", async () => {
    await knock("mine");
    await knock("theirs", other);
    const seen: string[] = [];
    await sendWaiting<Knock>(store, me, async (payloads) => {
      seen.push(...payloads.map(({ id }) => id));
      return saveAll(payloads);
    });
    expect(seen).toEqual(["mine"]);
    expect((await waitingEvents(store, other)).length).toBe(1);
  });

  it("keeps a refused event with its reason, and sends it again when asked", async () => {
    await knock("a");
    await sendWaiting<Knock>(store, me, async () => [{ id: "a", saved: false, reason: "This door is not in your turf." }]);
    expect((await ledgerOf(store, me))[0]).toMatchObject({ state: "refused", reason: "This door is not in your turf." });
    await forgetSent(store, Date.now() + 1000);
    await sendAgain(store, "a");
    await sendWaiting(store, me, saveAll);
    expect((await ledgerOf(store, me))[0]).toMatchObject({ state: "sent", reason: null });
    await forgetSent(store, Date.now() + 1000);
    expect(await ledgerOf(store, me)).toEqual([]);
  });

  it("remembers the last answer for when there is no signal", async () => {
    await rememberAnswer(store, "turfs", [1, 2]);
    expect((await recallAnswer<number[]>(store, "turfs"))?.value).toEqual([1, 2]);
    expect(await recallAnswer(store, "nothing")).toBeNull();
  });
});
