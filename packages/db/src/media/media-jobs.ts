import type { MediaJob, MediaJobType } from "@cml/domain/media";
import { and, desc, eq, lt, or, sql } from "drizzle-orm";
import type { Db } from "../client";
import { mediaJobs, videos } from "./schema";
import type { NewVideo } from "./videos";

type Row = typeof mediaJobs.$inferSelect;

const toMediaJob = ({ id, type, status, videoId, progress, attempts, error, createdAt, finishedAt }: Row): MediaJob => ({
  id,
  type,
  status,
  videoId,
  progress,
  attempts,
  error,
  createdAt,
  finishedAt,
});

/** The video and the job that reads it, together or not at all. */
export const insertVideoWithJob = async (db: Db, video: NewVideo, job: { id: string; type: MediaJobType; now: Date }): Promise<void> =>
  db.drizzle.transaction(async (tx) => {
    await tx.insert(videos).values({ ...video, createdAt: job.now, updatedAt: job.now });
    await tx.insert(mediaJobs).values({ id: job.id, type: job.type, videoId: video.id, createdAt: job.now });
  });

export const findMediaJob = async (db: Db, id: string): Promise<(MediaJob & { leaseOwner: string | null }) | null> => {
  const [row] = await db.drizzle.select().from(mediaJobs).where(eq(mediaJobs.id, id));
  return row === undefined ? null : { ...toMediaJob(row), leaseOwner: row.leaseOwner };
};

export const listMediaJobsOfVideo = async (db: Db, videoId: string): Promise<MediaJob[]> => {
  const rows = await db.drizzle.select().from(mediaJobs).where(eq(mediaJobs.videoId, videoId)).orderBy(desc(mediaJobs.createdAt));
  return rows.map(toMediaJob);
};

export const markMediaJobQueued = async (db: Db, id: string, now: Date): Promise<void> => {
  await db.drizzle
    .update(mediaJobs)
    .set({ status: "queued", queuedAt: now })
    .where(and(eq(mediaJobs.id, id), eq(mediaJobs.status, "pending")));
};

/**
 * Jobs whose row says there is work but which no queue holds: never queued (the process died in between), or held by a
 * worker whose lease ran out long ago. Index media_jobs_status_resourceCategory_priority_idx.
 */
export const listStrandedMediaJobs = async (db: Db, before: Date): Promise<{ id: string; type: string; videoId: string | null }[]> =>
  db.drizzle
    .select({ id: mediaJobs.id, type: mediaJobs.type, videoId: mediaJobs.videoId })
    .from(mediaJobs)
    .where(
      or(
        and(eq(mediaJobs.status, "pending"), lt(mediaJobs.createdAt, before)),
        and(eq(mediaJobs.status, "queued"), lt(mediaJobs.queuedAt, before)),
        and(eq(mediaJobs.status, "running"), lt(mediaJobs.leaseExpiresAt, before)),
      ),
    )
    .orderBy(desc(mediaJobs.priority), mediaJobs.createdAt)
    .limit(20);

type Lease = { owner: string; expiresAt: Date };

/** False when the job ended or was cancelled meanwhile. */
export const startMediaJob = async (db: Db, id: string, { lease, now }: { lease: Lease; now: Date }): Promise<boolean> => {
  const rows = await db.drizzle
    .update(mediaJobs)
    .set({
      status: "running",
      leaseOwner: lease.owner,
      leaseExpiresAt: lease.expiresAt,
      startedAt: now,
      attempts: sql`${mediaJobs.attempts} + 1`,
      error: null,
    })
    .where(and(eq(mediaJobs.id, id), or(eq(mediaJobs.status, "pending"), eq(mediaJobs.status, "queued"), eq(mediaJobs.status, "running"))))
    .returning({ id: mediaJobs.id });
  return rows.length === 1;
};

const heldBy = (id: string, owner: string) => and(eq(mediaJobs.id, id), eq(mediaJobs.status, "running"), eq(mediaJobs.leaseOwner, owner));

/** False when somebody else holds the job by now. */
export const updateMediaJobProgress = async (
  db: Db,
  id: string,
  { lease, progress }: { lease: Lease; progress: number },
): Promise<boolean> => {
  const rows = await db.drizzle
    .update(mediaJobs)
    .set({ progress, leaseExpiresAt: lease.expiresAt })
    .where(heldBy(id, lease.owner))
    .returning({ id: mediaJobs.id });
  return rows.length === 1;
};

type Ending =
  | { status: "completed"; result: Record<string, unknown> }
  | { status: "failed"; error: string }
  /** Goes back for another try. */
  | { status: "pending"; error: string };

/** False when somebody else holds the job by now; nothing is written then. */
export const endMediaJob = async (
  db: Db,
  id: string,
  { owner, ending, now }: { owner: string; ending: Ending; now: Date },
): Promise<boolean> => {
  const facts =
    ending.status === "completed"
      ? { status: ending.status, result: ending.result, progress: 100, error: null, finishedAt: now }
      : { status: ending.status, error: ending.error, finishedAt: ending.status === "failed" ? now : null, queuedAt: null };
  const rows = await db.drizzle
    .update(mediaJobs)
    .set({ ...facts, leaseOwner: null, leaseExpiresAt: null })
    .where(heldBy(id, owner))
    .returning({ id: mediaJobs.id });
  return rows.length === 1;
};
