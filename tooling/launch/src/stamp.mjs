import fs from "node:fs";
import path from "node:path";

/** The hash for which the step was last done, or null. */
export const readStamp = (file) => (fs.existsSync(file) ? fs.readFileSync(file, "utf8").trim() : null);

export const writeStamp = (file, hash) => {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `${hash}\n`);
};
