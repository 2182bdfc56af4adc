import { createHash } from "node:crypto";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { FolderTaking, ImportFolderFile } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { dropUpload } from "../../platform/uploads/hand-over-upload";
import { beginUpload } from "../../platform/uploads/receive-upload";
import { readUpload, type UploadFacts, writeUploadFacts } from "../../platform/uploads/upload-facts";
import { requireWholeMapFor, userIdOf } from "../require-map-scope";
import { listFolderFiles } from "./folder-files";

/**
 * Has a file of the import folder brought into storage, as if the actor had sent it: any worker can go on with it then. It comes in the
 * background, and asking again for the same file, after a reload or a failure, goes on with what there is. Throws INVALID
 * `import.noFolderFile`, for names that lead elsewhere too.
 */
export const takeFolderFile = async (deps: Deps, actor: Actor, { name }: { name: string }): Promise<FolderTaking> => {
  const file = (await listFolderFiles(deps, actor)).find((one) => one.name === name);
  const owner = userIdOf(actor);
  if (file === undefined || owner === null) throw new AppError("INVALID", "import.noFolderFile", { name });
  const id = takingId(owner, file);
  const facts = await factsOf(deps, { id, owner, file });
  if (!facts.isHandedOver) await deps.jobs.add("map.take-folder-file", { id }, { jobId: `folder-file-${id}-${deps.newId()}` });
  return viewOf(id, facts);
};

/** How far a file has come. Throws NOT_FOUND for another person's, as for none. */
export const getFolderTaking = async (deps: Deps, actor: Actor, { id }: { id: string }): Promise<FolderTaking> =>
  viewOf(id, await ownFacts(deps, actor, id));

/** Leaves a file where it is: what came of it goes. What is here whole stays. */
export const stopFolderTaking = async (deps: Deps, actor: Actor, { id }: { id: string }): Promise<void> => {
  const { isHandedOver } = await ownFacts(deps, actor, id);
  if (!isHandedOver) await dropUpload(deps, id);
};

/** The same file of the same person has one id: asked for twice it comes once. A file that was replaced is another. */
const takingId = (owner: string, { name, sizeBytes, modifiedAt }: ImportFolderFile): string => {
  const hash = createHash("sha256")
    .update(JSON.stringify([owner, name, sizeBytes, modifiedAt.getTime()]))
    .digest("hex");
  return [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`, hash.slice(20, 32)].join("-");
};

type Wanted = { id: string; owner: string; file: ImportFolderFile };

const factsOf = async (deps: Deps, { id, owner, file }: Wanted): Promise<UploadFacts> => {
  const stands = await readUpload(deps, id);
  if (stands !== null && (!stands.isHandedOver || (await isStored(deps, id)))) {
    const { failure, ...facts } = stands;
    if (failure !== undefined) await writeUploadFacts(deps, id, facts);
    return facts;
  }
  const { name, sizeBytes, modifiedAt } = file;
  const folderFile = { name, modifiedAt: modifiedAt.getTime() };
  await beginUpload(deps, id, { owner, purpose: "import", fileName: name, sizeBytes, folderFile });
  const begun = await readUpload(deps, id);
  if (begun === null) throw new AppError("INVALID", "import.noFolderFile", { name });
  return begun;
};

/** An import that is over may have taken its file along. */
const isStored = async ({ storage }: Deps, id: string): Promise<boolean> => {
  const stored = await storage.open(`uploads/${id}`, { start: 0, end: 0 });
  stored?.stream.destroy();
  return stored !== null;
};

const ownFacts = async (deps: Deps, actor: Actor, id: string): Promise<UploadFacts> => {
  requireWholeMapFor(actor, "location.import");
  const facts = await readUpload(deps, id);
  if (facts?.folderFile === undefined || facts.owner !== userIdOf(actor)) throw new AppError("NOT_FOUND", "map.import.uploadNotFound");
  return facts;
};

const viewOf = (id: string, { fileName, sizeBytes, offset, isHandedOver, failure }: UploadFacts): FolderTaking => ({
  ...{ id, uploadKey: `uploads/${id}`, fileName: fileName ?? "", sizeBytes, takenBytes: offset },
  isHere: isHandedOver,
  failure: failure ?? null,
});
