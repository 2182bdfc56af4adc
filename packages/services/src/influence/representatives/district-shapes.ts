import { json } from "node:stream/consumers";
import { listBoundaryBoxes, listBoundaryGeometries } from "@cml/db/map";
import { type DistrictShape, type DistrictShapes, readOutline, shapesLimit } from "@cml/domain/influence";
import { type Actor, isAppError } from "@cml/domain/kernel";
import { simplifyOutline } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { requireRoom } from "../../platform/require-room";
import { withHealth } from "./sources/with-health";

// Outlines we never had are asked of Represent at most so often, whoever asks: people's look-ups go first.
const newOutlines = { limit: 12, windowSeconds: 60 };

/** Simplified outlines of districts for a small map: imported ones, else Represent's, kept once read. Districts nobody knows are left out. */
export const districtShapes = async (deps: Deps, actor: Actor, { districts }: { districts: string[] }): Promise<DistrictShapes> => {
  await requireRoom(deps, `district-shapes:ip:${actor.ipHash}`, shapesLimit);
  const imported = await importedShapes(deps, districts);
  const others = districts.filter((key) => !imported.some((one) => one.properties.key === key));
  const read = await Promise.all(others.map((key) => representShape(deps, key)));
  return { type: "FeatureCollection", features: [...imported, ...read.filter((one) => one !== null)] };
};

const importedShapes = async (deps: Deps, districts: readonly string[]): Promise<DistrictShape[]> => {
  const now = deps.clock.now();
  const known = (await listBoundaryBoxes(deps.db, now)).filter(
    ({ set, externalId, validFrom }) => validFrom <= now && districts.includes(`${set}/${externalId}`),
  );
  const outlines = await listBoundaryGeometries(deps.db, known.map(({ id }) => id)); // prettier-ignore
  return known.flatMap(({ id, set, externalId }) => {
    const outline = outlines.get(id);
    return outline === undefined ? [] : [shapeOf(`${set}/${externalId}`, simplifyOutline(outline))];
  });
};

const shapeOf = (key: string, geometry: DistrictShape["geometry"]): DistrictShape => ({ type: "Feature", properties: { key }, geometry });

const representShape = async (deps: Deps, key: string): Promise<DistrictShape | null> => {
  const storageKey = `districts/${key}.json`;
  const kept = await deps.storage.open(storageKey);
  const outline = readOutline(kept === null ? await askForShape(deps, key) : await json(kept.stream));
  if (outline === null) return null;
  if (kept === null) await deps.storage.put(storageKey, Buffer.from(JSON.stringify(outline)), "application/json");
  return shapeOf(key, outline);
};

const askForShape = async (deps: Deps, key: string): Promise<unknown> => {
  if (!(await deps.limiter.take("district-shapes:new", newOutlines)).allowed) return null;
  try {
    return await withHealth(deps, "represent", () => deps.represent.shapeOf(key));
  } catch (error) {
    if (!isAppError(error)) throw error;
    // The choice works without a map.
    deps.logger.info({ reason: error.messageKey }, "a district's outline could not be had");
    return null;
  }
};
