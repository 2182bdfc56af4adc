/** One job taken from the queue by hand, on behalf of a worker that cannot reach the queue itself. */
export type ClaimedMediaJob = {
  jobId: string;
  token: string;
  name: "media.probe";
  payload: { videoId: string; jobId: string };
  attempt: number;
  maxAttempts: number;
};

type Hold = { jobId: string; token: string };
/** GONE: the hold was lost (too long silent, or ended before), and another worker may have the job. */
type HoldAnswer = "OK" | "GONE";

export type MediaClaims = {
  /** Seconds a claim lives unless extended. */
  lockSeconds: number;
  /** The oldest waiting job, or null at once. */
  claim: () => Promise<ClaimedMediaJob | null>;
  extend: (hold: Hold) => Promise<HoldAnswer>;
  complete: (hold: Hold) => Promise<HoldAnswer>;
  /** Runs again after its backoff while attempts are left, unless `final`. */
  fail: (hold: Hold, failure: { reason: string; final?: boolean }) => Promise<HoldAnswer>;
};
