import { countByBand, countLocations, countUnplaced, countWeakMatches, sumGeocodes } from "@cml/db/map";
import type { Actor } from "@cml/domain/kernel";
import type { DataQuality } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { requireWholeMapFor } from "../require-map-scope";

const days = 30;

/** How surely the buildings stand, who placed them, and what geocoders came to in the last thirty days. */
export const getDataQuality = async (deps: Deps, actor: Actor): Promise<DataQuality> => {
  requireWholeMapFor(actor, "location.view");
  const counts = await countByBand(deps.db);
  const since = new Date(deps.clock.now().getTime() - days * 86_400_000).toISOString().slice(0, 10);
  const asked = await sumGeocodes(deps.db, since);
  const { possibleDuplicates } = await countLocations(deps.db, "all");
  const sumOf = (band: string) => counts.filter((row) => row.band === band).reduce((sum, { buildings }) => sum + buildings, 0);
  const providers = [...new Set(counts.map(({ provider }) => provider))];
  return {
    buildings: counts.reduce((sum, { buildings }) => sum + buildings, 0),
    bands: { high: sumOf("high"), medium: sumOf("medium"), low: sumOf("low"), none: sumOf("none") },
    waiting: await countWeakMatches(deps.db),
    unplaced: await countUnplaced(deps.db),
    possibleDuplicates,
    byProvider: providers
      .map((provider) => {
        const own = counts.filter((row) => row.provider === provider);
        const scored = own.filter(({ band }) => band !== "none");
        return {
          provider,
          buildings: own.reduce((sum, { buildings }) => sum + buildings, 0),
          averageConfidence: average(
            scored.reduce((sum, row) => sum + row.sum, 0),
            scored.reduce((sum, { buildings }) => sum + buildings, 0),
          ),
        };
      })
      .sort((a, b) => b.buildings - a.buildings),
    asked: asked.map(({ sureness, ...row }) => ({ ...row, averageConfidence: average(sureness, row.found) })),
  };
};

const average = (sum: number, count: number): number | null => (count === 0 ? null : Math.round(sum / count));
