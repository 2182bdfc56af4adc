import { useEffect, useRef } from "react";
import { api } from "../../../api";
import { notifyFailed } from "../../../shell/notify";

const refreshMs = 1_500;

/** The search for buildings entered twice: how far it is, and the ways to begin and to stop it. What it found is shown when it ends. */
export const useDuplicateScan = () => {
  const cache = api.useUtils();
  const query = api.map.locations.duplicates.scanState.useQuery(undefined, {
    refetchInterval: ({ state }) => (isUnderWay(state.data?.status) ? refreshMs : false),
  });
  const options = {
    onError: notifyFailed,
    onSettled: () => cache.map.locations.duplicates.scanState.invalidate(),
  };
  const start = api.map.locations.duplicates.scan.useMutation(options);
  const cancel = api.map.locations.duplicates.cancelScan.useMutation(options);
  const isOn = isUnderWay(query.data?.status);
  const wasOn = useRef(false);
  useEffect(() => {
    if (wasOn.current && !isOn) {
      void cache.map.locations.duplicates.list.invalidate();
      void cache.map.locations.stats.invalidate();
      void cache.map.geocoding.quality.invalidate();
    }
    wasOn.current = isOn;
  }, [cache, isOn]);
  return { scan: query.data ?? null, isOn, start, cancel };
};

const isUnderWay = (status: string | undefined): boolean => status === "QUEUED" || status === "RUNNING";
