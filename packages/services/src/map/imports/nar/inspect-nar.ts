import type { Actor } from "@cml/domain/kernel";
import type { NarInspection, NarPart, NarSourceInput } from "@cml/domain/map";
import type { Deps } from "../../../deps";
import { requireWholeMapFor } from "../../require-map-scope";
import type { NarFile } from "./nar-files";
import { openNarChoice } from "./nar-source-files";

// Of the June 2026 release: an address takes about this many bytes, unpacked.
const bytesPerAddress = 205;
// On a small machine and an ordinary line; shown as "about".
const addressesPerSecond = 4_000;
const fetchedPerSecond = 4_000_000;

/** What a register holds, by province: read from the directory of its archive alone, a few requests where it lies elsewhere. */
export const inspectNar = async (deps: Deps, actor: Actor, source: NarSourceInput): Promise<NarInspection> => {
  requireWholeMapFor(actor, "location.import");
  const { files, release } = await openNarChoice(deps, actor, source);
  const provinces = [...new Set(files.map(({ province }) => province))];
  return {
    release,
    packedBytes: sum(files, ({ packedBytes }) => packedBytes),
    parts: provinces.map((province) => partOf(province, { files: files.filter((file) => file.province === province), isFetched: source.kind === "remote" })), // prettier-ignore
  };
};

const partOf = (province: string | null, { files, isFetched }: { files: readonly NarFile[]; isFetched: boolean }): NarPart => {
  const addresses = files.filter(({ kind }) => kind === "address");
  const packedBytes = sum(files, (file) => file.packedBytes);
  const estimatedRows = Math.round(sum(addresses, ({ sizeBytes }) => sizeBytes) / bytesPerAddress);
  const fetchSeconds = isFetched ? packedBytes / fetchedPerSecond : 0;
  return {
    province,
    addressFiles: addresses.length,
    locationFiles: files.length - addresses.length,
    packedBytes,
    estimatedRows,
    estimatedSeconds: Math.ceil(estimatedRows / addressesPerSecond + fetchSeconds),
  };
};

const sum = (files: readonly NarFile[], of: (file: NarFile) => number): number => files.reduce((total, file) => total + of(file), 0);
