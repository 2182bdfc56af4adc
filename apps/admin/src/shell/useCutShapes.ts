import type { Bounds } from "@cml/domain/kernel";
import { boundsOf } from "@cml/ui/map";
import type { FeatureCollection } from "geojson";
import { useMemo } from "react";
import { api } from "../api";

/** What a turf is stored with when nobody chose a colour; the map then uses its own. */
const unchosen = "#3388ff";

/** Every turf the account may see, as the map draws it, with the bounds of all of them. */
export const useCutShapes = (): { areas: FeatureCollection | undefined; bounds: Bounds | null } => {
  const query = api.map.cuts.boundaries.useQuery(undefined, { staleTime: 60_000 });
  return useMemo(() => {
    if (query.data === undefined) return { areas: undefined, bounds: null };
    const areas: FeatureCollection = {
      type: "FeatureCollection",
      features: query.data.map(({ id, name, color, geometry }) => ({
        type: "Feature",
        properties: { id, name, ...(color === unchosen ? {} : { color }) },
        geometry,
      })),
    };
    return { areas, bounds: boundsOf(areas) };
  }, [query.data]);
};
