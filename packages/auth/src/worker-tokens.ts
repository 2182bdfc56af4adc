import { findMediaWorkerByToken, insertMediaWorker, updateMediaWorkerSeen } from "@cml/db/auth";
import type { WorkerToken } from "@cml/domain/auth";
import type { At } from "./sessions";
import { hashToken, newToken } from "./token";

// The prefix tells a worker's token from an access token, and lets secret scanners find one in the wrong place.
const prefix = "cmlw_";
const seenEveryMs = 60_000;

export const isWorkerToken = (bearer: string): boolean => bearer.startsWith(prefix);

/** Null when a worker of that name exists. The token is given once and stored as a hash. */
export const issueWorkerToken = async (
  { db, now }: At,
  { id, name }: { id: string; name: string },
): Promise<(WorkerToken & { token: string }) | null> => {
  const token = `${prefix}${newToken()}`;
  const worker = await insertMediaWorker(db, { id, name, tokenHash: hashToken(token), createdAt: now });
  return worker && { ...worker, token };
};

/** The worker behind a token; null when nobody has it or it was revoked. */
export const readWorkerToken = async ({ db, now }: At, token: string): Promise<WorkerToken | null> => {
  const worker = await findMediaWorkerByToken(db, hashToken(token));
  if (worker !== null && now.getTime() - (worker.lastSeenAt?.getTime() ?? 0) > seenEveryMs) await updateMediaWorkerSeen(db, worker.id, now);
  return worker;
};
