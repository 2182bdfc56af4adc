import type { Readable } from "node:stream";
import { AppError } from "@cml/domain/kernel";
import { type NarFileName, type NarOrigin, type NarWish, parseNarFileName } from "@cml/domain/map";
import { looksLikeZip, openZip, type RandomAccess } from "@cml/formats";
import type { Deps } from "../../../deps";
import { remoteBytes } from "./remote-bytes";
import { storedBytes } from "./stored-bytes";

/** One file of the register, wherever it lies. */
export type NarFile = NarFileName & {
  name: string;
  /** Bytes that `open` gives. */
  sizeBytes: number;
  /** Bytes as they lie: what has to be fetched. */
  packedBytes: number;
  open: () => Promise<Readable>;
};

export type NamedBytes = { name: string; bytes: RandomAccess };

/** The files of a run: `storageKey` names a zip, a file, or a folder of files when it ends with a slash. */
export const openNarFiles = async (
  deps: Deps,
  { storageKey, fileName, origin }: { storageKey: string; fileName: string; origin: NarOrigin | null },
): Promise<NarFile[]> => {
  if (origin?.remote)
    return registerFiles([{ name: fileName, bytes: await remoteBytes(deps, { ...origin.remote, cacheKey: storageKey }) }]);
  if (!storageKey.endsWith("/")) return registerFiles([{ name: fileName, bytes: await storedBytes(deps, storageKey) }]);
  const stored: NamedBytes[] = [];
  for await (const { key } of deps.storage.list(storageKey)) {
    // Taken in one beside the other, each under a number of its own.
    stored.push({ name: key.slice(storageKey.length).replace(/^\d+\//, ""), bytes: await storedBytes(deps, key) });
  }
  return registerFiles(stored);
};

/** Addresses and locations among files and in the archives among them, in the order they are read. Throws AppError INVALID `import.*` when there are none. */
export const registerFiles = async (given: readonly NamedBytes[]): Promise<NarFile[]> => {
  const files: NarFile[] = [];
  for (const { name, bytes } of given) {
    if (await looksLikeZip(bytes)) files.push(...(await filesOfZip(bytes)));
    // A single file that was chosen by hand is read whatever its name is; its columns say whether it is one.
    else if (given.length === 1 || parseNarFileName(name) !== null) files.push(fileOf(name, bytes));
  }
  if (!files.some(({ kind }) => kind === "address")) throw new AppError("INVALID", "import.noRegister");
  return files.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
};

/** Files of the provinces that are wanted; a file whose name says no province may hold any. */
export const narFilesFor = (files: readonly NarFile[], wish: Pick<NarWish, "provinces">): NarFile[] => {
  const wanted = files.filter(({ province }) => wish.provinces.size === 0 || province === null || wish.provinces.has(province));
  if (!wanted.some(({ kind }) => kind === "address"))
    throw new AppError("INVALID", "import.noSuchProvince", { province: [...wish.provinces].join(", ") });
  return wanted;
};

const filesOfZip = async (bytes: RandomAccess): Promise<NarFile[]> => {
  const entries = await openZip(bytes);
  return entries.flatMap(({ name, sizeBytes, compressedBytes, open }) => {
    const known = parseNarFileName(name);
    return known === null ? [] : [{ ...known, name, sizeBytes, packedBytes: compressedBytes, open }];
  });
};

const fileOf = (name: string, bytes: RandomAccess): NarFile => ({
  ...(parseNarFileName(name) ?? { kind: "address", province: null, part: 1 }),
  name,
  sizeBytes: bytes.sizeBytes,
  packedBytes: bytes.sizeBytes,
  open: () => bytes.read(0, bytes.sizeBytes),
});

const rank = ({ kind, province, part, name }: NarFile): string =>
  `${kind === "location" ? 0 : 1}|${province ?? ""}|${String(part).padStart(4, "0")}|${name}`;
