import { type ExportedBuilding, streamLocations } from "@cml/db/map";
import type { Actor } from "@cml/domain/kernel";
import { type LocationFilter, writeLocationFilter } from "@cml/domain/map";
import { csvLine } from "@cml/formats";
import { translate } from "@cml/i18n";
import type { Deps } from "../../deps";
import { listDataCredits } from "../../platform/list-data-credits";
import { recordAudit } from "../../platform/record-audit";
import { mapScopeOf } from "../require-map-scope";
import { maySeePeople } from "./get-location";

export const exportFormats = ["csv", "geojson"] as const;
export type ExportFormat = (typeof exportFormats)[number];
type Asked = { filter: LocationFilter; format: ExportFormat };

/**
 * The buildings of a filter with their doors as a file, in pieces: CSV has a line for each door, GeoJSON a point for each building.
 * People only for those who may see them. Who took what, by which filter and how many rows, is written down before the first piece and
 * after the last, so that a file broken off is on record too. Throws FORBIDDEN.
 */
export async function* exportLocations(deps: Deps, actor: Actor, { filter, format }: Asked): AsyncGenerator<string> {
  const scope = mapScopeOf(actor, "location.view");
  const hasPeople = maySeePeople(actor);
  const about = { filter: new URLSearchParams(writeLocationFilter(filter)).toString(), format, people: hasPeople };
  const log = (action: "location.export-begun" | "location.export", facts: Record<string, number | boolean>) =>
    recordAudit(deps.db, { actor, action, entity: "Location", facts: { ...about, ...facts } });
  await log("location.export-begun", {});
  const credits = (await listDataCredits(deps, actor, actor.locale)).map(({ text }) => text);
  const counted = { buildings: 0, rows: 0, isWhole: false };
  try {
    yield format === "csv"
      ? heading(actor, hasPeople, credits)
      : `{"type":"FeatureCollection","credits":${JSON.stringify(credits)},"features":[`;
    for await (const page of streamLocations(deps.db, { filter, scope, now: deps.clock.now() })) {
      const isFirst = counted.buildings === 0;
      counted.buildings += page.length;
      counted.rows += page.reduce((sum, { units }) => sum + units.length, 0);
      yield format === "csv"
        ? page.flatMap((building) => linesOf(building, hasPeople, credits)).join("")
        : `${isFirst ? "" : ","}\n${page.map((building) => JSON.stringify(featureOf(building, hasPeople))).join(",\n")}`;
    }
    if (format === "geojson") yield "\n]}\n";
    counted.isWhole = true;
  } finally {
    await log("location.export", counted);
  }
}

const placeColumns = [
  "address", "unit", "municipality", "province", "postalCode", "federalDistrict", "latitude", "longitude", "buildingType", "confidence", "provider",
  "support", "sign", "lastVisit", "outcome", "doNotContact", "source", "id",
] as const; // prettier-ignore
const peopleColumns = ["firstName", "lastName", "email", "phone", "notes"] as const;

/** The licence of imported addresses stands as the heading of a column of its own, where no sorting loses it and no program trips over it. */
const heading = ({ locale }: Actor, hasPeople: boolean, credits: readonly string[]): string =>
  csvLine([
    ...[...placeColumns, ...(hasPeople ? peopleColumns : [])].map((column) => translate(locale, `map:export.${column}`)),
    ...credits,
  ]);

const linesOf = (building: ExportedBuilding, hasPeople: boolean, credits: readonly string[]): string[] =>
  building.units.map((unit) =>
    csvLine([
      building.address,
      unit.unitNumber,
      building.municipality,
      building.province,
      building.postalCode,
      building.federalDistrict,
      building.latitude,
      building.longitude,
      building.buildingType,
      building.geocodeConfidence,
      building.geocodeProvider,
      supportText(unit),
      unit.sign ? (unit.signSize ?? "1") : null,
      unit.lastVisitedAt?.toISOString() ?? null,
      unit.lastOutcome,
      unit.doNotContact ? "1" : null,
      building.source,
      unit.id,
      ...(hasPeople ? peopleColumns.map((column) => unit[column]) : []),
      ...credits.map(() => null),
    ]),
  );

type Unit = ExportedBuilding["units"][number];
const supportText = ({ supportLevel, supportDeclined }: Unit): string | null =>
  supportDeclined ? "declined" : (supportLevel?.replace("LEVEL_", "") ?? null);

const featureOf = (building: ExportedBuilding, hasPeople: boolean) => {
  const { id, latitude, longitude, address, municipality, province, postalCode, federalDistrict, buildingType, source } = building;
  return {
    type: "Feature",
    id,
    geometry: { type: "Point", coordinates: [longitude, latitude] },
    properties: {
      ...{ address, municipality, province, postalCode, federalDistrict, buildingType, source },
      confidence: building.geocodeConfidence,
      provider: building.geocodeProvider,
      units: building.units.map((unit) => ({
        id: unit.id,
        unit: unit.unitNumber,
        support: supportText(unit),
        sign: unit.sign,
        lastVisit: unit.lastVisitedAt,
        outcome: unit.lastOutcome,
        doNotContact: unit.doNotContact,
        ...(hasPeople ? Object.fromEntries(peopleColumns.map((column) => [column, unit[column]])) : {}),
      })),
    },
  };
};
