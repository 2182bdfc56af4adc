import path from "node:path";
import { findMapSettings } from "@cml/db/settings";
import type { Actor } from "@cml/domain/kernel";
import { narReleaseOf, type NarSourceInput, officialRegisterUrl } from "@cml/domain/map";
import type { Deps } from "../../../deps";
import { requireOwnUpload } from "../require-own-upload";
import { diskBytes, registerFilesAt } from "./disk-files";
import { datasetPath } from "./list-nar-datasets";
import { type NamedBytes, type NarFile, registerFiles } from "./nar-files";
import { lookAtRemote, remoteBytes, type RemoteFile } from "./remote-bytes";
import { storedBytes } from "./stored-bytes";

/** What somebody chose, before anything is taken in. */
export type NarChoice = {
  fileName: string;
  release: string | null;
  files: NarFile[];
  /** Tells one state of the files from another, for what is remembered of them. */
  fingerprint: string;
};

/** The archive the map settings name, else the official one. */
export const registerUrl = async (deps: Deps): Promise<string> => (await findMapSettings(deps.db)).registerUrl ?? officialRegisterUrl;

export const remoteRegister = async (deps: Deps): Promise<RemoteFile> => lookAtRemote(deps, await registerUrl(deps));

/** Opens a chosen register where it lies. Throws NOT_FOUND for uploads of others, INVALID or UPSTREAM for files that are none or cannot be had. */
export const openNarChoice = async (deps: Deps, actor: Actor, source: NarSourceInput): Promise<NarChoice> => {
  if (source.kind === "remote") {
    const remote = await remoteRegister(deps);
    const fileName = path.posix.basename(new URL(remote.url).pathname);
    const bytes = await remoteBytes(deps, { ...remote, cacheKey: null });
    return choice(fileName, [{ name: fileName, bytes }], remote.version ?? "");
  }
  if (source.kind === "folder") {
    const found = await registerFilesAt(await datasetPath(deps, source.name));
    return choice(source.name, await Promise.all(found.map(async (file) => ({ name: file.name, bytes: await diskBytes(file.path) }))), "");
  }
  const named: NamedBytes[] = [];
  for (const { uploadKey, fileName } of source.files) {
    await requireOwnUpload(deps, actor, uploadKey);
    named.push({ name: fileName, bytes: await storedBytes(deps, uploadKey) });
  }
  return choice(source.files[0]?.fileName ?? "", named, source.files.map(({ uploadKey }) => uploadKey).join());
};

const choice = async (fileName: string, given: readonly NamedBytes[], version: string): Promise<NarChoice> => ({
  fileName,
  release: narReleaseOf(fileName),
  files: await registerFiles(given),
  fingerprint: `${fileName}|${version}|${given.map(({ name, bytes }) => `${name}:${bytes.sizeBytes}`).join()}`,
});
