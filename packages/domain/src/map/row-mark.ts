import { doorFields } from "./field-rules";
import type { DoorRow } from "./import-row";

const twoTo32 = 2 ** 32;

/**
 * A number that stands for everything a row says of its door: which fields are blank in the upper bits, a hash (FNV-1a) of the others
 * in the lower 32. Kept with the door, it tells a row that says the same as last time from one that was edited, whatever became of
 * the building since and in whatever order the rows come.
 */
export const rowMarkOf = (door: DoorRow): number => {
  let blanks = 0;
  let hash = 0x811c9dc5;
  for (let index = 0; index < doorFields.length; index += 1) {
    const field = doorFields[index];
    const value = field === undefined ? null : door[field];
    if (value === null) blanks |= 1 << index;
    else {
      const text = typeof value === "string" ? value : String(value);
      for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
    }
    hash = Math.imul(hash ^ 0x1f, 16_777_619);
  }
  return blanks * twoTo32 + (hash >>> 0);
};

/** Whether the newer row lost a value: a blank never empties a field, so nothing may have changed. */
export const lostValues = (before: number, after: number): boolean => (Math.floor(after / twoTo32) & ~Math.floor(before / twoTo32)) !== 0;
