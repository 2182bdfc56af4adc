import type { FieldApi } from "./offline/field-events";
import { apiClient } from "./api";

/** The outbox's three calls, on the canvass surface. */
export const fieldApi: FieldApi = {
  start: (input) => apiClient.canvass.canvassSessions.start.mutate(input),
  record: async (visits) => (await apiClient.canvass.visits.record.mutate({ visits })).results,
  end: (input) => apiClient.canvass.canvassSessions.end.mutate(input),
};
