import type { GeocodeRun } from "@cml/domain/map";
import { useEffect, useRef } from "react";
import { api } from "../../../api";
import { notifyFailed } from "../../../shell/notify";

export const isRunOn = ({ status }: GeocodeRun): boolean => status === "QUEUED" || status === "RUNNING";

/** Geocoding of many in the background: what ran lately, and the ways to begin and to stop; `onEnded` when one has come to its end. */
export const useGeocodeRuns = (onEnded?: () => void) => {
  const cache = api.useUtils();
  const runs = api.map.geocoding.runs.useQuery(undefined, {
    refetchInterval: ({ state }) => (state.data?.some(isRunOn) === true ? 1_500 : false),
  });
  const options = { onError: notifyFailed, onSettled: () => cache.map.geocoding.invalidate() };
  const start = api.map.geocoding.startRun.useMutation(options);
  const cancel = api.map.geocoding.cancelRun.useMutation(options);
  const isRunning = runs.data?.some(isRunOn) ?? false;
  const ended = useRef(onEnded);
  useEffect(() => {
    ended.current = onEnded;
  });
  const wasRunning = useRef(false);
  useEffect(() => {
    if (wasRunning.current && !isRunning) ended.current?.();
    wasRunning.current = isRunning;
  }, [isRunning]);
  return {
    runs: runs.data ?? [],
    isRunning,
    isStarting: start.isPending,
    begin: (kind: GeocodeRun["kind"]) => start.mutate({ kind }),
    cancel: (id: string) => cancel.mutate({ id }),
  };
};
