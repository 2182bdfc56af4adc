import type { MapView } from "@cml/domain/settings";
import { useMemo } from "react";
import { api } from "../api";

type Ground = {
  centre: { latitude: number; longitude: number; zoom: number } | undefined;
  ground: MapView["ground"] | undefined;
  credits: string[];
};

/** What every map of this app opens on and lies on, and whom to thank for what it shows. */
export const useMapGround = (): Ground => {
  const { data: view } = api.settings.mapSettings.view.useQuery(undefined, { staleTime: 300_000 });
  return useMemo(
    () => ({
      centre: view === undefined ? undefined : { latitude: view.latitude, longitude: view.longitude, zoom: view.zoom },
      ground: view?.ground,
      credits: view?.credits ?? [],
    }),
    [view],
  );
};
