import type { EndSessionInput, RecordVisitInput, StartSessionInput, VisitResult } from "@cml/domain/canvass";
import { errorMessage, isRefused, failureOf } from "@cml/api-client";
import type { Locale } from "@cml/domain/kernel";
import { type DayAct, type DayApi, doDayAct } from "./day-acts";
import type { EventAnswer, SendBatch } from "./outbox";

/** What a volunteer does in the field, in the order it was done. */
export type FieldEvent =
  | { kind: "start"; input: StartSessionInput }
  | { kind: "visit"; input: RecordVisitInput; assignmentId: string }
  | { kind: "end"; input: EndSessionInput }
  | { kind: "day"; id: string; name: string; act: DayAct };

export type FieldApi = {
  start: (input: StartSessionInput) => Promise<unknown>;
  record: (visits: RecordVisitInput[]) => Promise<VisitResult[]>;
  end: (input: EndSessionInput) => Promise<unknown>;
  day: DayApi;
};

// Too many requests and an expired session pass: the event is as good as before.
const isFinal = (error: unknown): boolean => isRefused(error) && ![401, 408, 429].includes(failureOf(error).status);

const answerOf = (result: VisitResult): EventAnswer =>
  result.status === "refused" ? { id: result.id, saved: false, reason: result.message } : { id: result.id, saved: true, reason: null };

/** Sends events in order, visits that stand together in one call; throws as soon as the server cannot be reached. */
export const sendEvents =
  (api: FieldApi, locale: () => Locale): SendBatch<FieldEvent> =>
  async (events) => {
    const answers: EventAnswer[] = [];
    const single = async (id: string, call: () => Promise<unknown>) => {
      try {
        await call();
        answers.push({ id, saved: true, reason: null });
      } catch (error) {
        if (!isFinal(error)) throw error;
        answers.push({ id, saved: false, reason: errorMessage(error, locale()) });
      }
    };
    for (const group of inOrder(events)) {
      if (group.kind === "visits") answers.push(...(await api.record(group.visits)).map(answerOf));
      else if (group.kind === "start") await single(group.input.id, () => api.start(group.input));
      else if (group.kind === "day") await single(group.id, () => doDayAct(api.day, group.act));
      else await single(endIdOf(group.input.id), () => api.end(group.input));
    }
    return answers;
  };

/** Ending a session is an event of its own beside the start that has the session's id. */
export const endIdOf = (sessionId: string): string => `end-${sessionId}`;

export const eventIdOf = (event: FieldEvent): string => {
  if (event.kind === "day") return event.id;
  return event.kind === "end" ? endIdOf(event.input.id) : event.input.id;
};

type Group = Exclude<FieldEvent, { kind: "visit" }> | { kind: "visits"; visits: RecordVisitInput[] };

const inOrder = (events: FieldEvent[]): Group[] => {
  const groups: Group[] = [];
  for (const event of events) {
    const last = groups.at(-1);
    if (event.kind !== "visit") groups.push(event);
    else if (last?.kind === "visits") last.visits.push(event.input);
    else groups.push({ kind: "visits", visits: [event.input] });
  }
  return groups;
};
