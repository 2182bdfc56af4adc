import { createHash } from "node:crypto";
import { json } from "node:stream/consumers";
import { type Actor, AppError } from "@cml/domain/kernel";
import { narAddressColumns, type NarPlaces, narPlacesSchema, type NarSourceInput, narStreets } from "@cml/domain/map";
import type { Deps } from "../../../deps";
import { requireWholeMapFor } from "../../require-map-scope";
import { type NarFile, narFilesFor } from "./nar-files";
import { openNarChoice } from "./nar-source-files";
import { openRegisterFile } from "./open-register-file";

const mostTowns = 2_000;

/**
 * Towns of one province of a register that is here, with their addresses: counted by looking through its address files once, then
 * remembered. Throws INVALID `import.notHere` for one that lies elsewhere: nobody fetches half a gigabyte for a list.
 */
export const listNarPlaces = async (
  deps: Deps,
  actor: Actor,
  { source, province }: { source: NarSourceInput; province: string },
): Promise<NarPlaces> => {
  requireWholeMapFor(actor, "location.import");
  if (source.kind === "remote") throw new AppError("INVALID", "import.notHere");
  const { files, fingerprint } = await openNarChoice(deps, actor, source);
  const key = `imports/places/${createHash("sha256").update(`${fingerprint}|${province}`).digest("hex")}`;
  const kept = await deps.storage.open(key);
  if (kept !== null) return narPlacesSchema.parse(await json(kept.stream));
  const wanted = narFilesFor(files, { provinces: new Set([province]) }).filter(({ kind }) => kind === "address");
  const places = await countTowns(wanted, province);
  await deps.storage.put(key, Buffer.from(JSON.stringify(places)), "application/json");
  return places;
};

type Town = NarPlaces["municipalities"][number];

const countTowns = async (files: readonly NarFile[], province: string): Promise<NarPlaces> => {
  const towns = new Map<string, Town>();
  const streetOf = narStreets();
  const count = (name: string | null, nameFr: string | null): void => {
    if (name === null) return;
    const town = towns.get(name);
    if (town === undefined) towns.set(name, { name, nameFr, addresses: 1 });
    else town.addresses += 1;
  };
  for (const file of files) {
    const { header, batches } = await openRegisterFile(file);
    const columns = narAddressColumns(header, file.name);
    for await (const batch of batches) {
      for (const cells of batch) {
        const street = streetOf(cells, columns);
        if (street.province !== province) continue;
        count(street.municipality, null);
        // A town is also chosen by its census subdivision, which may hold several of the mail's.
        if (street.censusSubdivision !== street.municipality) count(street.censusSubdivision, street.municipalityFr);
      }
    }
  }
  return { municipalities: [...towns.values()].sort((a, b) => b.addresses - a.addresses).slice(0, mostTowns) };
};
