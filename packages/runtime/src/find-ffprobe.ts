import { accessSync, constants } from "node:fs";
import path from "node:path";
import installer from "@ffprobe-installer/ffprobe";
import { readSearchPath } from "./env";

export type Ffprobe = {
  path: string;
  /** Named by FFPROBE_PATH, the system's own, or the binary of an npm package (older, and not the system's to update). */
  origin: "configured" | "system" | "package";
};

/** Where media workers on this machine find ffprobe; null when nowhere. */
export const findFfprobe = (configured: string | undefined, searchPath = readSearchPath()): Ffprobe | null => {
  if (configured !== undefined) return isRunnable(configured) ? { path: configured, origin: "configured" } : null;
  const found = searchPath
    .split(path.delimiter)
    .filter((folder) => folder !== "")
    .map((folder) => path.join(folder, "ffprobe"))
    .find(isRunnable);
  if (found !== undefined) return { path: found, origin: "system" };
  return isRunnable(installer.path) ? { path: installer.path, origin: "package" } : null;
};

const isRunnable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
