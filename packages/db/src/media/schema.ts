import { directoryTypes, mediaJobStatuses, orientations, resourceCategories } from "@cml/domain/media";
import {
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgSchema,
  real,
  text,
  timestamp,
  unique,
  uuid,
  bigint,
} from "drizzle-orm/pg-core";

export const reactionKinds = ["like", "love", "laugh", "wow", "sad", "angry"] as const;
export const compilationStatuses = ["draft", "rendering", "ready", "failed"] as const;

/** One cut of a video in a compilation. */
export type Clip = { videoId: string; inSeconds: number; outSeconds: number; title: string };

/** Prisma owns `public`, Drizzle owns `media`; user ids point over without a foreign key. */
export const media = pgSchema("media");

const id = () => uuid().primaryKey();
const moment = () => timestamp({ withTimezone: true, precision: 3, mode: "date" });
const createdAt = () => moment().notNull().defaultNow();

export const videos = media.table(
  "videos",
  {
    id: id(),
    title: text().notNull(),
    description: text(),
    originalFilename: text().notNull(),
    /** Path inside its directory, for files found by a scan. */
    path: text(),
    storageKey: text(),
    directoryType: text({ enum: directoryTypes }).notNull().default("inbox"),
    sizeBytes: bigint({ mode: "number" }),
    sha256: text(),
    mimeType: text(),
    durationSeconds: doublePrecision(),
    width: integer(),
    height: integer(),
    /** Degrees clockwise. */
    rotation: integer(),
    orientation: text({ enum: orientations }),
    /** 4K, 1080p, 720p, 480p … */
    quality: text(),
    codecs: jsonb().$type<{ video: string | null; audio: string | null }>(),
    hasAudio: boolean(),
    thumbnailKey: text(),
    tags: jsonb().$type<string[]>().notNull().default([]),
    producer: text(),
    creator: text(),
    /** False hides it: the soft delete of this table. */
    isValid: boolean().notNull().default(true),
    validationError: text(),
    viewCount: integer().notNull().default(0),
    reactionCount: integer().notNull().default(0),
    createdByUserId: uuid(),
    createdAt: createdAt(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [
    index("videos_directoryType_isValid_orientation_idx").on(table.directoryType, table.isValid, table.orientation),
    index("videos_sha256_idx").on(table.sha256),
    index("videos_createdAt_idx").on(table.createdAt),
  ],
);

export const compilations = media.table(
  "compilations",
  {
    id: id(),
    title: text().notNull(),
    description: text(),
    clips: jsonb().$type<Clip[]>().notNull().default([]),
    settings: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    outputVideoId: uuid().references(() => videos.id, { onDelete: "set null" }),
    status: text({ enum: compilationStatuses }).notNull().default("draft"),
    createdByUserId: uuid(),
    createdAt: createdAt(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [index("compilations_outputVideoId_idx").on(table.outputVideoId)],
);

export const mediaJobs = media.table(
  "media_jobs",
  {
    id: id(),
    /** Closed list in domain/media: probe, thumbnail, encode, compile … */
    type: text().notNull(),
    resourceCategory: text({ enum: resourceCategories }).notNull().default("cpu"),
    status: text({ enum: mediaJobStatuses }).notNull().default("pending"),
    /** Higher first. */
    priority: integer().notNull().default(0),
    videoId: uuid().references(() => videos.id, { onDelete: "cascade" }),
    compilationId: uuid().references(() => compilations.id, { onDelete: "cascade" }),
    payload: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    result: jsonb().$type<Record<string, unknown>>(),
    /** 0–100 */
    progress: real().notNull().default(0),
    attempts: integer().notNull().default(0),
    error: text(),
    log: text().notNull().default(""),
    /** Name of the media worker that holds it. */
    leaseOwner: text(),
    leaseExpiresAt: moment(),
    queuedAt: moment(),
    startedAt: moment(),
    finishedAt: moment(),
    createdAt: createdAt(),
  },
  (table) => [
    index("media_jobs_status_resourceCategory_priority_idx").on(table.status, table.resourceCategory, table.priority),
    index("media_jobs_videoId_idx").on(table.videoId),
    index("media_jobs_compilationId_idx").on(table.compilationId),
    index("media_jobs_leaseExpiresAt_idx").on(table.leaseExpiresAt),
  ],
);

export const sharedMedia = media.table(
  "shared_media",
  {
    id: id(),
    videoId: uuid()
      .notNull()
      .references(() => videos.id, { onDelete: "cascade" }),
    category: text().notNull(),
    position: integer().notNull().default(0),
    isLocked: boolean().notNull().default(false),
    publishedAt: moment(),
    createdByUserId: uuid(),
    createdAt: createdAt(),
  },
  (table) => [
    unique("shared_media_videoId_key").on(table.videoId),
    index("shared_media_category_position_idx").on(table.category, table.position),
  ],
);

export const mediaReactions = media.table(
  "media_reactions",
  {
    id: id(),
    videoId: uuid()
      .notNull()
      .references(() => videos.id, { onDelete: "cascade" }),
    kind: text({ enum: reactionKinds }).notNull(),
    userId: uuid(),
    /** Keyed hash of the device token of somebody without an account. */
    deviceHash: text(),
    createdAt: createdAt(),
  },
  (table) => [
    unique("media_reactions_videoId_kind_userId_key").on(table.videoId, table.kind, table.userId),
    unique("media_reactions_videoId_kind_deviceHash_key").on(table.videoId, table.kind, table.deviceHash),
  ],
);
