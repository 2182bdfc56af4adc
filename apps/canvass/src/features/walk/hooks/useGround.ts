import type { Bounds } from "@cml/domain/kernel";
import { type MapView, plainGround } from "@cml/domain/settings";
import { useEffect } from "react";
import { api } from "../../../api";
import { groundTiles, keepTiles } from "../../../offline/ground-tiles";
import { askAlways, useKept } from "./useKept";

type Ground = Pick<MapView, "ground" | "credits">;
const unknown: Ground = { ground: plainGround, credits: [] };

/** What the turf's map lies on, and whom to thank; kept with the turf, so that streets are there without signal. */
export const useGround = (bounds: Bounds | null): Ground => {
  const query = api.settings.mapSettings.get.useQuery(undefined, { ...askAlways, staleTime: 300_000 });
  const kept = useKept<MapView>("ground", { data: query.data, error: query.error });
  const told = query.data?.ground;
  const [west, south, east, north] = bounds ?? [];
  useEffect(() => {
    // Only while the server answers: what lies on the phone is complete or as good as it gets.
    if (told === undefined || west === undefined || south === undefined || east === undefined || north === undefined) return;
    const leaving = new AbortController();
    void keepTiles(groundTiles([west, south, east, north], told), leaving.signal);
    return () => leaving.abort();
  }, [told, west, south, east, north]);
  return kept.data ?? unknown;
};
