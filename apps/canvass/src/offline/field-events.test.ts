import type { RecordVisitInput, VisitResult } from "@cml/domain/canvass";
import { expect, it } from "vitest";
import { type FieldEvent, sendEvents } from "./field-events";

const never = () => new Promise<never>(() => undefined);
const visit = (id: string): FieldEvent => ({
  kind: "visit",
  assignmentId: "turf",
  input: {
    id,
    sessionId: "session",
    addressId: "door",
    outcome: "NOT_HOME",
    supportLevel: null,
    supportDeclined: false,
    leanCode: null,
    signRequested: false,
    signSize: null,
    notes: null,
    durationSeconds: null,
    place: null,
    recordedAt: new Date(0),
  },
});
const start: FieldEvent = { kind: "start", input: { id: "session", assignmentId: "turf", start: null, startedAt: new Date(0) } };
const end: FieldEvent = { kind: "end", input: { id: "session", endedAt: new Date(0) } };
const recorded = (visits: RecordVisitInput[]): VisitResult[] => visits.map(({ id }) => ({ id, status: "recorded" }));
const noDay = { checkIn: never, undoCheckIn: never, markBack: never, addWalkUp: never };
const refusal = (httpStatus: number) =>
  Object.assign(new Error("no"), { data: { httpStatus, code: "X", messageKey: "x", requestId: "r", fields: [] } });

it("keeps the order and sends neighbouring visits together", async () => {
  const calls: string[] = [];
  const send = sendEvents(
    {
      start: async () => void calls.push("start"),
      record: async (visits) => {
        calls.push(`record ${visits.length}`);
        return recorded(visits);
      },
      end: async () => void calls.push("end"),
      day: noDay,
    },
    () => "en",
  );
  const answers = await send([start, visit("a"), visit("b"), end]);
  expect(calls).toEqual(["start", "record 2", "end"]);
  expect(answers.map(({ id, saved }) => [id, saved])).toEqual([
    ["session", true],
    ["a", true],
    ["b", true],
    ["end-session", true],
  ]);
});

it("takes a refusal as the server's word and goes on", async () => {
  const send = sendEvents(
    {
      start: async () => {
        throw refusal(403);
      },
      record: async (visits) => visits.map(({ id }) => ({ id, status: "refused", reason: "noSession", message: "There is no such walk." })),
      end: async () => undefined,
      day: noDay,
    },
    () => "en",
  );
  const answers = await send([start, visit("a")]);
  expect(answers).toMatchObject([
    { id: "session", saved: false },
    { id: "a", saved: false, reason: "There is no such walk." },
  ]);
});

it.each([401, 429, 500, 0])("keeps everything waiting when the answer is %s", async (status) => {
  const send = sendEvents(
    {
      start: async () => {
        throw refusal(status);
      },
      record: async (visits) => recorded(visits),
      end: async () => undefined,
      day: noDay,
    },
    () => "en",
  );
  await expect(send([start, visit("a")])).rejects.toThrow("no");
});

it("brings what a captain noted in its order, and keeps going after a refusal", async () => {
  const calls: string[] = [];
  const at = new Date(0);
  const person = { shiftId: "shift", signupId: "ana" };
  const send = sendEvents(
    {
      start: never,
      record: async (visits) => recorded(visits),
      end: never,
      day: {
        checkIn: async ({ signupId }) => void calls.push(`in ${signupId}`),
        undoCheckIn: () => Promise.reject(refusal(409)),
        markBack: async ({ back }) => void calls.push(`back ${back}`),
        addWalkUp: async ({ name }) => void calls.push(`walk-up ${name}`),
      },
    },
    () => "en",
  );
  const answers = await send([
    { kind: "day", id: "1", name: "Ana", act: { verb: "checkIn", input: { ...person, at } } },
    visit("a"),
    { kind: "day", id: "2", name: "Ana", act: { verb: "undoCheckIn", input: person } },
    {
      kind: "day",
      id: "3",
      name: "Walt",
      act: { verb: "walkUp", input: { shiftId: "shift", id: "w", name: "Walt", phone: null, locale: "en", at } },
    },
    { kind: "day", id: "4", name: "Ana", act: { verb: "markBack", input: { ...person, back: true, at } } },
  ]);
  expect(calls).toEqual(["in ana", "walk-up Walt", "back true"]);
  expect(answers.map(({ id, saved }) => [id, saved])).toEqual([["1", true], ["a", true], ["2", false], ["3", true], ["4", true]]); // prettier-ignore
});
