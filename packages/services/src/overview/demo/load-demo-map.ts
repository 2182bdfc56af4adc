import { rawTransaction } from "@cml/db";
import { copyDoors, copyMembership, holdDoors, holdImports, insertCut, recountCuts } from "@cml/db/map";
import { insertDemoImport, markDemoCut, markDemoDoors } from "@cml/db/overview";
import type { Locale } from "@cml/domain/kernel";
import { cutFinder, type CutGeometry, resolveDoors } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { readDemoPlace } from "./demo-place";
import { inBoth, neighbourhood, turfs } from "./demo-texts";

const source = "demo";

export type DemoMap = {
  neighbourhoodId: string;
  turfIds: string[];
  /** Doors of each turf, in walking order: street by street. */
  turfDoors: { addressId: string; latitude: number; longitude: number }[][];
};

type NewArea = {
  id: string;
  texts: ReturnType<typeof inBoth<{ name: string; description: string }>>;
  geometry: CutGeometry;
  color: string;
};
const colors = ["#0f5c4d", "#b4552d", "#5a4b9c"];

/** The neighbourhood, its doors and three turfs, in one transaction. */
export const loadDemoMap = async (deps: Deps, locale: Locale): Promise<DemoMap> => {
  const place = readDemoPlace();
  const at = deps.clock.now();
  const importId = deps.newId();
  const outcomes = resolveDoors(place.doors, { doors: [], buildings: [] }, { source, newId: deps.newId });
  const added = outcomes.filter((outcome) => outcome.kind === "building" || outcome.kind === "unit");
  const whole: NewArea = { id: deps.newId(), texts: inBoth(neighbourhood, locale), geometry: place.boundary, color: "#6b7a75" };
  const parts = turfs.map((texts, index): NewArea => ({
    id: deps.newId(),
    texts: inBoth(texts, locale),
    geometry: place.turfs[index] ?? place.boundary,
    color: colors[index] ?? "#0f5c4d",
  }));
  const cutsAt = cutFinder([whole, ...parts]);
  const buildings = added.filter(({ kind }) => kind === "building");
  const membership = buildings.flatMap(({ door, locationId }) => cutsAt(door).map((cutId) => ({ cutId, locationId })));
  await rawTransaction(deps.db, async (client) => {
    await holdImports(client);
    await holdDoors(client);
    await insertDemoImport(client, { id: importId, fileName: "south-cambie.json", rows: added.length, at });
    await copyDoors(client, added, { importId, userId: null, source, at, newId: deps.newId, action: "IMPORTED_CSV" });
    await markDemoDoors(client, importId);
    for (const { id, texts, geometry, color } of [whole, ...parts]) {
      const { name, description, translations } = texts;
      const isWhole = id === whole.id;
      const kind = { category: isWhole ? ("NEIGHBORHOOD" as const) : ("CUSTOM" as const), isOfficial: isWhole, isPublic: isWhole };
      const marks = { source, externalId: null, importRunId: importId, createdByUserId: null, at };
      await insertCut(client, { id, name, description, color, opacity: isWhole ? 0.1 : 0.3, geometry, ...kind, ...marks });
      await markDemoCut(client, { id, parentCutId: isWhole ? null : whole.id, translations });
    }
    await copyMembership(client, membership);
    await recountCuts(client, [whole.id, ...parts.map(({ id }) => id)]);
  });
  const locationsOf = (cutId: string) => new Set(membership.filter((one) => one.cutId === cutId).map(({ locationId }) => locationId));
  const turfDoors = parts.map(({ id }) => {
    const inside = locationsOf(id);
    return added
      .filter(({ locationId }) => inside.has(locationId))
      .sort((a, b) => a.door.streetName.localeCompare(b.door.streetName) || (a.door.civicNumber ?? 0) - (b.door.civicNumber ?? 0))
      .map(({ addressId, door: { latitude, longitude } }) => ({ addressId, latitude, longitude }));
  });
  return { neighbourhoodId: whole.id, turfIds: parts.map(({ id }) => id), turfDoors };
};
