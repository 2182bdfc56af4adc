export const directoryTypes = [
  "studios",
  "gifs",
  "private",
  "inbox",
  "curated",
  "playback",
  "compilations",
  "videos",
  "highlights",
] as const;
export type DirectoryType = (typeof directoryTypes)[number];

export const orientations = ["portrait", "landscape", "square"] as const;
export type Orientation = (typeof orientations)[number];

export const resourceCategories = ["gpu_ai", "gpu_encode", "cpu"] as const;
export type ResourceCategory = (typeof resourceCategories)[number];

export const mediaJobStatuses = ["pending", "queued", "running", "completed", "failed", "cancelled"] as const;
export type MediaJobStatus = (typeof mediaJobStatuses)[number];

/** What a media worker can be asked to do. */
export const mediaJobTypes = ["probe"] as const;
export type MediaJobType = (typeof mediaJobTypes)[number];
