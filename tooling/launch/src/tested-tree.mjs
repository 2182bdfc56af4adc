import { hashOf } from "./content-hash.mjs";
import { cache, inRoot } from "./places.mjs";
import { readStamp, writeStamp } from "./stamp.mjs";

const stamp = `${cache}/tested`;
const treeHash = () => hashOf(inRoot(), ["."], (file) => !file.endsWith(".log"));

/** Remembers that all suites passed on exactly this tree, so that `npm run check` right after need not run them again. */
export const rememberTestedTree = (hash) => writeStamp(stamp, hash);
export const currentTree = treeHash;
export const isTreeTested = () => readStamp(stamp) === treeHash();
