import { type Video, type VideoMetadata, orientationOf, qualityOf } from "@cml/domain/media";
import type { PageInput } from "@cml/domain/kernel";
import { sliceOf } from "@cml/domain/kernel";
import { count, desc, eq } from "drizzle-orm";
import type { Db } from "../client";
import { videos } from "./schema";

type Row = typeof videos.$inferSelect;

export type NewVideo = Pick<Row, "id" | "title" | "description" | "originalFilename" | "storageKey" | "sizeBytes" | "createdByUserId">;

const toVideo = (row: Row): Video => ({
  id: row.id,
  title: row.title,
  description: row.description,
  originalFilename: row.originalFilename,
  directoryType: row.directoryType,
  sizeBytes: row.sizeBytes,
  mimeType: row.mimeType,
  durationSeconds: row.durationSeconds,
  width: row.width,
  height: row.height,
  rotation: row.rotation,
  orientation: row.orientation,
  quality: row.quality,
  codecs: row.codecs,
  hasAudio: row.hasAudio,
  isValid: row.isValid,
  validationError: row.validationError,
  createdAt: row.createdAt,
});

export const findVideo = async (db: Db, id: string): Promise<Video | null> => {
  const [row] = await db.drizzle.select().from(videos).where(eq(videos.id, id));
  return row === undefined ? null : toVideo(row);
};

/** Where the file lies in storage; null when there is no such video or it has no file. */
export const findVideoStorageKey = async (db: Db, id: string): Promise<string | null> => {
  const [row] = await db.drizzle.select({ storageKey: videos.storageKey }).from(videos).where(eq(videos.id, id));
  return row?.storageKey ?? null;
};

/** Newest first (index videos_createdAt_idx). */
export const listVideos = async (db: Db, page: PageInput): Promise<{ items: Video[]; total: number }> => {
  const { offset, limit } = sliceOf(page);
  const [rows, [counted]] = await Promise.all([
    db.drizzle.select().from(videos).orderBy(desc(videos.createdAt)).limit(limit).offset(offset),
    db.drizzle.select({ total: count() }).from(videos),
  ]);
  return { items: rows.map(toVideo), total: counted?.total ?? 0 };
};

export const updateVideoMetadata = async (db: Db, id: string, { metadata, now }: { metadata: VideoMetadata; now: Date }): Promise<void> => {
  const { rotation, ...facts } = metadata;
  await db.drizzle
    .update(videos)
    .set({
      ...facts,
      rotation,
      orientation: orientationOf(metadata),
      quality: qualityOf(metadata),
      isValid: true,
      validationError: null,
      updatedAt: now,
    })
    .where(eq(videos.id, id));
};

/** Hides a file that cannot be read, with the reason for the organiser. */
export const markVideoInvalid = async (db: Db, id: string, { reason, now }: { reason: string; now: Date }): Promise<void> => {
  await db.drizzle.update(videos).set({ isValid: false, validationError: reason, updatedAt: now }).where(eq(videos.id, id));
};
