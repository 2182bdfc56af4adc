import type { RecordVisitInput, VisitResult } from "@cml/domain/canvass";
import { expect, it } from "vitest";
import { type FieldEvent, sendEvents } from "./field-events";

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
    },
    () => "en",
  );
  await expect(send([start, visit("a")])).rejects.toThrow("no");
});
