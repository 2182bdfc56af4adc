CREATE SCHEMA "media";
--> statement-breakpoint
CREATE TABLE "media"."compilations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"description" text,
	"clips" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"outputVideoId" uuid,
	"status" text DEFAULT 'draft' NOT NULL,
	"createdByUserId" uuid,
	"createdAt" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updatedAt" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "media"."media_jobs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"resourceCategory" text DEFAULT 'cpu' NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"priority" integer DEFAULT 0 NOT NULL,
	"videoId" uuid,
	"compilationId" uuid,
	"payload" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"result" jsonb,
	"progress" real DEFAULT 0 NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"error" text,
	"log" text DEFAULT '' NOT NULL,
	"leaseOwner" text,
	"leaseExpiresAt" timestamp (3) with time zone,
	"queuedAt" timestamp (3) with time zone,
	"startedAt" timestamp (3) with time zone,
	"finishedAt" timestamp (3) with time zone,
	"createdAt" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "media"."media_reactions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"videoId" uuid NOT NULL,
	"kind" text NOT NULL,
	"userId" uuid,
	"deviceHash" text,
	"createdAt" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "media_reactions_videoId_kind_userId_key" UNIQUE("videoId","kind","userId"),
	CONSTRAINT "media_reactions_videoId_kind_deviceHash_key" UNIQUE("videoId","kind","deviceHash")
);
--> statement-breakpoint
CREATE TABLE "media"."shared_media" (
	"id" uuid PRIMARY KEY NOT NULL,
	"videoId" uuid NOT NULL,
	"category" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"isLocked" boolean DEFAULT false NOT NULL,
	"publishedAt" timestamp (3) with time zone,
	"createdByUserId" uuid,
	"createdAt" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "shared_media_videoId_key" UNIQUE("videoId")
);
--> statement-breakpoint
CREATE TABLE "media"."videos" (
	"id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"description" text,
	"originalFilename" text NOT NULL,
	"path" text,
	"storageKey" text,
	"directoryType" text DEFAULT 'inbox' NOT NULL,
	"sizeBytes" bigint,
	"sha256" text,
	"mimeType" text,
	"durationSeconds" double precision,
	"width" integer,
	"height" integer,
	"rotation" integer,
	"orientation" text,
	"quality" text,
	"codecs" jsonb,
	"hasAudio" boolean,
	"thumbnailKey" text,
	"tags" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"producer" text,
	"creator" text,
	"isValid" boolean DEFAULT true NOT NULL,
	"validationError" text,
	"viewCount" integer DEFAULT 0 NOT NULL,
	"reactionCount" integer DEFAULT 0 NOT NULL,
	"createdByUserId" uuid,
	"createdAt" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updatedAt" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "media"."compilations" ADD CONSTRAINT "compilations_outputVideoId_videos_id_fk" FOREIGN KEY ("outputVideoId") REFERENCES "media"."videos"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media"."media_jobs" ADD CONSTRAINT "media_jobs_videoId_videos_id_fk" FOREIGN KEY ("videoId") REFERENCES "media"."videos"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media"."media_jobs" ADD CONSTRAINT "media_jobs_compilationId_compilations_id_fk" FOREIGN KEY ("compilationId") REFERENCES "media"."compilations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media"."media_reactions" ADD CONSTRAINT "media_reactions_videoId_videos_id_fk" FOREIGN KEY ("videoId") REFERENCES "media"."videos"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media"."shared_media" ADD CONSTRAINT "shared_media_videoId_videos_id_fk" FOREIGN KEY ("videoId") REFERENCES "media"."videos"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "compilations_outputVideoId_idx" ON "media"."compilations" USING btree ("outputVideoId");--> statement-breakpoint
CREATE INDEX "media_jobs_status_resourceCategory_priority_idx" ON "media"."media_jobs" USING btree ("status","resourceCategory","priority");--> statement-breakpoint
CREATE INDEX "media_jobs_videoId_idx" ON "media"."media_jobs" USING btree ("videoId");--> statement-breakpoint
CREATE INDEX "media_jobs_compilationId_idx" ON "media"."media_jobs" USING btree ("compilationId");--> statement-breakpoint
CREATE INDEX "media_jobs_leaseExpiresAt_idx" ON "media"."media_jobs" USING btree ("leaseExpiresAt");--> statement-breakpoint
CREATE INDEX "shared_media_category_position_idx" ON "media"."shared_media" USING btree ("category","position");--> statement-breakpoint
CREATE INDEX "videos_directoryType_isValid_orientation_idx" ON "media"."videos" USING btree ("directoryType","isValid","orientation");--> statement-breakpoint
CREATE INDEX "videos_sha256_idx" ON "media"."videos" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "videos_createdAt_idx" ON "media"."videos" USING btree ("createdAt");