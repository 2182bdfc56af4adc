import type { CheckInInput, MarkBackInput, UndoCheckInInput, WalkUpInput } from "@cml/domain/map";

/** What a captain notes of a person; each may wait for signal, and doing it twice is doing it once. */
export type DayAct =
  | { verb: "checkIn"; input: CheckInInput }
  | { verb: "undoCheckIn"; input: UndoCheckInInput }
  | { verb: "markBack"; input: MarkBackInput }
  | { verb: "walkUp"; input: WalkUpInput };

export type DayApi = {
  checkIn: (input: CheckInInput) => Promise<unknown>;
  undoCheckIn: (input: UndoCheckInInput) => Promise<unknown>;
  markBack: (input: MarkBackInput) => Promise<unknown>;
  addWalkUp: (input: WalkUpInput) => Promise<unknown>;
};

export const doDayAct = (api: DayApi, act: DayAct): Promise<unknown> => {
  switch (act.verb) {
    case "checkIn":
      return api.checkIn(act.input);
    case "undoCheckIn":
      return api.undoCheckIn(act.input);
    case "markBack":
      return api.markBack(act.input);
    case "walkUp":
      return api.addWalkUp(act.input);
  }
};
