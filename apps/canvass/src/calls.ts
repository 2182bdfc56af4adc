import type { FieldApi } from "./offline/field-events";
import { startWalk } from "./offline/start-walk";
import { apiClient } from "./api";

const { canvassSessions, visits } = apiClient.canvass;
const { shiftDay } = apiClient.map;

/** The outbox's calls, on the canvass surface. */
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
  day: {
    checkIn: (input) => shiftDay.checkIn.mutate(input),
    undoCheckIn: (input) => shiftDay.undoCheckIn.mutate(input),
    markBack: (input) => shiftDay.markBack.mutate(input),
    addWalkUp: (input) => shiftDay.addWalkUp.mutate(input),
  },
};

/** Tells the server how many records of a walk this phone still holds. */
export const tellUnsent = (id: string, unsent: number): Promise<void> => canvassSessions.heard.mutate({ id, unsent });
