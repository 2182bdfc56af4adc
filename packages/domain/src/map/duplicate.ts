import { editDistance } from "./edit-distance";

/** Whether two streets (street keys) may be one written twice: the same name, or one a slip of the pen away. */
export const isSameStreetWritten = (firstKey: string, secondKey: string): boolean => {
  const [first = "", second = ""] = [firstKey.split("|")[0], secondKey.split("|")[0]];
  if (first === "" || second === "") return false;
  if (first === second) return true;
  // "11" and "12" are neighbours, not slips.
  if (/^\d/.test(first) || /^\d/.test(second)) return false;
  const shorter = Math.min(first.length, second.length);
  return shorter >= 4 && editDistance(first, second, shorter >= 8 ? 2 : 1) <= (shorter >= 8 ? 2 : 1);
};
