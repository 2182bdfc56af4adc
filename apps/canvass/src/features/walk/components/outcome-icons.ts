import type { VisitOutcome } from "@cml/domain/canvass";
import {
  IconClock,
  IconDoorOff,
  IconHandStop,
  IconHomeOff,
  IconLock,
  IconMapPinOff,
  IconMessages,
  IconNews,
  IconNote,
  IconSquareCheck,
} from "@tabler/icons-react";

export const outcomeIcons: Record<VisitOutcome, typeof IconClock> = {
  NOT_HOME: IconDoorOff,
  SPOKE_WITH: IconMessages,
  REFUSED: IconHandStop,
  LEFT_LITERATURE: IconNews,
  COME_BACK_LATER: IconClock,
  MOVED: IconHomeOff,
  ALREADY_VOTED: IconSquareCheck,
  WRONG_ADDRESS: IconMapPinOff,
  INACCESSIBLE: IconLock,
  OTHER: IconNote,
};

/** The four large buttons; the rest is under More. */
export const firstOutcomes = ["NOT_HOME", "SPOKE_WITH", "REFUSED", "LEFT_LITERATURE"] as const;
export const moreOutcomes = ["COME_BACK_LATER", "MOVED", "ALREADY_VOTED", "WRONG_ADDRESS", "INACCESSIBLE", "OTHER"] as const;
