import "fake-indexeddb/auto";
import { expect, it } from "vitest";
import { openPhone } from "./phone";
import { openStore } from "./store";

const never = () => new Promise<never>(() => undefined);

it("never says that all is sent of a visit that has just been recorded", async () => {
  const phone = await openPhone({
    userId: "00000000-0000-7000-8000-000000000001",
    api: { start: never, record: never, end: never, day: { checkIn: never, undoCheckIn: never, markBack: never, addWalkUp: never } },
    locale: () => "en",
    store: await openStore("phone-test"),
  });
  const seen: { visits: number; waiting: number }[] = [];
  phone.subscribe(() => {
    const { ledger, sync } = phone.state();
    seen.push({ visits: ledger.length, waiting: sync.waiting });
  });
  await phone.record({
    kind: "start",
    input: { id: "00000000-0000-7000-8000-00000000000a", assignmentId: "turf", start: null, startedAt: new Date() },
  });
  expect(seen.at(-1)).toEqual({ visits: 1, waiting: 1 });
  expect(seen.filter(({ visits, waiting }) => visits > waiting)).toEqual([]);
});
