import { listEndedRegisters, listRegistersInUse, purgeSeenDoors, removeRegisterBuildings } from "@cml/db/map";
import type { Deps } from "../../../deps";
import { fetchedRegisters } from "./remote-bytes";

const keepStoppedDays = 14;
const dayMs = 86_400_000;

type Run = { id: string; storageKey: string; isComparison: boolean };

/** Lets go of what an import of a register held while it ran: its buildings, and its files where they were taken in for it alone; those of a comparison wait for the import after it. */
export const forgetRegister = async (
  { db, storage }: Pick<Deps, "db" | "storage">,
  { id, storageKey, isComparison }: Run,
): Promise<void> => {
  await removeRegisterBuildings(db, id);
  if (isComparison) return;
  if (storageKey === `imports/${id}`) await storage.remove(storageKey);
  if (storageKey !== `imports/${id}/`) return;
  for await (const { key } of storage.list(storageKey)) await storage.remove(key);
};

/**
 * Every night: the same for runs that were cancelled or failed, once nobody has resumed them for two weeks; and parts of a remote archive that no
 * run of the last two weeks was about.
 */
export const purgeRegisters = async (deps: Deps): Promise<void> => {
  const before = new Date(deps.clock.now().getTime() - keepStoppedDays * dayMs);
  for (const run of await listEndedRegisters(deps.db, before)) await forgetRegister(deps, { ...run, isComparison: false });
  await purgeSeenDoors(deps.db, before);
  const inUse = await listRegistersInUse(deps.db, before);
  for await (const { key } of deps.storage.list(fetchedRegisters)) {
    if (!inUse.some((prefix) => key.startsWith(prefix))) await deps.storage.remove(key);
  }
};
