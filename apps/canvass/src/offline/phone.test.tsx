import "fake-indexeddb/auto";
import { afterEach, expect, it, vi } from "vitest";
import type { FieldEvent } from "./field-events";
import { openPhone, type Phone, undoMs } from "./phone";
import { openStore } from "./store";

let phone: Phone | null = null;
afterEach(() => {
  phone?.close();
  vi.restoreAllMocks();
});

const visit = (id: string): FieldEvent => ({
  kind: "visit",
  assignmentId: "turf",
  input: {
    id,
    sessionId: "walk",
    addressId: `door-of-${id}`,
    outcome: "NOT_HOME",
    supportLevel: null,
    supportDeclined: false,
    leanCode: null,
    signRequested: false,
    signSize: null,
    notes: null,
    durationSeconds: null,
    place: null,
    recordedAt: new Date(),
  },
});

const setUp = async (name: string) => {
  const sent: string[] = [];
  const store = await openStore(name);
  const api = {
    start: async () => undefined,
    record: async (visits: { id: string }[]) => {
      sent.push(...visits.map(({ id }) => id));
      return visits.map(({ id }) => ({ id, status: "recorded" as const }));
    },
    end: async () => undefined,
  };
  phone = await openPhone({ userId: "me", api, locale: () => "en", store });
  return { phone, sent };
};

it("takes a visit back while it has not gone out, and never sends it", async () => {
  const { phone, sent } = await setUp("undo");
  await phone.record(visit("a"));
  expect(await phone.takeBack("a")).toBe(true);
  expect(phone.state().ledger).toEqual([]);
  await phone.sendAll();
  expect(sent).toEqual([]);
});

it("sends the visit before as soon as the next one is saved, for only the last can be taken back", async () => {
  const { phone, sent } = await setUp("only-last");
  await phone.record(visit("a"));
  await phone.record(visit("b"));
  await vi.waitFor(() => expect(sent).toEqual(["a"]));
  expect(await phone.takeBack("a")).toBe(false);
  expect(await phone.takeBack("b")).toBe(true);
});

it("sends a visit by itself once its time to be taken back is over, and then says that it is too late", async () => {
  const { phone, sent } = await setUp("in-time");
  await phone.record(visit("a"));
  await vi.waitFor(() => expect(phone.state().sync).toMatchObject({ waiting: 1, held: 1 }));
  const later = Date.now() + undoMs;
  vi.spyOn(Date, "now").mockReturnValue(later);
  expect(await phone.takeBack("a")).toBe(false);
  await vi.waitFor(() => expect(sent).toEqual(["a"]));
});

it("sends at once when the phone goes into the pocket", async () => {
  const { phone, sent } = await setUp("pocket");
  await phone.record(visit("a"));
  vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
  document.dispatchEvent(new Event("visibilitychange"));
  await vi.waitFor(() => expect(sent).toEqual(["a"]));
});

it("sends the end of a walk after its last visit", async () => {
  const { phone, sent } = await setUp("order");
  await phone.record(visit("a"));
  await phone.record({ kind: "end", input: { id: "walk", endedAt: new Date() } });
  await vi.waitFor(() => expect(phone.state().ledger.every(({ state }) => state === "sent")).toBe(true));
  expect(sent).toEqual(["a"]);
});

it("does not hold a visit for longer when the clock was set back", async () => {
  const { phone, sent } = await setUp("clock");
  await phone.record(visit("a"));
  const yesterday = Date.now() - 24 * 3600 * 1000;
  vi.spyOn(Date, "now").mockReturnValue(yesterday);
  await phone.sendAll();
  await vi.waitFor(() => expect(sent).toEqual(["a"]));
});
