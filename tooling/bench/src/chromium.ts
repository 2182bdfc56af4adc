import fs from "node:fs";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser of this machine. */
export const chromiumPath = (): string => {
  const found = places.find((file) => fs.existsSync(file));
  if (found === undefined) throw new Error("No Chromium found.");
  return found;
};
