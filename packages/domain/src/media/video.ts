import { z } from "zod";
import { idSchema, lineSchema, paragraphsSchema } from "../kernel/text";
import { directoryTypes, mediaJobStatuses, mediaJobTypes, orientations } from "./enums";

export const videoSchema = z.object({
  id: idSchema,
  title: z.string(),
  description: z.string().nullable(),
  originalFilename: z.string(),
  directoryType: z.enum(directoryTypes),
  sizeBytes: z.number().nullable(),
  mimeType: z.string().nullable(),
  durationSeconds: z.number().nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  rotation: z.int().nullable(),
  orientation: z.enum(orientations).nullable(),
  quality: z.string().nullable(),
  codecs: z.object({ video: z.string().nullable(), audio: z.string().nullable() }).nullable(),
  hasAudio: z.boolean().nullable(),
  isValid: z.boolean(),
  validationError: z.string().nullable(),
  createdAt: z.date(),
});
export type Video = z.infer<typeof videoSchema>;

/** `uploadId` names a finished upload of the same person (see /uploads). */
export const createVideoInput = z.object({
  uploadId: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
  title: lineSchema(200),
  description: paragraphsSchema(5000).nullable().default(null),
  originalFilename: lineSchema(255),
});
export type CreateVideoInput = z.infer<typeof createVideoInput>;

/** The hold a worker has on a job; it comes back with every message about it. */
export const jobHoldSchema = z.object({ mediaJobId: idSchema, queueJobId: z.string().max(200), holdToken: z.string().max(100) });
export type JobHold = z.infer<typeof jobHoldSchema>;

/** One job as handed to a worker. `sourcePath` is under the server's address and works while the hold lasts. */
export const handedJobSchema = z.object({
  hold: jobHoldSchema,
  type: z.enum(mediaJobTypes),
  sourcePath: z.string(),
  /** Report within this time, or another worker gets the job. */
  holdSeconds: z.int(),
});
export type HandedJob = z.infer<typeof handedJobSchema>;

export const mediaJobSchema = z.object({
  id: idSchema,
  type: z.string(),
  status: z.enum(mediaJobStatuses),
  videoId: idSchema.nullable(),
  progress: z.number(),
  attempts: z.int(),
  error: z.string().nullable(),
  createdAt: z.date(),
  finishedAt: z.date().nullable(),
});
export type MediaJob = z.infer<typeof mediaJobSchema>;
