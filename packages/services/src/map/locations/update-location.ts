import { transaction } from "@cml/db";
import { type EditableLocation, insertHistory, type LocationChange, updateLocationRows } from "@cml/db/map";
import { type Actor, AppError } from "@cml/domain/kernel";
import { type LocationDetail, parseAddressText, provinceOf, searchKeyOf, streetOf, type UpdateLocationInput } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { lockLocation, markOf } from "./edit-context";
import { changedOnly, historyOf } from "./field-history";
import { readLocation } from "./get-location";

/**
 * Changes what is given of a building, with a line of history for each field. Throws INVALID for an address without a street, CONFLICT
 * when somebody saved meanwhile, NOT_FOUND outside the account's areas.
 */
export const updateLocation = (deps: Deps, actor: Actor, input: UpdateLocationInput): Promise<LocationDetail> =>
  transaction(deps.db, async (db) => {
    const before = await lockLocation(db, actor, input);
    const { id, updatedAt: _seen, ...given } = input;
    const fields = changedOnly(before, { ...given, ...withProvince(given) });
    const change: LocationChange = { ...fields, ...addressChange(before, fields) };
    if (Object.keys(change).length > 0) {
      const mark = markOf(deps, actor, before);
      const after = { ...before, ...change };
      const isElsewhere = ["streetName", "municipality", "province"].some((field) => field in change);
      await updateLocationRows(db, {
        ids: [id],
        change,
        street: isElsewhere ? streetOf({ ...after, streetName: after.streetName ?? "" }) : null,
        mark,
      });
      await insertHistory(db, historyOf(before, fields, { newId: deps.newId, locationId: id }), mark);
    }
    return readLocation(db, actor, id);
  });

const withProvince = ({ province }: Partial<UpdateLocationInput>): { province?: string | null } =>
  province === undefined ? {} : { province: province === null ? null : (provinceOf(province) ?? province) };

/** The parts of an address that was written anew, and the key all spellings share. */
const addressChange = (before: EditableLocation, fields: Partial<UpdateLocationInput>): LocationChange => {
  const read = fields.address === undefined ? null : parseAddressText(fields.address);
  if (fields.address !== undefined && read === null) throw new AppError("INVALID", "map.location.noStreet");
  const { municipality = before.municipality, province = before.province } = fields;
  if (read === null && municipality === before.municipality && province === before.province) return {};
  const street = read ?? { ...before, streetName: before.streetName ?? "" };
  const { civicNumber, civicSuffix, streetName, streetType, streetDirection } = street;
  const parts = { civicNumber, civicSuffix, streetName, streetType, streetDirection };
  return {
    ...(read === null ? {} : { ...parts, address: read.address }),
    // The French or older name of a town belongs to that town.
    ...(municipality === before.municipality ? {} : { municipality, municipalityFr: null }),
    searchKey: searchKeyOf({ ...parts, municipality, province }),
  };
};
