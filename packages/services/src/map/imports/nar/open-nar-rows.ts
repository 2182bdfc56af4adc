import { findCut, type StoredImport } from "@cml/db/map";
import { AppError, type LatLng } from "@cml/domain/kernel";
import { cutFinder, narFilterSchema, narWish } from "@cml/domain/map";
import type { Deps } from "../../../deps";
import type { ReaderPosition, ReadRow, RowReader } from "../row-reader";
import { addressRows } from "./address-rows";
import { loadBuildings, standingBuildings } from "./load-buildings";
import { type NarFile, narFilesFor, openNarFiles } from "./nar-files";

/** Reads a register: first its location files into the database, then its address files, each joined with its buildings. */
export const openNarRows = async (deps: Deps, run: StoredImport): Promise<RowReader> => {
  const filter = run.options.nar ?? narFilterSchema.parse({});
  const wish = narWish(filter);
  const isInArea = await areaTest(deps, filter.cutId);
  const files = narFilesFor(await openNarFiles(deps, { ...run, origin: run.options.register }), wish);
  const locations = files.filter(({ kind }) => kind === "location");
  const addresses = files.filter(({ kind }) => kind === "address");
  const shareOf = sharesOf([...locations, ...addresses]);
  let position: ReaderPosition = { share: run.checkpoint?.share ?? 0, place: run.checkpoint?.place ?? {} };

  const rows = async function* (): AsyncGenerator<ReadRow | null> {
    let buildings = await standingBuildings(deps, run.id, position.place["buildings"]);
    if (buildings === null) {
      const before = position;
      for await (const { file, part, kept } of loadBuildings(deps, { importId: run.id, files: locations, wish, isInArea })) {
        // While addresses already stand (the buildings were lost in a crash) the place to go on from is theirs.
        if (before.place["file"] === undefined) position = { share: shareOf(file, part), place: {} };
        buildings = kept;
        yield null;
      }
    }
    const start = {
      file: Number(position.place["file"] ?? 0),
      row: Number(position.place["row"] ?? 0),
      number: Number(position.place["number"] ?? 0),
    };
    const given = addressRows(deps, { importId: run.id, files: addresses, start, wish, isInArea });
    for await (const { row, place, part } of given) {
      const file = addresses[place.file];
      position = { share: file === undefined ? 1 : shareOf(file, part), place: { ...place, buildings: buildings ?? 0 } };
      yield row;
    }
  };
  return { rows: rows(), position: () => position };
};

/** Whether a point lies in the chosen area; everything does when none was chosen. */
const areaTest = async (deps: Deps, cutId: string | null): Promise<((point: LatLng) => boolean) | null> => {
  if (cutId === null) return null;
  const cut = await findCut(deps.db, cutId);
  if (cut === null) throw new AppError("INVALID", "import.cutGone");
  const find = cutFinder([cut]);
  return (point) => find(point).length > 0;
};

/** How far into the whole a place of one file is, reckoned in bytes as they lie. */
const sharesOf = (files: readonly NarFile[]): ((file: NarFile, part: number) => number) => {
  const total = files.reduce((sum, { packedBytes }) => sum + packedBytes, 0);
  return (file, part) => {
    const before = files.slice(0, files.indexOf(file)).reduce((sum, { packedBytes }) => sum + packedBytes, 0);
    return total === 0 ? 1 : Math.min(1, (before + part * file.packedBytes) / total);
  };
};
