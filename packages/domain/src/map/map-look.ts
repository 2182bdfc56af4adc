// No schema in this file: the public site draws with it and must not load a validator for that.
import type { VisitOutcome } from "./enums";

/** From this zoom single doors are drawn; below it clusters. */
export const singleDoorsFromZoom = 16;

/** What a door's look on the map says of the last knock; a shape and a colour each. */
export const visitStates = ["unvisited", "notHome", "reached", "comeBack", "closed"] as const;
export type VisitState = (typeof visitStates)[number];

export const visitStateOf: Readonly<Record<VisitOutcome, VisitState>> = {
  SPOKE_WITH: "reached",
  ALREADY_VOTED: "reached",
  LEFT_LITERATURE: "notHome",
  NOT_HOME: "notHome",
  COME_BACK_LATER: "comeBack",
  OTHER: "comeBack",
  REFUSED: "closed",
  MOVED: "closed",
  WRONG_ADDRESS: "closed",
  INACCESSIBLE: "closed",
};
