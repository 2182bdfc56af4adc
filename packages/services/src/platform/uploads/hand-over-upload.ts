import { Readable } from "node:stream";
import type { Deps } from "../../deps";
import { factsName, partKey, partsPrefix, readUpload, type UploadFacts, uploadLock, writeUploadFacts } from "./upload-facts";

/**
 * Puts the parts of a whole file together as `uploads/<id>`, beside `uploads/<id>.json` that says whose it is and what for. Safe to
 * call again, by any process: whoever comes second waits, and finds it done.
 */
export const handOverUpload = (deps: Deps, id: string): Promise<void> =>
  deps.locks.withLock(uploadLock(id), async () => {
    const facts = await readUpload(deps, id);
    if (facts === null || facts.isHandedOver || facts.offset !== facts.sizeBytes) return;
    const { owner, purpose, fileName, sizeBytes } = facts;
    const key = `uploads/${id}`;
    await deps.storage.put(key, Readable.from(bytesOf(deps, id, facts), { objectMode: false }), "application/octet-stream");
    const told = JSON.stringify({ owner, purpose, fileName, sizeBytes });
    await deps.storage.put(`${key}.json`, Buffer.from(told), "application/json");
    // A sender that missed our last answer asks how much arrived: the facts still say "all" when the parts have gone.
    await writeUploadFacts(deps, id, { ...facts, isHandedOver: true });
    await removeParts(deps, id);
  });

async function* bytesOf({ storage }: Pick<Deps, "storage">, id: string, { sizeBytes }: UploadFacts): AsyncGenerator<Buffer> {
  for (let offset = 0; offset < sizeBytes;) {
    const part = await storage.open(partKey(id, offset));
    if (part === null || part.sizeBytes === 0) throw new Error(`a part of upload ${id} is missing at byte ${offset}`);
    offset += part.sizeBytes;
    yield* part.stream as AsyncIterable<Buffer>;
  }
}

/** Forgets an upload that is not wanted any more; what was handed over stays. */
export const dropUpload = (deps: Deps, id: string): Promise<void> =>
  deps.locks.withLock(uploadLock(id), async () => {
    await removeParts(deps, id);
    await deps.storage.remove(`${partsPrefix}${id}/${factsName}`);
  });

const removeParts = async ({ storage }: Pick<Deps, "storage">, id: string): Promise<void> => {
  const prefix = `${partsPrefix}${id}/`;
  for await (const { key } of storage.list(prefix)) if (key !== prefix + factsName) await storage.remove(key);
};
