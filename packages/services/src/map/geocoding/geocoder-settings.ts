import { transaction } from "@cml/db";
import { listGeocoders as listStored, recordGeocoderSuccess, saveGeocoders, type StoredGeocoder } from "@cml/db/map";
import type { Actor } from "@cml/domain/kernel";
import { AppError, isAppError } from "@cml/domain/kernel";
import {
  type GeocoderSetting,
  geocoderFacts,
  type GeocoderTest,
  type OutsideGeocoder,
  type TestGeocoderInput,
  type UpdateGeocodersInput,
} from "@cml/domain/map";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";
import { requireRoom } from "../../platform/require-room";
import { callGeocoder, sealGeocoderKey } from "./ask-geocoder";

/** All geocoders of others in the order they are asked; a key is only said to be there. */
export const listGeocoders = async (deps: Deps): Promise<GeocoderSetting[]> => (await listStored(deps.db)).map(toSetting);

/** Writes order, switches, addresses, limits and keys. Throws INVALID when one that needs a key is switched on without it. */
export const updateGeocoders = async (deps: Deps, actor: Actor, { geocoders }: UpdateGeocodersInput): Promise<GeocoderSetting[]> => {
  const stored = await transaction(deps.db, async (db) => {
    const before = new Map((await listStored(db)).map((row) => [row.provider, row]));
    const changes = geocoders.map(({ key, ...change }) => {
      const keySealed = key === undefined ? undefined : key === null ? null : sealGeocoderKey(deps, key);
      const kept = keySealed === undefined ? (before.get(change.provider)?.keySealed ?? null) : keySealed;
      if (change.isEnabled && kept === null && geocoderFacts[change.provider].needsKey) throw new AppError("INVALID", "map.geocoder.noKey");
      return { ...change, keySealed };
    });
    await saveGeocoders(db, changes);
    const facts = { order: geocoders.filter(({ isEnabled }) => isEnabled).map(({ provider }) => provider) };
    await recordAudit(db, { actor, action: "geocoder.update", entity: "GeocoderConfig", facts });
    return listStored(db);
  });
  return stored.map(toSetting);
};

/** An address every geocoder of Canada should know: the Parliament Buildings. */
const known = {
  text: "111 Wellington Street, Ottawa, ON K1A 0A9",
  parts: { street: "111 Wellington Street", city: "Ottawa", province: "ON", postalCode: "K1A0A9" },
};

/** Asks one provider for a known address, with a key that is not saved yet or with the stored one; says in words what is wrong. */
export const testGeocoder = async (deps: Deps, actor: Actor, { provider, baseUrl, key }: TestGeocoderInput): Promise<GeocoderTest> => {
  await requireRoom(deps, `geocoder-test:${actor.kind === "user" ? actor.userId : actor.kind}`, { limit: 20, windowSeconds: 600 });
  const stored = await findStored(deps, provider);
  const keySealed = key === undefined ? stored.keySealed : key === null ? null : sealGeocoderKey(deps, key);
  if (keySealed === null && geocoderFacts[provider].needsKey) throw new AppError("INVALID", "map.geocoder.noKey");
  const began = performance.now();
  try {
    const place = await callGeocoder(deps, { provider, baseUrl, keySealed }, { forward: known });
    await recordGeocoderSuccess(deps.db, provider);
    return { place, trouble: null, ms: Math.round(performance.now() - began) };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { place: null, trouble: error.messageKey, ms: Math.round(performance.now() - began) };
  }
};

const findStored = async (deps: Deps, provider: OutsideGeocoder): Promise<StoredGeocoder> => {
  const row = (await listStored(deps.db)).find((one) => one.provider === provider);
  if (row === undefined) throw new AppError("NOT_FOUND", "map.geocoder.unknown");
  return row;
};

const toSetting = ({ keySealed, failures: _failures, ...row }: StoredGeocoder): GeocoderSetting => {
  const { needsKey, mayStore, mayBulk, baseUrl: defaultUrl, attribution } = geocoderFacts[row.provider];
  return { ...row, hasKey: keySealed !== null, needsKey, mayStore, mayBulk, defaultUrl, attribution };
};
