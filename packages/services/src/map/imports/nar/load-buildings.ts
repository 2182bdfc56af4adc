import { countRegisterBuildings, keepRegisterBuildings, removeRegisterBuildings, settleRegisterBuildings } from "@cml/db/map";
import type { LatLng } from "@cml/domain/kernel";
import { type NarLocation, narLocationColumns, type NarWish, readNarLocation } from "@cml/domain/map";
import type { Deps } from "../../../deps";
import type { NarFile } from "./nar-files";
import { openRegisterFile } from "./open-register-file";

const buildingsAtOnce = 10_000;

type Wanted = { importId: string; files: readonly NarFile[]; wish: NarWish; isInArea: ((point: LatLng) => boolean) | null };
type Loaded = { file: NarFile; part: number; kept: number };

/** How many buildings an earlier part of this run kept, while all of them still stand; null when they have to be read (again). */
export const standingBuildings = async (deps: Deps, importId: string, expected: unknown): Promise<number | null> =>
  typeof expected === "number" && (await countRegisterBuildings(deps.db, importId)) === expected ? expected : null;

/** Copies the wanted buildings of location files into the database, where files of any length take the same memory. */
export async function* loadBuildings(deps: Deps, { importId, files, wish, isInArea }: Wanted): AsyncGenerator<Loaded> {
  await removeRegisterBuildings(deps.db, importId);
  let held: NarLocation[] = [];
  // One block is on its way to the database while the next is read.
  let onItsWay: Promise<void> = Promise.resolve();
  const send = async (): Promise<void> => {
    const block = held;
    held = [];
    await onItsWay;
    onItsWay = keepRegisterBuildings(deps.db, importId, block);
    // Waited for above, or at the end: until then a refusal is nobody's.
    onItsWay.catch(() => undefined);
  };
  for (const file of files) {
    const { header, batches, bytesRead } = await openRegisterFile(file);
    const columns = narLocationColumns(header, file.name);
    for await (const batch of batches) {
      for (const cells of batch) {
        const building = wish.wantsLocation(cells, columns) ? readNarLocation(cells, columns) : null;
        if (building !== null && mayLieIn(building, isInArea)) held.push(building);
      }
      if (held.length >= buildingsAtOnce) {
        await send();
        yield { file, part: bytesRead() / Math.max(1, file.sizeBytes), kept: 0 };
      }
    }
  }
  await send();
  await onItsWay;
  await settleRegisterBuildings(deps.db);
  const last = files.at(-1);
  if (last !== undefined) yield { file: last, part: 1, kept: await countRegisterBuildings(deps.db, importId) };
}

/** A building whose own point lies outside is not kept; one whose point is not in this file may still have one beside its addresses. */
const mayLieIn = ({ latitude, longitude, isBlockFace }: NarLocation, isInArea: Wanted["isInArea"]): boolean =>
  isInArea === null || isBlockFace || latitude === null || longitude === null || isInArea({ latitude, longitude });
