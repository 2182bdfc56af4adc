import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { AppError, isAppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { handOverUpload } from "../../platform/uploads/hand-over-upload";
import { receiveUpload } from "../../platform/uploads/receive-upload";
import { readUpload, type UploadFacts, writeUploadFacts } from "../../platform/uploads/upload-facts";
import { importFolder } from "./nar/disk-files";

/** Thrown when the process is about to close: another goes on behind the last byte that came. */
export class TakingInterrupted extends Error {
  constructor() {
    super("taking a file of the import folder interrupted");
    this.name = "TakingInterrupted";
  }
}

export type RunFolderTakingInput = { id: string; signal?: AbortSignal; isLastTry?: boolean };

/**
 * Brings a file of the import folder into storage, from where it stands; safe to call again after a crash, and by any process that
 * sees the folder. When its last try fails, whoever asked for it reads why and may ask again.
 */
export const runFolderTaking = async (deps: Deps, { id, signal, isLastTry = false }: RunFolderTakingInput): Promise<void> => {
  await deps.locks.tryLock(`folder-file-${id}`, async () => {
    const facts = await readUpload(deps, id);
    if (facts?.folderFile === undefined || facts.isHandedOver) return;
    try {
      const body = Readable.from(bytesOf(await pathOf(deps, facts), { offset: facts.offset, signal }), { objectMode: false });
      if (facts.offset < facts.sizeBytes) await receiveUpload(deps, { id, offset: facts.offset, body });
      await handOverUpload(deps, id);
    } catch (error) {
      // Stopped meanwhile: there is nothing left to bring it to.
      const now = await readUpload(deps, id);
      if (now === null) return;
      if (error instanceof TakingInterrupted || !isLastTry) throw error;
      const { messageKey, params } = isAppError(error)
        ? error
        : new AppError("UPSTREAM", "import.folderFileBroke", { name: now.fileName ?? "" });
      await writeUploadFacts(deps, id, { ...now, failure: { messageKey, params } });
      deps.logger.warn({ uploadId: id, err: error }, "a file of the import folder could not be taken");
    }
  });
};

/** The file as it was when it was asked for. Another machine may have another folder, or none. */
const pathOf = async (deps: Deps, { folderFile, sizeBytes }: UploadFacts): Promise<string> => {
  const name = folderFile?.name ?? "";
  const folder = await importFolder(deps.config.dataDir);
  const file = folder === null ? null : path.join(folder, path.basename(name));
  const found = file === null ? null : await stat(file).catch(() => null);
  if (file === null || found === null) throw new AppError("INVALID", "import.noFolderFile", { name });
  if (found.size !== sizeBytes || found.mtime.getTime() !== folderFile?.modifiedAt)
    throw new AppError("INVALID", "import.folderFileChanged", { name });
  return file;
};

async function* bytesOf(file: string, { offset, signal }: { offset: number; signal: AbortSignal | undefined }): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(file, { start: offset, highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    if (signal?.aborted === true) throw new TakingInterrupted();
    yield chunk;
  }
}
