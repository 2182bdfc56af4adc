import { AppError } from "@cml/domain/kernel";
import type { RandomAccess } from "@cml/formats";
import type { Deps } from "../../../deps";

/** A stored file read from any place. Throws AppError INVALID `import.fileGone`. */
export const storedBytes = async ({ storage }: Pick<Deps, "storage">, key: string): Promise<RandomAccess> => {
  const open = async (range?: { start: number; end: number }) => {
    const file = await storage.open(key, range);
    if (file === null) throw new AppError("INVALID", "import.fileGone");
    return file;
  };
  const { stream, sizeBytes } = await open({ start: 0, end: 0 });
  stream.destroy();
  return { sizeBytes, read: async (start, end) => (await open({ start, end: end - 1 })).stream };
};
