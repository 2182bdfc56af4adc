import type { Readable } from "node:stream";
import { AppError, isAppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { partKey, readUpload, type UploadFacts, uploadLock, writeUploadFacts } from "./upload-facts";

type UploadDeps = Pick<Deps, "storage" | "locks" | "clock">;

export const beginUpload = (
  deps: UploadDeps,
  id: string,
  given: Pick<UploadFacts, "owner" | "purpose" | "fileName" | "sizeBytes" | "folderFile">,
): Promise<void> => writeUploadFacts(deps, id, { ...given, offset: 0, isHandedOver: false, at: deps.clock.now().getTime() });

// What is held in memory of one request. A browser sends pieces of half of it.
const partBytes = 8 * 1024 * 1024;

/**
 * Takes bytes of a file from `offset` on; gives where it stands then. Each part lies in storage before the next is read, so that any
 * process can go on, and what arrived of a body that breaks off is kept. Throws NOT_FOUND, or CONFLICT where the upload does not stand
 * at `offset` (any more); a body that ends in an AppError was refused, and leaves nothing of its last part.
 */
export const receiveUpload = async (
  deps: UploadDeps,
  { id, offset, body }: { id: string; offset: number; body: Readable },
): Promise<number> => {
  let at = offset;
  let held: Buffer[] = [];
  let heldBytes = 0;
  const keep = async (): Promise<void> => {
    if (heldBytes === 0) return;
    at = await keepPart(deps, { id, offset: at, bytes: Buffer.concat(held) });
    [held, heldBytes] = [[], 0];
  };
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      held.push(chunk);
      heldBytes += chunk.length;
      if (heldBytes >= partBytes) await keep();
    }
  } catch (error) {
    if (!isAppError(error)) await keep();
    throw error;
  }
  await keep();
  return at;
};

// Another request may have gone on meanwhile, here or at another server: its bytes stand, and these are sent again from there.
const keepPart = (deps: UploadDeps, { id, offset, bytes }: { id: string; offset: number; bytes: Buffer }): Promise<number> =>
  deps.locks.withLock(uploadLock(id), async () => {
    const facts = await readUpload(deps, id);
    if (facts === null) throw new AppError("NOT_FOUND", "procedure.notFound");
    const end = offset + bytes.length;
    if (facts.offset !== offset || end > facts.sizeBytes) throw new AppError("CONFLICT", "input.malformed");
    await deps.storage.put(partKey(id, offset), bytes, "application/octet-stream");
    await writeUploadFacts(deps, id, { ...facts, offset: end, at: deps.clock.now().getTime() });
    return end;
  });
