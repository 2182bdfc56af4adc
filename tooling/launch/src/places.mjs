import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root folder. */
export const root = fileURLToPath(new URL("../../..", import.meta.url));
/** Where commands keep what they know about the last run; may be deleted at any time. */
export const cache = path.join(root, ".cache", "launch");

export const inRoot = (...parts) => path.join(root, ...parts);

/** "pnpm@10.34.9", as package.json pins it. */
export const pinnedPnpm = () => JSON.parse(fs.readFileSync(inRoot("package.json"), "utf8")).packageManager.split("+")[0];
