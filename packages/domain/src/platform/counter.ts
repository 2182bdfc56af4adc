/** Stored counters shown on pages: model, then field. Changes are appended and folded in by a job, so no hot row is fought over. */
export const storedCounters = [
  "Campaign.emailCount",
  "Campaign.callCount",
  "Campaign.responseCount",
  "RepresentativeResponse.upvoteCount",
  "Cut.visitedCount",
] as const;
export type StoredCounter = (typeof storedCounters)[number];
