import { z } from "zod";
import { type Orientation, orientations } from "./enums";

/** What ffprobe can say of a file; unknown is null, never 0. */
export const videoMetadataSchema = z.object({
  durationSeconds: z.number().positive().nullable(),
  /** As stored in the file, before rotation. */
  width: z.int().positive().nullable(),
  height: z.int().positive().nullable(),
  /** Degrees clockwise to show it upright: 0, 90, 180 or 270. */
  rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  codecs: z.object({ video: z.string().max(40).nullable(), audio: z.string().max(40).nullable() }),
  hasAudio: z.boolean(),
  mimeType: z.string().max(100).nullable(),
});
export type VideoMetadata = z.infer<typeof videoMetadataSchema>;

type Frame = Pick<VideoMetadata, "width" | "height" | "rotation">;

/** Width and height as seen, after rotation; null when the file has no picture. */
export const shownSize = ({ width, height, rotation }: Frame): { width: number; height: number } | null => {
  if (width === null || height === null) return null;
  return rotation === 90 || rotation === 270 ? { width: height, height: width } : { width, height };
};

export const orientationOf = (frame: Frame): Orientation | null => {
  const size = shownSize(frame);
  if (size === null) return null;
  if (size.width === size.height) return "square";
  return size.width > size.height ? "landscape" : "portrait";
};
export const orientationSchema = z.enum(orientations);

const steps = [
  [2160, "4K"],
  [1440, "1440p"],
  [1080, "1080p"],
  [720, "720p"],
  [480, "480p"],
  [360, "360p"],
] as const;

/** Everyday name of the resolution by the shorter side: a phone's upright 1080×1920 is 1080p. */
export const qualityOf = (frame: Frame): string | null => {
  const size = shownSize(frame);
  if (size === null) return null;
  const shorter = Math.min(size.width, size.height);
  return steps.find(([least]) => shorter >= least)?.[1] ?? `${shorter}p`;
};
