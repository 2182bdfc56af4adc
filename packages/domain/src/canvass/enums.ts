/** What happened at the door. */
export const visitOutcomes = [
  "SPOKE_WITH",
  "NOT_HOME",
  "REFUSED",
  "MOVED",
  "ALREADY_VOTED",
  "LEFT_LITERATURE",
  "COME_BACK_LATER",
  "WRONG_ADDRESS",
  "INACCESSIBLE",
  "OTHER",
] as const;
export type VisitOutcome = (typeof visitOutcomes)[number];

/** Recorded on a phone, or typed in from a paper walk sheet. */
export const visitSources = ["APP", "PAPER"] as const;
export type VisitSource = (typeof visitSources)[number];

export const canvassSessionStatuses = ["ACTIVE", "COMPLETED", "ABANDONED"] as const;
export type CanvassSessionStatus = (typeof canvassSessionStatuses)[number];

export const trackPointEvents = ["LOCATION_ADDED", "VISIT_RECORDED", "SESSION_STARTED", "SESSION_ENDED"] as const;
export type TrackPointEvent = (typeof trackPointEvents)[number];
