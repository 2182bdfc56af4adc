export type ByteRange = { start: number; end: number };

/** The one byte range asked for (both ends included). Several ranges, or none that can be read, mean the whole file. */
export const readRange = (header: string | undefined, sizeBytes: number): ByteRange | "all" | "unsatisfiable" => {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? "") ?? [];
  if (first === undefined || last === undefined || (first === "" && last === "")) return "all";
  const start = first === "" ? Math.max(0, sizeBytes - Number(last)) : Number(first);
  const end = first === "" || last === "" ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1);
  return start > end ? "unsatisfiable" : { start, end };
};
