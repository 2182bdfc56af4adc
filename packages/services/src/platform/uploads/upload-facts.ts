import { text } from "node:stream/consumers";
import type { Deps } from "../../deps";

/** What is known of a file on its way in. `offset`: bytes that lie in storage; `isHandedOver`: it stands under `uploads/<id>`. */
export type UploadFacts = {
  owner: string;
  purpose: string;
  fileName: string | null;
  sizeBytes: number;
  offset: number;
  isHandedOver: boolean;
  /** When the last bytes came, in milliseconds. */
  at: number;
  /** Where the bytes come from, when nobody sends them: a file of the server's import folder. */
  folderFile?: { name: string; modifiedAt: number };
  /** Why no more come, in the words of the catalogues. */
  failure?: { messageKey: string; params: Record<string, string | number> };
};

export const partsPrefix = "upload-parts/";
export const factsName = "facts";

export const factsKey = (id: string): string => `${partsPrefix}${id}/${factsName}`;

/** Written with leading zeros, so that a list of them is in the order of the file. */
export const partKey = (id: string, offset: number): string => `${partsPrefix}${id}/${String(offset).padStart(15, "0")}`;

/** What is known of an upload by its id; null when there is none. */
export const readUpload = async ({ storage }: Pick<Deps, "storage">, id: string): Promise<UploadFacts | null> => {
  const file = /^[0-9a-f-]{36}$/.test(id) ? await storage.open(factsKey(id)) : null;
  return file === null ? null : (JSON.parse(await text(file.stream)) as UploadFacts);
};

export const writeUploadFacts = ({ storage }: Pick<Deps, "storage">, id: string, facts: UploadFacts): Promise<void> =>
  storage.put(factsKey(id), Buffer.from(JSON.stringify(facts)), "application/json");

/** Bytes and facts of an upload change under this name, over all processes. */
export const uploadLock = (id: string): string => `upload-${id}`;
