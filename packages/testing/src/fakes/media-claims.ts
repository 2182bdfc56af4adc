import { randomUUID } from "node:crypto";
import type { FakeJobs } from "./jobs";

export type ClaimedProbe = {
  jobId: string;
  token: string;
  name: "media.probe";
  payload: { videoId: string; jobId: string };
  attempt: number;
  maxAttempts: number;
};
type Hold = { jobId: string; token: string };
type HoldAnswer = "OK" | "GONE";

export type MemoryMediaClaims = {
  lockSeconds: number;
  claim: () => Promise<ClaimedProbe | null>;
  extend: (hold: Hold) => Promise<HoldAnswer>;
  complete: (hold: Hold) => Promise<HoldAnswer>;
  fail: (hold: Hold, failure: { reason: string; final?: boolean }) => Promise<HoldAnswer>;
  /** Ends every hold, as if their workers had fallen silent. */
  dropHolds: () => void;
};

/** Takes `media.probe` jobs out of the fake queue by hand, with the same words as the real one. */
export const memoryMediaClaims = (jobs: FakeJobs): MemoryMediaClaims => {
  const held = new Map<string, string>();
  const ifHeld = ({ jobId, token }: Hold, then: () => void): HoldAnswer => {
    if (held.get(jobId) !== token) return "GONE";
    then();
    return "OK";
  };
  return {
    lockSeconds: 60,
    claim: async () => {
      const index = jobs.added.findIndex((job) => job.name === "media.probe");
      const [job] = index === -1 ? [] : jobs.added.splice(index, 1);
      if (job === undefined || job.name !== "media.probe") return null;
      const jobId = job.jobId ?? randomUUID();
      const token = randomUUID();
      held.set(jobId, token);
      return { jobId, token, name: "media.probe", payload: job.payload as ClaimedProbe["payload"], attempt: 1, maxAttempts: 3 };
    },
    extend: async (hold) => ifHeld(hold, () => undefined),
    complete: async (hold) => ifHeld(hold, () => held.delete(hold.jobId)),
    fail: async (hold) => ifHeld(hold, () => held.delete(hold.jobId)),
    dropHolds: () => held.clear(),
  };
};
