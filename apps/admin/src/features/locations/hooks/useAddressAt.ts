import type { LatLng } from "@cml/domain/kernel";
import { useEffect, useMemo, useRef } from "react";
import { api } from "../../../api";

/** From here on what stands at a point is near enough to begin with. */
const nearEnough = 60;

type Place = { address: string; municipality: string | null; province: string | null; postalCode: string | null; confidence: number };
type Found = { address: string; municipality: string; province: string; postalCode: string };

/** Asks what stands where somebody clicked, the map itself first, and tells it once; null asks nothing. */
export const useAddressAt = (place: LatLng | null, onFound: (found: Found) => void): "asking" | "found" | "nothing" => {
  const query = api.map.geocoding.reverse.useQuery(place ?? { latitude: 0, longitude: 0 }, {
    enabled: place !== null,
    refetchOnWindowFocus: false,
    retry: false,
    staleTime: 60_000,
  });
  const { data } = query;
  const best = useMemo(
    () =>
      [...(data?.local ?? []), ...(data?.others ?? [])]
        .filter(({ confidence }) => confidence >= nearEnough)
        .reduce<Place | null>((first, one) => (first === null || one.confidence > first.confidence ? one : first), null),
    [data],
  );
  const tell = useRef(onFound);
  useEffect(() => {
    tell.current = onFound;
  });
  useEffect(() => {
    if (best === null) return;
    const { address, municipality, province, postalCode } = best;
    tell.current({ address, municipality: municipality ?? "", province: province ?? "", postalCode: postalCode ?? "" });
  }, [best]);
  if (place === null || query.isPending) return "asking";
  return best === null ? "nothing" : "found";
};
