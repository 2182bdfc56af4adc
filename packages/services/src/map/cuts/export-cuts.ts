import { findCut, listCuts } from "@cml/db/map";
import type { Actor } from "@cml/domain/kernel";
import { contactRate, type Cut, type CutDetail, type CutFigures, type ListCutsInput, noFigures } from "@cml/domain/map";
import { csvLine } from "@cml/formats";
import { translate } from "@cml/i18n";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";
import { mapScopeOf } from "../require-map-scope";
import { getCut, listCutFigures } from "./read-cuts";

type Asked = { list: ListCutsInput; format: "csv" | "geojson"; /** One turf alone. */ cutId?: string | null };

const pageSize = 100;

/**
 * The turf of a list with its figures as a file, in pieces: CSV has a line for each, GeoJSON its boundary too. Who took what is written
 * down before the first piece and after the last. Throws FORBIDDEN, and NOT_FOUND for one turf the account does not reach.
 */
export async function* exportCuts(deps: Deps, actor: Actor, { list, format, cutId = null }: Asked): AsyncGenerator<string> {
  const whole = mapScopeOf(actor, "cut.view");
  if (cutId !== null) await getCut(deps, actor, cutId);
  const scope = cutId === null ? whole : [cutId];
  const about = { search: list.search, category: list.category, format, ...(cutId === null ? {} : { cutId }) };
  const log = (action: "turf.export-begun" | "turf.export", facts: Record<string, number | boolean>) =>
    recordAudit(deps.db, { actor, action, entity: "Cut", facts: { ...about, ...facts } });
  await log("turf.export-begun", {});
  const counted = { rows: 0, isWhole: false };
  try {
    yield format === "csv" ? csvLine(columns.map((column) => translate(actor.locale, `map:turfExport.${column}`))) : begin;
    for (let page = 1; ; page += 1) {
      const { items, total } = await listCuts(deps.db, { ...list, page, pageSize }, scope);
      const figures = new Map((await listCutFigures(deps, actor, items.map(({ id }) => id))).map((one) => [one.id, one])); // prettier-ignore
      for (const cut of items) {
        const known = figures.get(cut.id) ?? noFigures(cut.id);
        const detail = format === "csv" ? null : await findCut(deps.db, cut.id);
        // Deleted while the file was written.
        if (format === "geojson" && detail === null) continue;
        yield detail === null
          ? csvLine(Object.values(valuesOf(cut, known)))
          : `${counted.rows === 0 ? "" : ",\n"}${featureOf(detail, known)}`;
        counted.rows += 1;
      }
      if (page * pageSize >= total) break;
    }
    if (format === "geojson") yield "\n]}\n";
    counted.isWhole = true;
  } finally {
    await log("turf.export", counted);
  }
}

const begin = '{"type":"FeatureCollection","features":[\n';

const columns = [
  "name", "category", "source", "buildings", "doors", "visited", "reached", "contactRate", "support1", "support2", "support3", "support4", "signs",
  "done", "lastCanvassed", "id",
] as const; // prettier-ignore

const valuesOf = (cut: Cut, figures: CutFigures): Record<(typeof columns)[number], string | number | null> => {
  const [support1 = 0, support2 = 0, support3 = 0, support4 = 0] = figures.support;
  const rate = contactRate(figures);
  return {
    name: cut.name,
    category: cut.category,
    source: cut.source,
    buildings: figures.locations,
    doors: figures.addresses,
    visited: figures.visited,
    reached: figures.reached,
    contactRate: rate === null ? null : Number(rate.toFixed(3)),
    support1,
    support2,
    support3,
    support4,
    signs: figures.signs,
    done: cut.completionPercentage,
    lastCanvassed: cut.lastCanvassed?.toISOString() ?? null,
    id: cut.id,
  };
};

const featureOf = (cut: CutDetail, figures: CutFigures): string =>
  JSON.stringify({ type: "Feature", id: cut.id, properties: { ...valuesOf(cut, figures), color: cut.color }, geometry: cut.geometry });
