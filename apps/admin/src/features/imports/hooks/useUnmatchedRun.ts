import type { AcceptUnmatchedInput } from "@cml/domain/map";
import { useEffect, useRef } from "react";
import { api } from "../../../api";
import { notifyFailed } from "../../../shell/notify";

const refreshMs = 1_000;

const isUnderWay = (status: string | undefined): boolean => status === "QUEUED" || status === "RUNNING";

/** Putting many people at their doors in the background: how far it is, and the ways to begin, stop, go on and take back. */
export const useUnmatchedRun = (onEnded: () => void) => {
  const cache = api.useUtils();
  const { last } = cache.map.unmatched.runs;
  const query = api.map.unmatched.runs.last.useQuery(undefined, {
    refetchInterval: ({ state }) => (isUnderWay(state.data?.status) ? refreshMs : false),
  });
  const options = {
    onError: notifyFailed,
    onSuccess: (run: NonNullable<typeof query.data>) => last.setData(undefined, run),
    onSettled: () => last.invalidate(),
  };
  const start = api.map.unmatched.runs.start.useMutation(options);
  const stop = api.map.unmatched.runs.stop.useMutation(options);
  const resume = api.map.unmatched.runs.resume.useMutation(options);
  const undo = api.map.unmatched.runs.undo.useMutation(options);
  const isOn = isUnderWay(query.data?.status);
  const ended = useRef(onEnded);
  useEffect(() => {
    ended.current = onEnded;
  });
  const wasOn = useRef(false);
  useEffect(() => {
    if (wasOn.current && !isOn) ended.current();
    wasOn.current = isOn;
  }, [isOn]);
  const id = query.data?.id ?? "";
  return {
    run: query.data ?? null,
    isOn,
    isBusy: start.isPending || stop.isPending || resume.isPending || undo.isPending,
    start: (meant: AcceptUnmatchedInput) => start.mutate(meant),
    stop: () => stop.mutate({ id }),
    resume: () => resume.mutate({ id }),
    undo: () => undo.mutate({ id }),
  };
};
