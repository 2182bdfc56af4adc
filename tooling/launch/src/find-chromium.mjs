import fs from "node:fs";
import path from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const known = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];

/** Path of a Chromium on this machine (CHROMIUM_PATH, else the PATH), or null. */
export const findChromium = (env = process.env) => {
  const onPath = (env.PATH ?? "").split(path.delimiter).flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [env.CHROMIUM_PATH, ...onPath, ...known].find((file) => file !== undefined && file !== "" && fs.existsSync(file)) ?? null;
};
