import { transaction } from "@cml/db";
import { findMapSettings, updateMapSettings as updateRow } from "@cml/db/settings";
import type { Actor } from "@cml/domain/kernel";
import { groundOfAddress, type MapSettings, type MapView, plainGround, type UpdateMapSettingsInput } from "@cml/domain/settings";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";

export const getMapSettings = (deps: Deps, _actor: Actor): Promise<MapSettings> => findMapSettings(deps.db);

/** Where a map opens before it knows better; for every app. */
export const getMapView = async (deps: Deps, _actor: Actor): Promise<MapView> => {
  const { latitude, longitude, zoom, basemapUrl, basemapAttribution } = await findMapSettings(deps.db);
  const ground = basemapUrl === null ? plainGround : groundOfAddress(basemapUrl);
  const credits = ground.kind !== "plain" && basemapAttribution !== null ? [basemapAttribution] : [];
  return { latitude, longitude, zoom, ground, credits };
};

/** Changes the fields given. */
export const updateMapSettings = async (deps: Deps, actor: Actor, input: UpdateMapSettingsInput): Promise<MapSettings> => {
  const settings = await transaction(deps.db, async (db) => {
    const after = await updateRow(db, input);
    await recordAudit(db, { actor, action: "settings.updateMap", entity: "MapSettings", facts: { fields: Object.keys(input) } });
    return after;
  });
  await deps.events.publish({ type: "settings.changed" });
  return settings;
};
