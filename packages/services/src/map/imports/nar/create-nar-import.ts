import { createReadStream } from "node:fs";
import path from "node:path";
import { insertImport } from "@cml/db/map";
import { type Actor, AppError } from "@cml/domain/kernel";
import { type CreateNarImportInput, importOptionsSchema, type ImportRunView, type NarOrigin, narReleaseOf, narWish } from "@cml/domain/map";
import type { Deps } from "../../../deps";
import { requireWholeMapFor, userIdOf } from "../../require-map-scope";
import { viewImport } from "../get-import";
import { requireOwnUpload } from "../require-own-upload";
import { registerFilesAt } from "./disk-files";
import { datasetPath } from "./list-nar-datasets";
import { remoteRegister } from "./nar-source-files";
import { fetchedPrefix } from "./remote-bytes";

type Wish = Omit<CreateNarImportInput, "source">;

/**
 * Takes a register in and queues its import. Its files go into storage first, so that any worker can go on; from an address only the parts
 * that are needed are fetched, while the import runs.
 */
export const createNarImport = async (deps: Deps, actor: Actor, { source, ...wish }: CreateNarImportInput): Promise<ImportRunView> => {
  requireWholeMapFor(actor, "location.import");
  const view = await (source.kind === "remote"
    ? remoteRun(deps, actor, wish)
    : source.kind === "folder"
      ? narImportFromPaths(deps, actor, { paths: [await datasetPath(deps, source.name)], ...wish })
      : uploadedRun(deps, actor, { files: source.files, ...wish }));
  await deps.jobs.add("map.run-import", { importId: view.id }, { jobId: `import-${view.id}` });
  return view;
};

/** For the shell: the same from paths of this machine, set up without queueing it; the caller runs it. */
export const narImportFromPaths = async (
  deps: Deps,
  actor: Actor,
  { paths, ...wish }: Wish & { paths: readonly string[] },
): Promise<ImportRunView> => {
  requireWholeMapFor(actor, "location.import");
  narWish(wish.filter);
  const found = (await Promise.all(paths.map(registerFilesAt))).flat();
  if (found.length === 0) throw new AppError("INVALID", "import.noRegister");
  const id = deps.newId();
  const fileName = path.basename(paths[0] ?? "");
  const [only] = found;
  const storageKey = found.length === 1 ? `imports/${id}` : `imports/${id}/`;
  for (const [index, file] of found.entries()) {
    const key = found.length === 1 ? storageKey : `${storageKey}${storedName(file.name, index)}`;
    await deps.storage.put(key, createReadStream(file.path), "application/octet-stream");
  }
  return insertRun(deps, actor, {
    id,
    storageKey,
    fileName: found.length === 1 ? (only?.name ?? fileName) : fileName,
    origin: originOf(...paths, ...found.map(({ name }) => name)),
    wish,
  });
};

/** For the shell: the same from the address of the map settings. */
export const narImportFromRemote = (deps: Deps, actor: Actor, wish: Wish): Promise<ImportRunView> => {
  requireWholeMapFor(actor, "location.import");
  return remoteRun(deps, actor, wish);
};

const remoteRun = async (deps: Deps, actor: Actor, wish: Wish): Promise<ImportRunView> => {
  narWish(wish.filter);
  const remote = await remoteRegister(deps);
  const id = deps.newId();
  const fileName = path.posix.basename(new URL(remote.url).pathname);
  return insertRun(deps, actor, { id, storageKey: fetchedPrefix(remote), fileName, origin: { ...originOf(fileName), remote }, wish });
};

type Uploads = Extract<CreateNarImportInput["source"], { kind: "uploads" }>["files"];

const uploadedRun = async (deps: Deps, actor: Actor, { files, ...wish }: Wish & { files: Uploads }): Promise<ImportRunView> => {
  narWish(wish.filter);
  for (const { uploadKey } of files) await requireOwnUpload(deps, actor, uploadKey);
  const id = deps.newId();
  const [first] = files;
  const fileName = first?.fileName ?? "";
  if (files.length === 1)
    return insertRun(deps, actor, { id, storageKey: first?.uploadKey ?? "", fileName, origin: originOf(fileName), wish });
  const storageKey = `imports/${id}/`;
  for (const [index, file] of files.entries()) {
    const upload = await deps.storage.open(file.uploadKey);
    if (upload === null) throw new AppError("NOT_FOUND", "map.import.uploadNotFound");
    await deps.storage.put(`${storageKey}${storedName(file.fileName, index)}`, upload.stream, upload.contentType);
  }
  return insertRun(deps, actor, { id, storageKey, fileName, origin: originOf(fileName), wish });
};

/** The first of the names that says which release it is. */
const originOf = (...names: readonly string[]): NarOrigin => ({
  release: names.map((name) => narReleaseOf(path.basename(name))).find((release) => release !== null) ?? null,
  remote: null,
});

/** A key of ours that still ends as the file was called, because its name says which province and part it is. */
const storedName = (name: string, index: number): string =>
  `${String(index).padStart(3, "0")}/${path.posix
    .basename(name)
    .replaceAll(/[^A-Za-z0-9._-]/g, "_")
    .replace(/^[^A-Za-z0-9]+/, "_")
    .slice(-100)}`;

type NewRun = { id: string; storageKey: string; fileName: string; origin: NarOrigin; wish: Wish };

const insertRun = async (deps: Deps, actor: Actor, { id, storageKey, fileName, origin, wish }: NewRun): Promise<ImportRunView> => {
  const { filter, overwrite, isComparison } = wish;
  const options = importOptionsSchema.parse({ source: "nar", nar: filter, overwrite, register: origin });
  const createdAt = deps.clock.now();
  const run = { id, kind: "nar", fileName, storageKey, isComparison, options, startedByUserId: userIdOf(actor), createdAt } as const;
  return viewImport(await insertImport(deps.db, run), createdAt);
};
