import type { JobHold } from "@cml/domain/media";
import type { Deps } from "../../deps";

/** Name under which a hold is written on the job's row: one worker may hold several jobs, one after another. */
export const leaseOwnerOf = (workerName: string, holdToken: string): string => `${workerName}/${holdToken}`;

const proofOf = (deps: Deps, hold: JobHold): string => deps.secrets.keyedHash("media-source", `${hold.mediaJobId}/${hold.holdToken}`);

/** Address of the job's file under the server's own: good only for whoever holds the job. */
export const sourcePathOf = (deps: Deps, hold: JobHold): string =>
  `/media-source/${hold.mediaJobId}/${hold.holdToken}/${proofOf(deps, hold)}`;

export const isSourceProof = (deps: Deps, hold: JobHold, proof: string): boolean => proofOf(deps, hold) === proof;
