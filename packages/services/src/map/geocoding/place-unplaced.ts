import { rawTransaction } from "@cml/db";
import {
  copyDoors, findKnownBuildings, findKnownDoors, holdCutShapes, holdImports, notePlacing, resolveUnplaced, type UnplacedDoor,
} from "@cml/db/map"; // prettier-ignore
import { AppError } from "@cml/domain/kernel";
import { type DoorRow, parseAddressText, provinceOf, resolveDoors, searchKeyOf } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { noCutsYet, placeInCuts } from "../imports/place-in-cuts";
import { type NewPoint, pointText } from "./place-location";

type Placing = {
  row: UnplacedDoor;
  to: NewPoint;
  action: "GEOCODED" | "BULK_GEOCODED" | "MOVED_ON_MAP";
  userId: string | null;
  /** A building of ours that the address means, however the row spells it. */
  building?: { searchKey: string } | null;
};

/**
 * Sets a row of the "not on the map" tray up as a door, as its import would have with this point: a new building, a unit of one that
 * stands, or nothing new where the door is there. Gives the building; null when somebody was quicker or the address cannot be read.
 */
export const placeUnplaced = (deps: Deps, { row, to, action, userId, building = null }: Placing): Promise<string | null> =>
  rawTransaction(deps.db, async (client) => {
    const read = doorOf(row, to);
    if (read === null || row.importRunId === null) return null;
    const door = building === null ? read : { ...read, searchKey: building.searchKey };
    await holdImports(client);
    await holdCutShapes(client);
    const buildings = await findKnownBuildings(client, {
      searchKeys: [door.searchKey],
      locGuids: door.locGuid === null ? [] : [door.locGuid],
    });
    const units = buildings.map(({ locationId }) => ({ locationId, unitNumber: door.unitNumber }));
    const doors = await findKnownDoors(client, { runId: row.importRunId, addressIds: [], units });
    const source = row.source ?? "";
    const [outcome] = resolveDoors([{ row: row.rowNumber ?? 0, door }], { doors, buildings }, { source, newId: deps.newId });
    if (outcome === undefined || outcome.kind === "reject") return null;
    const at = deps.clock.now();
    if (outcome.kind !== "building" && outcome.kind !== "unit") {
      const stands =
        outcome.kind === "change" ? outcome.known.locationId : doors.find(({ addressId }) => addressId === outcome.addressId)?.locationId;
      return stands !== undefined && (await resolveUnplaced(client, { id: row.id, locationId: stands, at })) ? stands : null;
    }
    const { locationId } = outcome;
    if (!(await resolveUnplaced(client, { id: row.id, locationId, at }))) throw new AppError("CONFLICT", "map.tray.placedMeanwhile");
    const mark = {
      importId: row.importRunId,
      userId,
      source,
      at,
      newId: deps.newId,
      action: row.addrGuid === null ? "IMPORTED_CSV" : "IMPORTED_NAR",
    } as const;
    await copyDoors(client, [outcome], mark);
    await placeInCuts(deps, client, { cuts: noCutsYet(), added: [outcome], changed: [] });
    const newValue = pointText({ ...to, geocodeConfidence: to.confidence, geocodeProvider: to.provider });
    if (outcome.kind === "building") await notePlacing(client, { id: deps.newId(), locationId, userId, action, newValue, at });
    return locationId;
  });

/** The unit a row of the tray names, in its own column or within its address. */
export const unitOfRow = ({ unitNumber, address }: Pick<UnplacedDoor, "unitNumber" | "address">): string | null =>
  unitNumber ?? parseAddressText(address)?.unitNumber ?? null;

const doorOf = (row: UnplacedDoor, to: NewPoint): DoorRow | null => {
  const parsed = parseAddressText(row.address);
  if (parsed === null) return null;
  const municipality = row.municipality ?? parsed.municipality;
  const province = row.province ?? parsed.province;
  const postalCode = row.postalCode ?? parsed.postalCode;
  const parts = { ...parsed, municipality, province: provinceOf(province ?? "") ?? province, postalCode };
  return {
    ...parts,
    unitNumber: unitOfRow(row),
    searchKey: searchKeyOf(parts),
    latitude: Math.round(to.latitude * 1e7) / 1e7,
    longitude: Math.round(to.longitude * 1e7) / 1e7,
    externalId: row.externalId,
    addrGuid: row.addrGuid,
    locGuid: row.locGuid,
    buildingUse: row.buildingUse,
    federalDistrict: row.federalDistrict,
    censusSubdivision: row.censusSubdivision,
    municipalityFr: row.municipalityFr,
    geocodeConfidence: to.confidence,
    geocodeProvider: to.provider,
  };
};
