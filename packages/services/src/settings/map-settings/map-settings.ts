import { transaction } from "@cml/db";
import { hasOpenStreetMapLines } from "@cml/db/platform";
import { findMapSettings, updateMapSettings as updateRow } from "@cml/db/settings";
import type { Actor } from "@cml/domain/kernel";
import { type MapSettings, type MapView, type UpdateMapSettingsInput } from "@cml/domain/settings";
import { translate } from "@cml/i18n";
import type { Deps } from "../../deps";
import { listDataCredits } from "../../platform/list-data-credits";
import { readGround } from "../basemap/read-basemap";
import { recordAudit } from "../../platform/record-audit";

export const getMapSettings = (deps: Deps, _actor: Actor): Promise<MapSettings> => findMapSettings(deps.db);

/** Where a map opens before it knows better, and what has to be said of what it shows; for every app. */
export const getMapView = async (deps: Deps, actor: Actor): Promise<MapView> => {
  const settings = await findMapSettings(deps.db);
  const { latitude, longitude, zoom, basemapAttribution } = settings;
  const ground = await readGround(deps, settings);
  // What is written in the settings is about whatever lies below, streets of one's own too.
  const ofGround = basemapAttribution === null ? [] : [basemapAttribution];
  const openStreetMap = translate(actor.locale, "map:ground.openStreetMap");
  const isTheirs = ground.kind === "plain" && !ofGround.join().includes("OpenStreetMap") && (await hasOpenStreetMapLines(deps.db));
  const ofData = await listDataCredits(deps, actor, actor.locale);
  return {
    latitude,
    longitude,
    zoom,
    ground,
    credits: [...ofGround, ...(isTheirs ? [openStreetMap] : []), ...ofData.map(({ text }) => text)],
  };
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
