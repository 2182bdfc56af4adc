import { findMediaJob, findVideoStorageKey } from "@cml/db/media";
import { AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import type { StoredFile } from "../../platform/storage";
import { isSourceProof } from "./job-source";

type Source = { mediaJobId: string; holdToken: string; proof: string; range?: { start: number; end?: number } };

/** The file of a job, for whoever holds it (a signed address, because ffprobe reads it itself). Throws NOT_FOUND for any doubt. */
export const openMediaSource = async (deps: Deps, source: Source): Promise<StoredFile> => {
  const { mediaJobId, holdToken, proof, range } = source;
  const notFound = () => new AppError("NOT_FOUND", "media.sourceNotFound");
  if (!isSourceProof(deps, { mediaJobId, holdToken, queueJobId: "" }, proof)) throw notFound();
  const job = await findMediaJob(deps.db, mediaJobId);
  if (job?.status !== "running" || job.videoId === null || job.leaseOwner?.endsWith(`/${holdToken}`) !== true) throw notFound();
  const storageKey = await findVideoStorageKey(deps.db, job.videoId);
  const file = storageKey === null ? null : await deps.storage.open(storageKey, range);
  if (file === null) throw notFound();
  return file;
};
