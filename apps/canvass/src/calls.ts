import type { FieldApi } from "./offline/field-events";
import { startWalk } from "./offline/start-walk";
import { apiClient } from "./api";

const { canvassSessions, visits } = apiClient.canvass;

/** The outbox's three calls, on the canvass surface. */
export const fieldApi: FieldApi = {
  start: (input) =>
    startWalk(
      {
        start: (wish) => canvassSessions.start.mutate(wish),
        current: () => canvassSessions.current.query(),
        end: (wish) => canvassSessions.end.mutate(wish),
      },
      input,
    ),
  record: async (batch) => (await visits.record.mutate({ visits: batch })).results,
  end: (input) => canvassSessions.end.mutate(input),
};
