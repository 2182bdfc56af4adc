// A door keeps its last outcome, and the map may not read canvassing, so the words stand there.
export { type VisitOutcome, visitOutcomes } from "../map/enums";

/** Recorded on a phone, or typed in from a paper walk sheet. */
export const visitSources = ["APP", "PAPER"] as const;
export type VisitSource = (typeof visitSources)[number];

export const canvassSessionStatuses = ["ACTIVE", "COMPLETED", "ABANDONED"] as const;
export type CanvassSessionStatus = (typeof canvassSessionStatuses)[number];

export const trackPointEvents = ["LOCATION_ADDED", "VISIT_RECORDED", "SESSION_STARTED", "SESSION_ENDED"] as const;
export type TrackPointEvent = (typeof trackPointEvents)[number];
